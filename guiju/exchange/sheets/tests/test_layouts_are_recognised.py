"""A sheet is recognised by its headings; what is missing, left over or refused is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.exchange.sheets.api import (
    Choices,
    Column,
    Layout,
    Match,
    UnknownLayout,
    match_layout,
    refusal_of,
)
from guiju.exchange.sheets.tests.made_workbooks import sheet_of
from guiju.exchange.sheets.workbook import Merge

MEDIATION = Layout(
    "mediation.plain",
    "人民调解登记簿",
    (
        Column("number", ("登记编号", "编号"), required=True),
        Column("accepted_on", ("受理日期", "受理时间"), required=True, kind="date"),
        Column("applicant", ("申请人/姓名", "申请人"), kind="persons"),
        Column("applicant_phone", ("申请人/电话",), kind="telephone"),
        Column("amount", ("协议金额",), kind="money"),
    ),
    ignored=("案件属性",),
)
SCREENING = Layout(
    "screening.grid",
    "网格矛盾纠纷台账",
    (
        Column("number", ("编号",), required=True),
        Column("event_date", ("排查时间",), required=True, kind="date"),
        Column("title", ("主要问题",), required=True),
        Column("note", ("备注",)),
    ),
)
LAYOUTS = (MEDIATION, SCREENING)


def matched(rows, merges=(), layouts=LAYOUTS, file_name=""):
    match = match_layout(sheet_of(rows, merges), layouts, file_name)
    assert isinstance(match, Match), match.message
    return match


def test_other_names_of_a_column_are_known_and_units_ignored():
    match = matched([["受理 时间", "编号", "申请人", "协议金额（万元）"]])
    assert match.layout is MEDIATION
    assert match.mapping == {"number": 1, "accepted_on": 0, "applicant": 2, "amount": 3}
    assert [column.field for column in match.absent] == ["applicant_phone"]


def test_merged_heads_are_matched_by_their_path():
    rows = [["登记编号", "受理日期", "申请人", ""], ["", "", "姓名", "电话"], ["1", "2022.3.5", "示例甲", ""]]
    match = matched(rows, (Merge(1, 0, 2, 0), Merge(1, 1, 2, 1), Merge(1, 2, 1, 3)))
    assert match.mapping == {"number": 0, "accepted_on": 1, "applicant": 2, "applicant_phone": 3}
    assert (match.head.first, match.head.last) == (1, 2)


def test_a_title_merged_over_the_table_is_no_parent_heading():
    match = matched([["登记簿", "", ""], ["登记编号", "受理日期", "申请人"]], (Merge(1, 0, 1, 2),))
    assert match.head.first == 2
    assert match.title == "登记簿"
    assert [h.text for h in match.head.headings] == ["登记编号", "受理日期", "申请人"]


def test_a_remark_of_two_cells_above_is_no_parent_heading():
    match = matched([["填报单位：松溪村", "", "填报时间：2022.3.1"], ["登记编号", "受理日期", "申请人"]])
    assert match.head.first == 2


def test_left_over_and_unread_columns_are_told_apart():
    match = matched([["序号", "登记编号", "受理日期", "申请人", "案件属性", "天气"]])
    assert [h.text for h in match.unmatched] == ["天气"]
    assert [h.text for h in match.ignored] == ["案件属性"]


def test_columns_refused_by_principle_are_named_with_the_reason():
    match = matched([["编号", "排查时间", "主要问题", "稳控负责人", "备注"]])
    assert match.layout is SCREENING
    assert [refused.heading.text for refused in match.refused] == ["稳控负责人"]
    assert "不管控人" in match.refused[0].reason
    assert match.unmatched == ()


@pytest.mark.parametrize(
    "heading",
    ["稳控负责人", "重点人员", "是否重点人", "人员类别", "民族", "学历", "文化程度", "政治面貌", "宗教信仰", "管控措施",
     "积分", "村民评分", "主要当事人/民 族", "签到时间", "人脸照片"],
)  # fmt: skip
def test_each_refused_family_gives_a_reason(heading):
    assert (refusal_of(heading) or "").endswith("。")


@pytest.mark.parametrize(
    "heading", ["重点人群", "化解负责人", "当事人", "考评意见", "民族团结宣传场次", "包案领导", "人数"]
)
def test_headings_that_only_look_alike_are_not_refused(heading):
    assert refusal_of(heading) is None


def test_no_layout_can_declare_a_refused_column():
    with pytest.raises(ValueError, match="refused by principle"):
        Layout("bad", "名册", (Column("group", ("人员类别",)),))


def test_a_layout_can_refuse_more_of_its_own():
    strict = Layout("s", "登记簿", MEDIATION.columns, refused={"案件属性": "用不到。"})
    match = matched([["登记编号", "受理日期", "申请人", "案件属性"]], layouts=(strict,))
    assert [refused.reason for refused in match.refused] == ["用不到。"]


def test_an_unknown_layout_names_its_headings():
    unknown = match_layout(sheet_of([["会议名称", "主持人", "地点"]]), LAYOUTS)
    assert isinstance(unknown, UnknownLayout)
    assert unknown.headings == ("会议名称", "主持人", "地点")
    assert "会议名称、主持人、地点" in unknown.message


def test_a_missing_required_column_is_named_with_the_nearest_layout():
    unknown = match_layout(sheet_of([["登记编号", "申请人", "协议金额"]]), LAYOUTS)
    assert isinstance(unknown, UnknownLayout)
    assert unknown.nearest is MEDIATION
    assert "“受理日期”" in unknown.message


def test_a_sheet_without_heading_is_told_so():
    unknown = match_layout(sheet_of([[1.0, 2.0]]), LAYOUTS)
    assert isinstance(unknown, UnknownLayout)
    assert "找不到表头" in unknown.message


def test_two_layouts_that_fit_alike_are_rivals_unless_the_title_decides():
    columns = (Column("event_date", ("日期",), True, "date"), Column("topic", ("主题",), True))
    training = Layout("training", "培训", columns, titles=("培训",))
    lecture = Layout("lecture", "讲座", columns, titles=("讲座",))
    assert matched([["日期", "主题"]], layouts=(training, lecture)).rivals
    decided = matched([["2022年法治讲座", ""], ["日期", "主题"]], layouts=(training, lecture))
    assert (decided.layout, decided.rivals) == (lecture, ())
    assert matched([["日期", "主题"]], layouts=(training, lecture), file_name="讲座登记.xlsx").layout is lecture


def test_a_choice_without_choices_is_a_mistake_of_the_layout():
    with pytest.raises(ValueError, match="choices"):
        Column("kind", ("类别",), kind="choice")
    with pytest.raises(ValueError, match="choices"):
        Column("kind", ("类别",), choices=Choices({"a": ("甲",)}))


@given(st.permutations(["登记编号", "受理日期", "申请人", "协议金额", "序号"]), st.integers(0, 4))
def test_the_order_of_columns_and_rows_above_do_not_matter(headings, above):
    match = matched([*[["", "", ""]] * above, headings])
    assert match.layout is MEDIATION
    assert {name: headings[column] for name, column in match.mapping.items()} == {
        "number": "登记编号", "accepted_on": "受理日期", "applicant": "申请人", "amount": "协议金额",
    }  # fmt: skip
