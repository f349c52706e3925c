"""The same row written twice counts once; one number for two things is wrong; equal rows without a number are asked."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import NO, YES, Answers, State, prepare, returned_workbook
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    SECOND,
    book,
    books_in_one,
    consultation,
    imported,
    moment,
)
from guiju.exchange.sheets.api import read_workbook
from guiju.kernel.matters.api import Matter

pytestmark = pytest.mark.usefixtures("town")


def states(workbook, **answers):
    return [line.state for sheet in prepare(workbook, moment(), **answers).sheets for line in sheet.lines]


def test_doubled_row_counts_once_however_its_date_is_written():
    preview = prepare(book(CONSULTATIONS, [consultation(), consultation(day="2026年3月2日")]), moment())
    first, second = preview.sheets[0].lines
    assert (first.state, second.state, second.same_as) == (State.GOOD, State.DOUBLED, first.number)
    assert preview.reconciliation.there == 1


def test_one_number_for_two_things_is_wrong_and_says_where():
    preview = prepare(book(CONSULTATIONS, [consultation(), consultation(人次=5)]), moment())
    wrong = preview.sheets[0].lines[1]
    assert wrong.state is State.WRONG
    assert "与第2行重号" in wrong.reasons[0]


def test_one_number_in_two_units_is_two_matters():
    assert states(book(CONSULTATIONS, [consultation(), consultation(unit=SECOND)])) == [State.GOOD, State.GOOD]


def test_brackets_and_blanks_make_no_other_number():
    rows = [consultation("远〔2026〕1号"), consultation(" 远［2026］ 1号")]
    assert states(book(CONSULTATIONS, rows)) == [State.GOOD, State.DOUBLED]


def test_equal_rows_without_number_are_asked_not_dropped():
    workbook = book(CONSULTATIONS, [consultation(""), consultation("")])
    preview = prepare(workbook, moment())
    assert [line.state for line in preview.sheets[0].lines] == [State.GOOD, State.ASK]
    (question,) = preview.questions
    assert "第2行" in question.text
    assert states(workbook, answers=Answers({question.key: YES})) == [State.GOOD, State.GOOD]
    assert states(workbook, answers=Answers({question.key: NO})) == [State.GOOD, State.DOUBLED]


def test_equal_row_confirmed_as_another_matter_is_known_again():
    workbook = book(CONSULTATIONS, [consultation(""), consultation("")])
    key = prepare(workbook, moment()).questions[0].key
    imported(workbook, answers={key: YES})
    assert Matter.objects.filter(mechanism="legal_services").count() == 2
    assert states(workbook, answers=Answers({key: YES})) == [State.SAME, State.SAME]


def test_returned_equal_row_is_still_asked_and_keeps_its_place():
    workbook = book(CONSULTATIONS, [consultation(""), consultation("")])
    preview = prepare(workbook, moment())
    imported(workbook)
    data = returned_workbook(preview)
    assert data is not None
    again = read_workbook(data, "台账-待改.xlsx")
    (line,) = prepare(again, moment()).sheets[0].lines
    assert line.state is State.ASK
    key = preview.questions[0].key
    assert states(again, answers=Answers({key: YES})) == [State.GOOD]


def test_equal_row_in_another_sheet_is_the_same_row():
    one = book(CONSULTATIONS, [consultation("")])
    assert states(books_in_one(one, one)) == [State.GOOD, State.DOUBLED]


def test_corrected_content_is_known_again_from_the_mended_original():
    imported(book(CONSULTATIONS, [consultation("", day=dt.date(2026, 3, 2))]))
    assert states(book(CONSULTATIONS, [consultation("", day="20260302")])) == [State.SAME]
