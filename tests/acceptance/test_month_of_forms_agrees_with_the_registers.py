"""A month's forms of the sample town: every cell is what the registers say, counted from them without the product.

The filled workbooks are opened and counted by LibreOffice and compared cell by cell, formulas included.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from guiju.exchange.superiors_forms.answers import Sources
from guiju.exchange.superiors_forms.api import Chosen, Filled, fill, opened
from guiju.exchange.superiors_forms.tests.word_matrix import PARTS, mapped, word_matrix
from guiju.kernel.mechanism.api import listed_keys, listed_matters, listed_registers
from guiju.kernel.organisation.api import Town, acting_as_command
from guiju.kernel.procedure.api import Moment, moment_for
from samples.form_mappings import MAPPINGS
from samples.forms import BULK, KINDS, MONTHLY, QUARTERLY, QUARTERLY_ROWS, write_forms
from samples.tests.recount import Read, Recount, parse_day, read_books
from samples.town import qinghe
from samples.word_forms import CONFIRMATION, LOG, ORAL
from tests.sample_registers import NOW, books_of
from tools.pytest_loud_skips import loud_skip

REGISTERS = (
    "screening", "mediation", "oral_mediation", "adviser_log", "legal_opinion", "station_consultation", "station_guidance",
)  # fmt: skip
OCTOBER = (dt.date(2022, 10, 1), dt.date(2022, 10, 31))
CLEARED = {"已化解", "是", "已办结", "化解"}
TYPES = {"家庭": "婚姻家庭", "劳资": "劳动争议", "医患": "医疗", "涉疫": "其他"}


def moment_of(town: Town) -> Moment:
    return moment_for(acting_as_command(town, "form"), NOW)


def chosen(month: int = 10, rhythm: str = "month") -> Chosen:
    return Chosen(2022, month, dt.date(2023, 1, 10), rhythm)


def filled(folder: Path, name: str, town: Town, when: Chosen, **options: Any) -> Filled:
    blank = opened((folder / name).read_bytes(), name)
    return fill(blank, MAPPINGS[name](blank), Sources(moment_of(town), when), **options)


def counted_by_libreoffice(made: dict[str, bytes], folder: Path) -> dict[str, Any] | None:
    """The workbooks as LibreOffice opens, counts and saves them; None where there is none with Calc."""
    office = os.environ.get("GUIJU_SOFFICE") or shutil.which("soffice")
    source, target = folder / "made", folder / "counted"
    source.mkdir()
    for name, data in made.items():
        (source / name).write_bytes(data)
    if office is None:
        return None
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target)]
    subprocess.run([*command, *map(str, sorted(source.iterdir()))], check=True, capture_output=True, timeout=170)
    if not target.exists():  # LibreOffice Writer alone reads no workbook
        return None
    return {name: load_workbook(target / name, data_only=True) for name in made}


def counted_here(made: dict[str, bytes]) -> dict[str, Any]:
    """The workbooks with their sums, counts and differences worked out by hand."""
    books = {name: load_workbook(io.BytesIO(data)) for name, data in made.items()}
    for book in books.values():
        for sheet in book.worksheets:
            for cell in [one for row in sheet.iter_rows() for one in row if str(one.value).startswith("=")]:
                cell.value = worked_out(cell.value, book, sheet)
    return books


def worked_out(formula: str, book: Any, sheet: Any) -> float:
    found = re.fullmatch(r"=(SUM|COUNTA)\((?:(\w+)!)?(\w+:\w+)\)", formula)
    if found is None:
        left, right = formula.removeprefix("=").split("-")
        return (sheet[left].value or 0) - (sheet[right].value or 0)
    cells = [row[0].value for row in (book[found[2]] if found[2] else sheet)[found[3]]]
    told = [value for value in cells if value is not None]
    return len(told) if found[1] == "COUNTA" else sum(told)


def in_october(row: Read, field: str) -> bool:
    day = parse_day(row.fields.get(field, ""))
    return day is not None and OCTOBER[0] <= day <= OCTOBER[1]


def expected_matrix(rows: list[Read]) -> dict[tuple[str, str], int]:
    """Disputes of October by village and head: counted from the sheets."""
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        if row.layout.register != "screening" or not in_october(row, "event_date"):
            continue
        unit = row.fields.get("unit") or row.reporting_unit
        done = row.fields["outcome"] in CLEARED
        word = row.fields.get("dispute_kind", "").removesuffix("纠纷")
        heads = ["总数"] if done else ["总数", "未化解"]
        if word:
            heads.append(f"{TYPES.get(word, word)}{'化解数' if done else '未化解数'}")
        for head in heads:
            found[unit, head] += 1
    return found


def check_matrix(sheet: Any, rows: list[Read]) -> None:
    expected, villages = expected_matrix(rows), list(qinghe().villages)
    heads = ["总数", "未化解", *(f"{kind}{part}" for kind in KINDS for part in ("化解数", "未化解数"))]
    assert sum(n for (_, head), n in expected.items() if head == "总数") > 10
    for at, village in enumerate(villages):
        assert sheet.cell(6 + at, 1).value == village
        for column, head in enumerate(heads, 2):
            assert sheet.cell(6 + at, column).value == expected[village, head], (village, head)
    for column, head in enumerate(heads, 2):
        assert sheet.cell(5, column).value == sum(expected[one, head] for one in villages), head
    assert (sheet["A2"].value, sheet["H2"].value) == ("填报单位：青禾镇人民政府", "统计期间：2022年10月")


def check_bulk(book: Any, rows: list[Read]) -> None:
    """One row a mediation accepted in October; the sum and what stands below have moved down."""
    accepted = [row for row in rows if row.layout.register == "mediation" and in_october(row, "accepted_on")]
    by_number = {row.fields["number"]: row for row in accepted if row.fields.get("number")}
    assert len(accepted) > 4, "more than stand ready in the blank"
    sheet, last = book["导入模板"], 2 + len(accepted)
    told = {sheet.cell(row, 1).value: row for row in range(3, last + 1)}
    assert set(by_number) <= set(told) and len(told) == len(accepted)
    for number, row in by_number.items():
        at = told[number]
        assert sheet.cell(at, 5).value.date() == parse_day(row.fields["accepted_on"])
        assert sheet.cell(at, 5).number_format.replace("\\", "") == "yyyy-mm-dd"
        amount = row.fields.get("amount")
        assert (sheet.cell(at, 16).value or 0) == (float(amount) if amount else 0)
    sums = [sheet.cell(row, 16).value or 0 for row in range(3, last + 1)]
    assert sheet.cell(last + 1, 1).value == "合计"
    assert sheet.cell(last + 1, 16).value == pytest.approx(sum(sums))
    assert sheet.cell(last + 1, 2).value == book["填表说明"]["A2"].value == len(accepted)
    assert str(sheet.cell(last + 2, 1).value).startswith("填表人：")
    assert all(
        "某" in str(sheet.cell(row, 18).value) or "公司" in str(sheet.cell(row, 18).value) for row in told.values()
    )


def check_quarter(sheet: Any, rows: list[Read]) -> None:
    """The third quarter, the year to its end, the same stretch of last year."""
    ends = {"year": dt.date(2022, 9, 30), "half": dt.date(2022, 6, 30), "before": dt.date(2021, 9, 30)}
    counted = {name: Recount(rows, end).figures() for name, end in ends.items()}
    for row, (_name, figure) in enumerate(QUARTERLY_ROWS, 4):
        if figure:
            year, half, before = (counted[name][figure] for name in ("year", "half", "before"))
            values = [sheet.cell(row, column).value for column in range(2, 6)]
            assert values == [year - half, year, before, year - before], figure


def check_word_matrix(town: Town, rows: list[Read]) -> None:
    """A table of Word is filled like a sheet: what stood there stays, Word's formula too, and the sums are counted."""
    expected, villages, kinds = expected_matrix(rows), list(qinghe().villages), KINDS[:4]
    blank = opened(data := word_matrix(villages, kinds), "统计表.docx")
    made = fill(blank, mapped(blank), Sources(moment_of(town), chosen()))
    page, before = Document(io.BytesIO(made.data())), Document(io.BytesIO(data))
    told = [[cell.text for cell in row.cells] for row in page.tables[0].rows]
    assert told[:2] == [[cell.text for cell in row.cells] for row in before.tables[0].rows[:2]]
    assert [one.text for one in page.paragraphs] == [one.text for one in before.paragraphs]
    heads = [f"{kind}{part}" for kind in kinds for part in PARTS]
    for village, row in zip(villages, told[2:-1], strict=True):
        assert row == [village, *(str(expected[village, head]) for head in heads)]
    sums = [str(sum(n for (_, head), n in expected.items() if head == wanted)) for wanted in heads]
    assert told[-1] == ["合计", *sums[:-1], ""] and any(int(one) for one in sums)
    assert ["=SUM(ABOVE)" in one._tc.xml for one in page.tables[0].rows[-1].cells[-2:]] == [False, True]
    assert any("按 F9" in note for note in made.notes)


def check_word(folder: Path, town: Town, rows: list[Read], into: Path) -> None:
    log = [row for row in rows if row.layout.register == "adviser_log" and in_october(row, "event_date")]
    path = into / "log.docx"
    path.write_bytes(filled(folder, f"上级空表/{LOG}", town, chosen()).data())
    lines = Document(str(path)).tables[0].rows[1:]
    days = Counter(line.cells[1].text for line in lines)
    own = [row for row in log if row.fields["kind"] not in ("人民调解", "参与调解")]
    assert days == Counter(f"{day.year}年{day.month}月{day.day}日" for row in own if (day := row.day("event_date")))
    assert [line.cells[0].text for line in lines] == [str(n) for n in range(1, len(own) + 1)]
    for name, register in ((ORAL, "oral_mediation"), (CONFIRMATION, "adviser_log")):
        listed, moment = listed_registers()[register], moment_of(town)
        keys, _ = listed_keys(listed, moment, chosen().period("month"), next(iter(listed.dates)))
        one = next(iter(listed_matters(listed, keys[:1], moment)))
        made = filled(folder, f"上级空表/{name}", town, chosen(), matter=one)
        (into / name).write_bytes(made.data())
        page = Document(str(into / name))
        text = "\n".join(paragraph.text for paragraph in page.paragraphs)
        assert one.snapshot.matter["number"] in text + "".join(c.text for c in page.tables[0]._cells)
        assert ("☑" in text) == (name == CONFIRMATION), text


@pytest.mark.long
def test_filled_forms_agree_with_the_registers_cell_by_cell(sample_year, tmp_path):
    town = sample_year.town
    rows = read_books(sample_year.folder, tuple(books_of(*REGISTERS)))
    write_forms(tmp_path)
    made = {
        "month.xlsx": filled(tmp_path, MONTHLY, town, chosen()).data(),
        "bulk.xlsx": filled(tmp_path, BULK, town, chosen()).data(),
        "quarter.xlsx": filled(tmp_path, QUARTERLY, town, chosen(9, "quarter")).data(),
    }
    check_word(tmp_path, town, rows, tmp_path)
    check_word_matrix(town, [row for row in rows if "2022" in str(row.day("event_date"))])
    counted = counted_by_libreoffice(made, tmp_path)
    for books in [counted_here(made), *([counted] if counted else [])]:
        check_matrix(books["month.xlsx"]["月报"], [row for row in rows if "2022" in str(row.day("event_date"))])
        check_bulk(books["bulk.xlsx"], rows)
        check_quarter(books["quarter.xlsx"]["季度表"], rows)
    if counted is None:
        loud_skip("没有 LibreOffice Calc，填好的表只由测试自己算过公式，没有用它打开核对")
