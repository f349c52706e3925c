"""Questions are asked once for all rows in which they arise; their answers settle the rows."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import NO, YES, Answers, State, prepare
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    LOG,
    MEDIATIONS,
    book,
    consultation,
    log_row,
    mediation,
    moment,
)

pytestmark = pytest.mark.usefixtures("town")


def settled(workbook, given):
    return prepare(workbook, moment(), answers=Answers(given)).sheets[0].lines


def test_category_is_asked_once_for_all_rows():
    workbook = book(MEDIATIONS, [mediation(f"林人调〔2026〕{n}号", 纠纷类别="欠薪") for n in (1, 2)])
    (question,) = prepare(workbook, moment()).questions
    assert (question.rows, question.where) == ([2, 3], "2 行，M 列")
    assert "labour" in dict(question.options)
    lines = settled(workbook, {question.key: "labour"})
    assert [line.values["dispute_kind"] for line in lines] == ["labour", "labour"]
    assert {line.state for line in lines} == {State.GOOD}


def test_day_number_is_taken_with_a_yes_and_left_with_a_no():
    workbook = book(CONSULTATIONS, [consultation(day=46083)])
    (question,) = prepare(workbook, moment()).questions
    assert (question.suggestion, question.suggested) == ("2026-03-02", dt.date(2026, 3, 2))
    assert settled(workbook, {question.key: YES})[0].values["event_date"] == dt.date(2026, 3, 2)
    (left,) = settled(workbook, {question.key: NO})
    assert (left.state, left.reasons) == (State.WRONG, ["您已答复“46083”不是这样。请改正这一格。"])


def test_nearly_known_unit_is_asked():
    workbook = book(CONSULTATIONS, [consultation(unit="远溪公共法律服务站")])
    (question,) = prepare(workbook, moment()).questions
    assert question.suggestion == "远溪镇公共法律服务站"
    assert settled(workbook, {question.key: YES})[0].state is State.GOOD


def test_unclear_row_is_settled_by_the_number_it_means():
    workbook = book(LOG, [log_row("1", "人民调解")])
    preview = prepare(workbook, moment())
    (question,) = preview.questions
    assert preview.sheets[0].lines[0].state is State.ASK
    assert question.free
    assert settled(workbook, {question.key: "没有这个编号"})[0].state is State.ASK
    assert settled(workbook, {question.key: NO})[0].state is State.WRONG


def test_answer_that_cannot_be_read_leaves_the_question():
    workbook = book(MEDIATIONS, [mediation(纠纷类别="欠薪")])
    (question,) = prepare(workbook, moment()).questions
    assert settled(workbook, {question.key: "不存在的类别"})[0].state is State.ASK
