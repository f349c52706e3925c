"""Wrong and open rows come back as they stood, each with what is to be done; mended, they go in."""

import pytest

from guiju.exchange.importing.api import State, carry_out, prepare, returned_workbook
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    FIRST,
    book,
    consultation,
    imported,
    moment,
)
from guiju.exchange.sheets.api import Sheet, Workbook, read_workbook

pytestmark = pytest.mark.usefixtures("town")


def handed_back(workbook):
    data = carry_out(prepare(workbook, moment())).returned
    assert data is not None
    return read_workbook(data, "台账-待改.xlsx")


def mended(returned, before, after):
    """The returned workbook with one cell value put right."""
    (sheet,) = returned.sheets
    rows = [[after if raw == before else raw for raw in row] for row in sheet.rows]
    return Workbook(returned.name, (Sheet(sheet.name, rows),))


def test_only_open_rows_come_back_and_mended_they_go_in():
    returned = handed_back(book(CONSULTATIONS, [consultation("远1"), consultation("远2", day="2026-02-30")]))
    preview = prepare(returned, moment())
    assert [line.values["number"] for line in preview.sheets[0].lines] == ["远2"]
    assert preview.sheets[0].lines[0].state is State.WRONG
    right = mended(returned, "2026-02-30", "2026-02-28")
    assert imported(right).reconciliation.imported == 1
    assert imported(right).reconciliation.there == 1


def test_mended_row_without_number_is_known_again():
    returned = handed_back(book(CONSULTATIONS, [consultation("", day="2026-02-30")]))
    right = mended(returned, "2026-02-30", "2026-02-28")
    assert imported(right).reconciliation.imported == 1
    assert imported(right).reconciliation.there == 1
    assert imported(book(CONSULTATIONS, [consultation("", day="2026-02-28")])).reconciliation.there == 1


def test_equal_row_says_how_it_is_told_apart_in_the_sheet_and_then_goes_in():
    returned = handed_back(book(CONSULTATIONS, [consultation(""), consultation("")]))
    (sheet,) = returned.sheets
    head, row = sheet.rows[0], sheet.rows[1]
    assert "在表上写明编号或者备注，就分得开" in row[head.index("为什么")]
    row[head.index("登记编号")] = "远2"
    assert imported(returned).reconciliation.imported == 1
    assert imported(returned).reconciliation.there == 1


def test_unit_above_the_table_comes_along():
    headings = ("类别", "时间", "对象", "内容", "方式", "结果", "相关文书编号")
    row = ("接待", "2026-02-30", "安有容", "问宅基地", "上门", "已答复", "")
    told = book(headings, [row, ("填表人：方正言",)], "顾问服务记录.xlsx", above=f"填报单位：{FIRST}")
    right = mended(handed_back(told), "2026-02-30", "2026-02-28")
    (line,) = imported(right).sheets[0].lines
    assert line.values["adviser"] == "方正言"
    assert moment().directory.unit_names[line.values["unit"]] == FIRST


def test_nothing_comes_back_where_nothing_is_open():
    preview = prepare(book(CONSULTATIONS, [consultation()]), moment())
    assert returned_workbook(preview) is None
