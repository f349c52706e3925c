"""A workbook handed back for correction is known again when it returns, row by row."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.exchange.sheets.api import (
    Ask,
    Column,
    Finding,
    Layout,
    LostDigits,
    Match,
    ReturnedRow,
    ReturnedSheet,
    Wrong,
    apply_mapping,
    match_layout,
    read_workbook,
    returned_name,
    write_returned,
)
from guiju.exchange.sheets.tests.made_workbooks import sheet_of
from guiju.exchange.sheets.workbook import Merge, Raw, Sheet

LAYOUT = Layout(
    "mediation.plain",
    "人民调解登记簿",
    (
        Column("number", ("登记编号",), required=True),
        Column("accepted_on", ("受理日期",), required=True, kind="date"),
        Column("applicant", ("申请人/姓名",), kind="persons"),
        Column("applicant_id", ("申请人/证件号",), kind="identity"),
    ),
)
MERGES = (Merge(1, 0, 1, 3), Merge(2, 0, 3, 0), Merge(2, 1, 3, 1), Merge(2, 2, 2, 3))
HEAD: list[list[Raw]] = [["登记簿", "", "", ""], ["登记编号", "受理日期", "申请人", ""], ["", "", "姓名", "证件号"]]
DAY_MISSING = Finding(1, Wrong("2月没有30日。"))
KIND_OPEN = Finding(2, Ask("“张三等3人”只登记1人？"))


def original(records: list[list[Raw]]) -> tuple[Sheet, Match]:
    sheet = sheet_of([*HEAD, *records], MERGES)
    match = match_layout(sheet, (LAYOUT,))
    assert isinstance(match, Match)
    return sheet, match


def returned(records: list[list[Raw]], rows: list[ReturnedRow]) -> bytes:
    sheet, match = original(records)
    return write_returned([ReturnedSheet(sheet, match.head, rows, match.title)])


RECORDS: list[list[Raw]] = [
    ["松调1", "2022.2.30", "张三等3人", LostDigits(3.19999199003071e17)],
    ["=1+1", dt.date(2022, 3, 5), "示例乙", ""],
]
ROWS = [ReturnedRow(4, "k-1", (DAY_MISSING, KIND_OPEN)), ReturnedRow(5, "k-2", (KIND_OPEN,))]


def test_the_name_says_what_it_is():
    assert returned_name("松溪村 2022.xls") == "松溪村 2022-待改.xlsx"


def test_headings_values_and_keys_come_back():
    sheet = read_workbook(returned(RECORDS, ROWS), "松溪村-待改.xlsx").sheets[0]
    match = match_layout(sheet, (LAYOUT,))
    assert isinstance(match, Match)
    assert match.title == "登记簿"
    assert match.unmatched == ()
    assert match.head.signature == original(RECORDS)[1].head.signature
    body = apply_mapping(sheet, match.head, match.mapping)
    assert body.keys == ("k-1", "k-2")
    assert [[cell.raw for cell in row.cells.values()] for row in body.rows()] == RECORDS


def test_the_reasons_stand_beside_the_row_and_mark_its_cells():
    book = openpyxl.load_workbook(io.BytesIO(returned(RECORDS, ROWS)))
    sheet = book["台账"]
    assert sheet["E4"].value == "【要改】受理日期：2月没有30日。\n【请确认】申请人/姓名：“张三等3人”只登记1人？"
    wrong, asked, fine = (sheet[place].fill.fgColor.rgb for place in ("B4", "C4", "A4"))
    assert len({wrong, asked, fine}) == 3
    assert sheet.column_dimensions["F"].hidden
    assert sheet["A5"].value == "=1+1"
    assert sheet["A5"].data_type == "s"


def test_a_row_handed_back_twice_keeps_one_pair_of_our_columns():
    once = read_workbook(returned(RECORDS, ROWS), "一.xlsx").sheets[0]
    match = match_layout(once, (LAYOUT,))
    assert isinstance(match, Match)
    again = write_returned([ReturnedSheet(once, match.head, [ReturnedRow(4, "k-1", (DAY_MISSING,))], match.title)])
    sheet = read_workbook(again, "二.xlsx").sheets[0]
    second = match_layout(sheet, (LAYOUT,))
    assert isinstance(second, Match)
    assert [h.key for h in second.head.headings] == [h.key for h in match.head.headings]
    assert apply_mapping(sheet, second.head, second.mapping).keys == ("k-1",)


def test_the_same_findings_give_the_same_bytes():
    assert returned(RECORDS, ROWS) == returned(RECORDS, ROWS)


def test_sheets_of_one_file_stay_apart_even_with_odd_names():
    sheet, match = original(RECORDS)
    odd = Sheet("村[1]:台账", sheet.rows, sheet.merges)
    data = write_returned([ReturnedSheet(each, match.head, ROWS) for each in (sheet, odd)])
    assert [each.name for each in read_workbook(data, "两张.xlsx").sheets] == ["台账", "工作表2"]


CELLS = st.one_of(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cc")), min_size=1, max_size=6
    ),
    st.sampled_from(["=1+1", "+86", "-3", "@SUM(A1)", "http://示例", "007", "TRUE", "2022.3.5", "  空格 "]),
    st.integers(0, 10**9).map(float),
    st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=5))
def test_whatever_stood_in_a_row_is_handed_back_unchanged(records):
    rows = [ReturnedRow(number, f"k-{number}", (DAY_MISSING,)) for number in range(4, 4 + len(records))]
    sheet = read_workbook(returned(records, rows), "待改.xlsx").sheets[0]
    assert [row[:4] for row in sheet.rows[3:]] == records
