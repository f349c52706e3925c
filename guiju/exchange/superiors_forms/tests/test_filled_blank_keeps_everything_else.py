"""Filling a blank changes what is filled and nothing else: parts stay byte for byte, what lies below moves and stays right."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from guiju.exchange.superiors_forms.api import FormError, opened
from guiju.exchange.superiors_forms.references import Inserted, carried
from samples.forms import BULK, MONTHLY, write_forms
from samples.word_forms import CONFIRMATION


@pytest.fixture(scope="module")
def blanks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blanks")
    write_forms(folder)
    return folder


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_parts_that_nothing_was_put_in_stay_byte_for_byte(blanks):
    data = (blanks / MONTHLY).read_bytes()
    blank = opened(data, MONTHLY)
    assert parts(blank.saved()) == parts(data)
    blank.sheets["月报"].put((2, 6), 7)
    filled = blank.saved()
    changed = {name for name, content in parts(filled).items() if content != parts(data)[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    before, after = load_workbook(blanks / MONTHLY)["月报"], load_workbook(io.BytesIO(filled))["月报"]
    assert after["B6"].value == 7
    assert after["B6"]._style == before["B6"]._style
    assert after.merged_cells == before.merged_cells
    assert (after.freeze_panes, after.print_area, after.print_title_rows) == ("B6", before.print_area, "$3:$5")
    assert {k: v.width for k, v in after.column_dimensions.items()} == {
        k: v.width for k, v in before.column_dimensions.items()
    }


def test_rows_put_in_carry_style_and_move_what_lies_below(blanks):
    blank = opened((blanks / BULK).read_bytes(), BULK)
    blank.insert("导入模板", 5, 4)
    book = load_workbook(io.BytesIO(blank.saved()))
    sheet = book["导入模板"]
    assert sheet["A10"].value == "合计"
    assert (sheet["P10"].value, sheet["B10"].value) == ("=SUM(P3:P9)", "=COUNTA(B3:B9)")
    assert book["填表说明"]["A2"].value == "=COUNTA(导入模板!B3:B9)"
    assert sheet["E9"].number_format == sheet["E5"].number_format == "yyyy-mm-dd"
    assert sheet.print_area == "'导入模板'!$A$1:$Y$11"
    assert sheet.auto_filter.ref == "A2:Y9"
    assert str(sheet.data_validations.dataValidation[0].sqref) == "J3:J9"
    assert sheet["A11"].value == "填表人："


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("SUM(C3:C5)", "SUM(C3:C8)"),
        ("C5+C6", "C5+C9"),
        ("SUM($C$3:$C$5)/D7", "SUM($C$3:$C$8)/D10"),
        ("SUM(5:5)+LOG10(4)", "SUM(5:8)+LOG10(4)"),
        ('"C6"&月报!C6&其他!C6', '"C6"&月报!C9&其他!C6'),
        ("SUM('月报'!A6:A9)", "SUM('月报'!A9:A12)"),
    ],
)
def test_formulas_follow_the_rows(formula, moved):
    assert Inserted("月报", 5, 3).formula(formula, "月报") == moved


def test_a_copied_formula_speaks_of_its_own_row():
    assert Inserted("月报", 5, 3, within=True).formula("SUM(C5:D5)", "月报") == "SUM(C5:D5)"
    assert carried("SUM(C5:D5)*$E$1", 0, 2) == "SUM(C7:D7)*$E$1"


def test_text_that_begins_like_a_formula_stays_text(blanks):
    blank = opened((blanks / MONTHLY).read_bytes(), MONTHLY)
    blank.sheets["月报"].put((1, 2), "=1+1")
    cell = load_workbook(io.BytesIO(blank.saved()))["月报"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_word_form_keeps_its_other_parts_and_ticks_only_the_option_that_is_meant(blanks):
    data = (blanks / "上级空表" / CONFIRMATION).read_bytes()
    blank = opened(data, CONFIRMATION)
    assert blank.put("p3.x", "接待")
    assert not blank.put("p3.x", "讲座"), "an option that is only alike is not ticked"
    assert blank.put("p2.1", "罗致远")
    made = parts(blank.saved())
    assert {name for name, content in made.items() if content != parts(data)[name]} == {"word/document.xml"}
    assert "☑接待　□法律意见" in blank.text("p3.x")
    assert "法律顾问罗致远于____" in blank.text("p2.1")


@pytest.mark.parametrize("name", ["旧表.xls", "空.xlsx", "网页.docx"])
def test_what_is_no_form_is_refused_with_what_to_do(name):
    with pytest.raises(FormError, match="另存为"):
        opened(b"<html>", name)
