"""What is wrong is said in Chinese, at the cell, with the rule and what to do."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import NotAllowedToImport, State, prepare
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    FIRST,
    MEDIATIONS,
    SECOND,
    book,
    consultation,
    mediation,
    moment,
)

pytestmark = pytest.mark.usefixtures("town")


def found(workbook, who="clerk"):
    """(column heading, message) of everything that is wrong in the only row."""
    sheet = prepare(workbook, moment(who)).sheets[0]
    (line,) = sheet.lines
    assert line.state is State.WRONG
    names = {heading.column: heading.text for heading in sheet.read.recognised.head.headings}
    return [(names.get(f.column), f.message) for f in line.findings]


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        ("服务日期", "2026-02-30", "2月没有30日"),
        ("服务日期", dt.date(2099, 9, 3), "晚于今天"),
        ("服务日期", "", "不能为空"),
        ("服务地点", "没有这个地方", "没有叫“没有这个地方”的单位"),
        ("人次", "很多", "不是数字"),
        ("联系电话", "1380000", "手机号应是11位"),
        ("咨询类别", "很" * 200, "太长"),
        ("人次", 99999999999, "太大"),
    ],
)
def test_wrong_cell_is_named(heading, value, said):
    row = dict(zip(CONSULTATIONS, consultation(), strict=True)) | {heading: value}
    told = found(book(CONSULTATIONS, [tuple(row.values())]))
    assert told[0][0] == heading
    assert said in told[0][1]


def test_identity_number_in_a_number_cell_is_refused_with_the_reason():
    told = found(book(MEDIATIONS, [mediation(申请人证件号=319999199003071238)]))
    assert told == [("申请人证件号", told[0][1])]
    assert "Excel 只保留15位" in told[0][1]


def test_missing_identity_number_and_telephone_are_no_error():
    (line,) = prepare(book(CONSULTATIONS, [consultation(联系电话="", 咨询人="")]), moment()).sheets[0].lines
    assert line.state is State.GOOD


def test_village_clerk_imports_only_rows_of_the_village():
    preview = prepare(book(CONSULTATIONS, [consultation(unit=SECOND)]), moment("village"))
    (line,) = preview.sheets[0].lines
    assert line.reasons == [f"“{SECOND}”不在您的范围内，这一行请由该单位或司法所导入。"]
    (own,) = prepare(book(CONSULTATIONS, [consultation(unit=FIRST)]), moment("village")).sheets[0].lines
    assert own.state is State.GOOD


def test_post_that_does_not_import_is_told_so():
    with pytest.raises(NotAllowedToImport, match="路明的岗位不能导入台账"):
        prepare(book(CONSULTATIONS, [consultation()]), moment("leader"))


def test_step_that_refuses_makes_the_row_wrong():
    told = found(book(MEDIATIONS, [mediation(调解结果="达成协议")]))
    assert any("协议日期" in message for _, message in told)


def test_unknown_sheet_is_named_with_its_headings():
    preview = prepare(book(("甲", "乙", "丙"), [(1, 2, 3)]), moment())
    (unknown,) = preview.unknown_tables
    assert unknown.headings == ("甲", "乙", "丙")
    assert "表头不认识：甲、乙、丙" in unknown.message
