"""The catalogue of enforcement items: what was handed to the town, and what was taken back again, by date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from guiju.kernel.lawbook.api import NotInForce, UnknownRule, check, load_lawbook
from guiju.kernel.lawbook.rows import ItemRow

CATALOGUE = """
items:
  - {id: dust, label: 扬尘, domain: 生态环境, source: 示例, from: 2021-09-01, status: verified}
  - {id: noise, label: 噪声, domain: 生态环境, source: 示例, from: 2021-09-01, to: 2025-09-30, returned_to: 区局, status: unsure}
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
    with pytest.raises(NotInForce):
        book.item("noise", date(2025, 10, 1))
    assert book.item_history("noise")[-1].returned_to == "区局"
    assert [row.id for row in book.items(date(2025, 10, 1))] == ["dust"]
    assert [row.id for row in book.items()] == ["dust", "noise"]


def test_unknown_item_is_said_to_be_unknown(folder: Path) -> None:
    with pytest.raises(UnknownRule):
        load_lawbook(["town"], folder).item("other", date(2025, 1, 1))


def test_item_taken_back_says_by_whom_it_is_enforced(folder: Path) -> None:
    row = {"id": "x", "label": "甲", "domain": "乙", "source": "丙", "from": date(2021, 9, 1), "status": "verified"}
    with pytest.raises(ValidationError, match="returned_to"):
        ItemRow.model_validate({**row, "to": date(2025, 9, 30)})


def test_overlapping_rows_of_an_item_are_found(folder: Path) -> None:
    text = (
        CATALOGUE + "  - {id: dust, label: 扬尘, domain: 生态环境, source: 示例, from: 2022-01-01, status: verified}\n"
    )
    (folder / "town" / "items.yaml").write_text(text, "utf-8")
    assert any("重叠" in str(problem) for problem in check([folder / "town"], date(2026, 1, 1)))
