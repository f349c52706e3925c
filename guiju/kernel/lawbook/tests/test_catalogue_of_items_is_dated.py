"""The catalogue of enforcement items: what was handed to the town, and what was taken back again, by date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from guiju.kernel.lawbook.api import (
    ItemNotHeld,
    ItemRow,
    RulepackInvalid,
    Status,
    UnknownRule,
    check,
    load_lawbook,
    pack_chain,
)

Write = Callable[..., Path]

CATALOGUE = """
items:
  - {id: dust, label: 扬尘, domain: 生态环境, basis_text: 示例法第1条, source: 示例, from: 2021-09-01, status: verified}
  - {id: noise, label: 噪声, domain: 生态环境, basis_text: 示例法第1条, source: 示例, from: 2021-09-01, to: 2025-09-30, returned_to: 区局, status: unsure}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "town"
    home.mkdir()
    (home / "pack.yaml").write_text("name: town\ntitle: 示例\nlevel: town\n", "utf-8")
    (home / "items.yaml").write_text(CATALOGUE, "utf-8")
    return tmp_path


def test_item_holds_to_its_last_day(folder: Path) -> None:
    book = load_lawbook(["town"], folder)
    assert book.item("noise", date(2025, 9, 30)).label == "噪声"
    with pytest.raises(ItemNotHeld, match="“噪声”在2025-10-01由区局执法.*移送"):
        book.item("noise", date(2025, 10, 1))
    with pytest.raises(ItemNotHeld, match="“噪声”在2021-08-31还没有交由本镇执法"):
        book.item("noise", date(2021, 8, 31))
    assert book.item_history("noise")[-1].returned_to == "区局"
    assert [row.id for row in book.items(date(2025, 10, 1))] == ["dust"]
    assert [row.id for row in book.items()] == ["dust", "noise"]


def test_unknown_item_is_said_to_be_unknown(folder: Path) -> None:
    with pytest.raises(UnknownRule):
        load_lawbook(["town"], folder).item("other", date(2025, 1, 1))


ROW = {"id": "x", "label": "甲", "domain": "乙", "basis_text": "丁", "source": "丙", "from": date(2021, 9, 1)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"to": date(2025, 9, 30)}, "returned_to"),
        ({"returned_to": "区局"}, "最后一天"),
        ({"basis": "sample-mediation-law 9"}, "二者取一"),
        ({"basis_text": ""}, "二者取一"),
    ],
)
def test_row_says_its_basis_once_and_its_end_whole(changes: dict[str, object], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        ItemRow.model_validate({**ROW, "status": "verified", **changes})


def problems_of(folder: Path, rows: str) -> list[str]:
    (folder / "town" / "items.yaml").write_text(CATALOGUE + rows, "utf-8")
    return [str(problem) for problem in check([folder / "town"], date(2026, 1, 1))]


def test_overlapping_rows_of_an_item_are_found_and_gaps_are_not(folder: Path) -> None:
    again = "  - {{id: {}, label: 又, domain: 生态环境, basis_text: 甲, source: 示例, from: {}, status: verified}}\n"
    assert any("重叠" in problem for problem in problems_of(folder, again.format("dust", "2022-01-01")))
    assert problems_of(folder, again.format("noise", "2027-01-01")) == []
    book = load_lawbook(["town"], folder)
    assert [row.label for row in book.item_history("noise")] == ["噪声", "又"]
    with pytest.raises(ItemNotHeld, match="区局"):
        book.item("noise", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("row", "line", "said"),
    [
        ("basis: lost-law 1, from: 2021-09-01", 6, "“lost-law”不在规则库中"),
        ("basis: sample-mediation-law 7, from: 2023-09-01", 6, "没有“7”"),
        ("basis_text: 甲, from: 2021-09-01, to: 2025-09-30, returned_to: 区局, returned_by: lost-law", 6, "lost-law"),
        (
            "basis_text: 甲, from: 2018-09-01, to: 2019-09-30, returned_to: 区局, returned_by: sample-town-rules",
            6,
            "2019-09-30的次日没有施行",
        ),
        ("basis_text: 甲, from: 2021-09-01, to: 2025-09-30", 6, "returned_to"),
    ],
)
def test_check_names_the_line_of_a_row_that_is_wrong(nation: Path, write_pack: Write, row: str, line: int, said: str):
    rows = "\n".join(
        [
            *CATALOGUE.splitlines(),
            "  # 虚构",
            f"  - {{id: x, label: 甲, domain: 乙, source: 丙, {row}, status: memory}}",
        ]
    )
    town = write_pack("town", parent="nation", level="town", items=rows)
    [problem] = check([town], date(2023, 6, 1))
    assert problem.line == line
    assert said in problem.message


def test_town_replaces_an_item_by_name_only(nation: Path, write_pack: Write) -> None:
    write_pack("city", parent="nation", level="city", items=CATALOGUE)
    write_pack("town", parent="city", level="town", items=CATALOGUE.replace("扬尘", "工地扬尘"))
    with pytest.raises(RulepackInvalid, match="“dust”与上级规则包重复"):
        load_lawbook(pack_chain("town", nation), nation)
    write_pack(
        "other", parent="city", level="town", items="overrides: [dust, noise]" + CATALOGUE.replace("扬尘", "工地扬尘")
    )
    assert load_lawbook(pack_chain("other", nation), nation).item("dust", date(2022, 1, 1)).label == "工地扬尘"


def test_sample_town_lost_items_in_october_2025_and_keeps_doubtful_ones() -> None:
    book = load_lawbook(pack_chain("sample-qinghe"))
    before, after = book.items(date(2025, 9, 30)), book.items(date(2025, 10, 1))
    lost = set(before) - set(after)
    assert {row.returned_to for row in lost} == {"区城管执法局"}
    assert {row.returned_by.law for row in lost if row.returned_by} == {"shanghai-item-recovery-notice"}
    assert {row.status for row in after} == {Status.UNSURE}
    assert book.item("village_building", date(2025, 10, 1)).cited == "《城乡规划法》第65条"
    assert all(row.cited for row in book.items())
