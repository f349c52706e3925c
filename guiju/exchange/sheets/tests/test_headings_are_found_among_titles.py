"""The heading is found whatever stands above it, and its merged heads become paths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import find_head, normalise, title_of
from guiju.exchange.sheets.headings import without_unit
from guiju.exchange.sheets.tests.made_workbooks import sheet_of
from guiju.exchange.sheets.workbook import Merge

HEADINGS = ["序号", "登记编号", "受理日期", "申请人", "涉及人数", "纠纷情况"]
RECORDS = [
    [1.0, "松调1", "2022.3.5", "示例甲", 2.0, "因院墙争执"],
    [2.0, "松调2", "2022.3.9", "示例乙", 3.0, "因漏水争执"],
]


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        (" 受理\n日 期 ", "受理日期"),
        ("当事人（甲方）", "当事人(甲方)"),
        ("＊决定日期：", "决定日期"),
        ("处罚类别*（必填）", "处罚类别"),
        ("ＮＯ．", "no."),
    ],
)
def test_headings_are_compared_without_their_decoration(written, compared):
    assert normalise(written) == compared


def test_units_in_brackets_can_be_left_out():
    assert without_unit(normalise("协议金额（万元）")) == "协议金额"
    assert without_unit("(元)") == "(元)"


def test_three_merged_rows_become_paths():
    rows = [
        ["2022年排查表", "", "", "", "", ""],
        ["序号", "主要当事人", "", "", "日期", "备注"],
        ["", "姓名", "证件", "", "", ""],
        ["", "", "类型", "号码", "", ""],
        [1.0, "示例甲", "身份证", "", "2022.3.5", ""],
    ]
    merges = (
        Merge(1, 0, 1, 5), Merge(2, 0, 4, 0), Merge(2, 1, 2, 3), Merge(3, 1, 4, 1), Merge(3, 2, 3, 3),
        Merge(2, 4, 4, 4), Merge(2, 5, 4, 5),
    )  # fmt: skip
    sheet = sheet_of(rows, merges)
    head = find_head(sheet)
    assert head is not None
    assert (head.first, head.last) == (2, 4)
    assert [h.key for h in head.headings] == [
        "序号", "主要当事人/姓名", "主要当事人/证件/类型", "主要当事人/证件/号码", "日期", "备注",
    ]  # fmt: skip
    assert title_of(sheet, head) == "2022年排查表"


def test_two_rows_without_any_merge_become_paths_too():
    rows = [["序号", "申请人", "", "日期"], ["", "姓名", "电话", ""], [1.0, "示例甲", "", "2022.3.5"]]
    head = find_head(sheet_of(rows))
    assert head is not None
    assert [h.key for h in head.headings] == ["序号", "申请人/姓名", "申请人/电话", "日期"]


def test_the_same_heading_twice_gets_a_number():
    head = find_head(sheet_of([["日期", "姓名", "姓名"], ["2022.3.5", "示例甲", "示例乙"]]))
    assert head is not None
    assert [h.key for h in head.headings] == ["日期", "姓名", "姓名#2"]


def test_the_signature_does_not_depend_on_order_or_on_our_own_columns():
    one = find_head(sheet_of([["编号", "日期", "事由"]]))
    other = find_head(sheet_of([["事 由", "编号", "日期：", "为什么", "行标识"]]))
    different = find_head(sheet_of([["编号", "日期", "地点"]]))
    assert one and other and different
    assert one.signature == other.signature != different.signature


def test_a_sheet_without_any_heading_has_none():
    assert find_head(sheet_of([[1.0, 2.0], [3.0, 4.0]])) is None
    assert find_head(sheet_of([])) is None


def blank(width: int) -> list[str]:
    return [""] * width


ABOVE = st.lists(
    st.sampled_from(
        [
            ["青禾镇2022年人民调解登记簿（示例）"],
            ["填表单位：松溪村", "", "", "填表时间：2022.12.1"],
            ["填表人：示例甲　填表时间：2022年12月1日"],
            blank(6),
            ["合计", "", "", "", 5.0, ""],
            ["单位：件"],
        ]
    ),
    max_size=5,
)


@given(ABOVE, st.integers(0, 2), st.permutations(HEADINGS))
def test_titles_blanks_and_totals_above_do_not_hide_the_heading(above, shift, headings):
    records = [[record[HEADINGS.index(heading)] for heading in headings] for record in RECORDS]
    rows = [[*blank(shift), *row] for row in [*above, headings, *records]]
    head = find_head(sheet_of(rows))
    assert head is not None
    assert head.first == len(above) + 1
    assert [h.text for h in head.headings] == headings
    assert head.headings[0].column == shift
