"""An opinion that the adviser's log and the register of opinions both tell is one matter, whichever comes first."""

import datetime as dt

import pytest

from guiju.exchange.importing.api import NO, YES, Answers, State, carry_out, prepare
from guiju.exchange.importing.tests.made_registers import (
    FIRST,
    LOG,
    SECOND,
    book,
    books_in_one,
    entries,
    imported,
    log_row,
    moment,
)
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.matters.api import Matter, Participation

pytestmark = pytest.mark.usefixtures("town")
OPINIONS = ("意见书编号", "出具日期", "村居", "法律顾问", "事项名称", "主要意见")
DAY = dt.date(2026, 3, 3)
NUMBERS = ("远法意〔2026〕6号", "2026-06")  # as our series writes them, and as somebody's own book does


def opinion(number="", title="租赁合同", unit=FIRST, day=DAY, adviser="方正言"):
    return (number, day, unit, adviser, title, "示例意见")


def register(*rows):
    return book(OPINIONS, rows, "法律意见书登记.xlsx")


def log(related="", number="1", **others):
    return book(LOG, [log_row(number, "法律意见", related, **others)], "日志.xlsx")


def opinions():
    return Matter.objects.filter(mechanism="legal_services", kind="opinion")


@pytest.mark.parametrize("number", NUMBERS)
def test_log_after_the_register_is_there_already(number):
    imported(register(opinion(number)))
    assert imported(log(number)).reconciliation.there == 1
    assert opinions().count() == 1


def test_log_names_another_adviser_who_took_part():
    imported(register(opinion(NUMBERS[0])))
    assert imported(log(NUMBERS[0], adviser="路正")).reconciliation.imported == 1
    assert opinions().count() == 1
    assert set(Participation.objects.values_list("name", flat=True)) == {"方正言", "路正"}


@pytest.mark.parametrize("number", NUMBERS)
def test_register_after_the_log_is_compared_and_corrects_it(town, number):
    imported(log(number))
    preview = prepare(register(opinion(number)), moment())
    (line,) = preview.sheets[0].lines
    assert (line.state, line.matter) == (State.DIFFERS, opinions().get().id)
    assert carry_out(preview, [line.key]).corrected == 1
    assert opinions().get().title == f"{FIRST}：租赁合同"
    before = entries()
    assert imported(register(opinion(number))).reconciliation.there == 1
    assert imported(log(number)).reconciliation.there == 1
    assert entries() == before
    assert verify_town(town.id).whole


@pytest.mark.parametrize("number", NUMBERS)
def test_both_in_one_workbook_are_one(number):
    preview = imported(books_in_one(log(number), register(opinion(number))))
    assert preview.reconciliation.rows == preview.reconciliation.imported + preview.reconciliation.there == 2
    assert opinions().count() == 1


def test_numbers_of_two_villages_in_one_workbook_are_kept_apart():
    second = log_row("1", "法律意见", "6号", unit=SECOND)
    preview = imported(books_in_one(register(opinion("6号"), opinion("6号", unit=SECOND)), book(LOG, [second])))
    assert (preview.reconciliation.imported, preview.reconciliation.there) == (2, 1)
    assert imported(book(LOG, [second], "再来.xlsx")).reconciliation.there == 1


def without_number():
    """Two sheets that may tell one opinion, in both orders, numbered in the register or not."""
    for number in ("", NUMBERS[0]):
        yield books_in_one(log(), register(opinion(number)))
        yield books_in_one(register(opinion(number)), log())


@pytest.mark.parametrize("workbook", list(without_number()))
def test_without_a_common_number_two_sheets_of_a_workbook_are_asked(workbook):
    preview = prepare(workbook, moment())
    (question,) = preview.questions
    assert question.text.startswith("这份工作簿里另一张表的“")
    assert (preview.reconciliation.imported, preview.reconciliation.to_confirm) == (1, 1)
    once = imported(workbook, answers={question.key: NO})
    assert (once.reconciliation.imported, once.reconciliation.there) == (1, 1)
    assert opinions().get().title == f"{FIRST}：租赁合同", "the register tells more than the log and comes first"


def test_two_sheets_that_tell_two_opinions_are_two():
    workbook = books_in_one(log(), register(opinion()))
    (question,) = prepare(workbook, moment()).questions
    assert imported(workbook, answers={question.key: YES}).reconciliation.imported == 2
    assert prepare(workbook, moment()).reconciliation.there == 2
    apart = books_in_one(log(number="2", day=dt.date(2026, 3, 9)), register(opinion(unit=SECOND)))
    assert imported(apart).reconciliation.imported == 2


def test_same_number_in_another_village_is_another_opinion():
    imported(register(opinion("6号")))
    assert imported(register(opinion("6号", unit=SECOND))).reconciliation.imported == 1
    assert imported(log("6号", day=dt.date(2026, 3, 9))).reconciliation.there + opinions().count() == 3


FIRST_THEN = [
    (log(), register(opinion())),
    (log(), register(opinion(NUMBERS[0]))),
    (register(opinion()), log()),
    (register(opinion(NUMBERS[0])), log()),
]


@pytest.mark.parametrize(("first", "second"), FIRST_THEN)
def test_without_a_common_number_it_is_asked(first, second):
    imported(first)
    preview = prepare(second, moment())
    (question,) = preview.questions
    assert "是另外一件吗" in question.text
    assert preview.reconciliation.to_confirm == 1
    assert imported(second, answers={question.key: NO}).reconciliation.there == 1
    assert opinions().count() == 1
    assert imported(second, answers={question.key: YES}).reconciliation.imported == 1
    assert opinions().count() == 2
    assert prepare(second, moment(), answers=Answers()).reconciliation.there == 1


@pytest.mark.parametrize(
    "other",
    [
        opinion(title="村规民约", number="远法意〔2026〕7号"),
        opinion(title="村规民约"),
        opinion(day=dt.date(2026, 3, 4)),
        opinion(unit=SECOND),
        opinion(adviser="路正"),
    ],
)
def test_another_title_day_village_or_adviser_is_another_opinion(other):
    imported(register(opinion(NUMBERS[0])))
    assert imported(register(other)).reconciliation.imported == 1
    assert opinions().count() == 2
