"""Columns of a sheet that nobody knows: each typed kind is guessed once, persons' data are private, refused ones say why."""

import datetime as dt

import pytest

from guiju.exchange.sheets.api import find_head, may_name_persons, read_workbook, suggest_columns
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of

HEADINGS = (
    "序号", "发放日期", "村居", "物资名称", "领取人", "领取人数", "金额（元）", "民族", "登记日期", "事由", "备注", "规格",
)  # fmt: skip
DAY = dt.date(2026, 3, 2)
ROWS = (
    (1, DAY, "林泉村", "手册", "安有容", 30, 120.5, "某族", DAY, "讲课时发", "", "A5"),
    (2, DAY, "石湾村", "横幅", "成大山", 2, 80, "某族", DAY, "挂在村口", "", "3米"),
)


def guesses(headings=HEADINGS, rows=ROWS):
    """The guesses for a sheet, by heading."""
    sheet = read_workbook(xlsx_of([headings, *rows]), "物资.xlsx").sheets[0]
    head = find_head(sheet)
    assert head is not None
    return {item.heading.text: item for item in suggest_columns(sheet, head, {"林泉村", "石湾村"}.__contains__)}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("序号", "left_out"),
        ("发放日期", "event_date"),
        ("村居", "unit"),
        ("物资名称", "title"),
        ("领取人", "text"),
        ("领取人数", "persons"),
        ("金额（元）", "amount"),
        ("民族", "left_out"),
        ("登记日期", "text"),
        ("事由", "text"),
        ("备注", "note"),
        ("规格", "text"),
    ],
)
def test_heading_and_cells_tell_the_kind(heading, field):
    assert guesses()[heading].field == field


def test_persons_and_free_texts_are_private():
    assert [heading for heading, item in guesses().items() if item.private] == ["领取人", "事由", "备注"]


def test_long_texts_are_private_whatever_the_heading_says():
    told = guesses(("日期", "栏一"), [(DAY, "某人某日在某处说了很长的一段话，" * 3)])
    assert told["栏一"].private


def test_refused_column_says_why_and_shows_no_cell():
    refused = guesses()["民族"]
    assert "个人信息保护法" in refused.refused
    assert refused.samples == ()


def test_samples_are_the_first_cells():
    assert guesses()["物资名称"].samples == ("手册", "横幅")


def test_cells_that_are_no_such_thing_outvote_the_heading():
    told = guesses(("处理日期", "补贴金额", "社区"), [("上周三前后", "见附表", "甲"), ("月底", "另计", "乙")])
    assert [item.field for item in told.values()] == ["text", "text", "text"]


def test_words_of_a_heading_tell_whether_it_names_people():
    personal = ("联系人/姓名", "企业负责人", "法定代表人", "业主")
    others = ("领取人数", "规格", "部门负责人", "业主委员会", "业主数")
    assert [heading for heading in (*personal, *others) if may_name_persons(heading)] == list(personal)
