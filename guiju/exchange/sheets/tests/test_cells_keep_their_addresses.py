"""What a cell holds and where it stood comes through from both formats."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.sheets import worksheet_xml
from guiju.exchange.sheets.api import ErrorValue, LostDigits, UncomputedFormula, read_workbook
from guiju.exchange.sheets.tests.made_workbooks import with_sheet_xml, xls_of, xlsx, xlsx_of
from guiju.exchange.sheets.workbook import Merge, letter


def only_sheet(data, name="台账.xlsx"):
    return read_workbook(data, name).sheets[0]


@pytest.mark.parametrize("make", [xlsx_of, xls_of])
def test_both_formats_give_the_same_cells(make):
    sheet = only_sheet(make([[], [], ["", "松调1", dt.date(2022, 3, 5), 12.5]]))
    assert sheet.row(3) == ["", "松调1", dt.date(2022, 3, 5), 12.5]
    assert sheet.cell(3, 1).address == "B3"
    assert sheet.cell(3, 1).text == "松调1"
    assert sheet.cell(99, 7).raw == ""


def test_addresses_go_on_after_z():
    assert [letter(column) for column in (0, 25, 26, 701, 702, 16_383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


@given(st.integers(0, 16_383))
def test_column_letters_and_numbers_are_inverse(column):
    assert worksheet_xml.column_number(letter(column).encode()) == column


@pytest.mark.parametrize("make", [xlsx_of, xls_of])
def test_an_id_typed_as_a_number_is_marked_as_lost(make):
    sheet = only_sheet(make([["证件号"], [319999199003071238], [123456789012345], [-2e15]]))
    assert isinstance(sheet.cell(2, 0).raw, LostDigits)
    assert sheet.cell(3, 0).raw == 123456789012345
    assert isinstance(sheet.cell(4, 0).raw, LostDigits)


def test_formulas_are_read_as_their_stored_results():
    def fill(sheet, _):
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.write_formula("B1", '="甲"&"乙"', None, "甲乙")
        sheet.write_number("C1", 1)
        sheet.write_string("D1", "末")

    # Excel's way to store that a formula gives the empty text.
    empty = '<c r="C1" t="str"><f>""</f><v></v></c>'
    data = with_sheet_xml(xlsx(fill), lambda xml: xml.replace('<c r="C1"><v>1</v></c>', empty))
    assert only_sheet(data).row(1) == [2.0, "甲乙", "", "末"]


def test_error_cells_are_named_even_beyond_the_last_value():
    def fill(sheet, _):
        sheet.write_string("A1", "金额")
        sheet.write_formula("A2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C4", "=X", None, "#NAME?")

    sheet = only_sheet(xlsx(fill))
    assert sheet.cell(2, 0).raw == ErrorValue("#DIV/0!")
    assert sheet.cell(4, 2).raw == ErrorValue("#NAME?")


def test_a_formula_that_was_never_computed_is_marked():
    data = with_sheet_xml(
        xlsx_of([["金额"], [1], ["末"]]),
        lambda xml: xml.replace('<c r="A2"><v>1</v></c>', '<c r="A2"><f>SUM(B1:B2)</f><v></v></c>'),
    )
    assert only_sheet(data).cell(2, 0).raw == UncomputedFormula()


def test_merged_ranges_are_kept_with_excel_row_numbers():
    sheet = only_sheet(xlsx_of([["标题"], ["甲", "乙"]], [Merge(1, 0, 1, 1)]))
    assert sheet.merges == (Merge(1, 0, 1, 1),)


def test_hidden_sheets_are_told_apart():
    def fill(sheet, book):
        sheet.write_string("A1", "甲")
        other = book.add_worksheet("码表")
        other.write_string("A1", "乙")
        other.hide()

    assert [sheet.visible for sheet in read_workbook(xlsx(fill), "台账.xlsx").sheets] == [True, False]


VALUES = st.one_of(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cc")), min_size=1, max_size=8
    ),
    st.floats(-1e14, 1e14, allow_nan=False).map(lambda number: float(format(number, ".12g"))),
    st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_is_written_is_read_back(rows):
    assert only_sheet(xlsx_of(rows)).rows == rows


@settings(max_examples=100, deadline=None)
@given(st.sets(st.tuples(st.integers(1, 3000), st.integers(0, 60)), min_size=1, max_size=8))
def test_the_measured_reach_never_falls_short(cells):
    data = xlsx(lambda sheet, _: [sheet.write_number(row - 1, column, 1) for row, column in cells])
    xml: list[str] = []
    with_sheet_xml(data, lambda text: (xml.append(text), text)[1])
    height, width = worksheet_xml.reach(xml[0].encode(), limit=10)
    assert (height, width) == (
        max(row for row, _ in cells),
        max(column for _, column in cells) + 1,
    ) or height * width <= 10
    bound = worksheet_xml.reach(xml[0].encode(), limit=10**12)
    assert bound[0] >= height and bound[1] >= width
