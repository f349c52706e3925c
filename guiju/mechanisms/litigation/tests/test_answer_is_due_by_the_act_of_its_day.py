"""The term to answer runs from the copy, by the Act of that day; a third party owes none; what is late stays late."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Planned
from guiju.kernel.terms.api import Term
from guiju.mechanisms.litigation.tests.made_cases import terms_of

SUIT, REVIEW, SIMPLIFIED = "litigation.answer", "reconsideration.answer", "reconsideration.answer.simplified"


def test_defendant_has_fifteen_days_from_the_copy(desk):
    matter = desk.suit()
    # 12 March and fifteen days: 27 March 2026, a Friday.
    assert terms_of(matter) == {SUIT: (dt.date(2026, 3, 27), "open")}
    term = Term.objects.get(matter=matter)
    assert (term.red, term.force) == (True, "法定期限")
    assert "3月27日" in term.explanation


def test_day_of_the_copy_is_the_one_that_is_told(desk):
    matter = desk.suit(copy_received_on=dt.date(2026, 3, 9))
    assert terms_of(matter)[SUIT][0] == dt.date(2026, 3, 24)


@pytest.mark.parametrize("kind", ["suit", "review"])
def test_third_party_owes_no_answer(desk, kind):
    matter = getattr(desk, kind)(standing="third_party")
    assert terms_of(matter) == {}


@pytest.mark.parametrize(
    ("copy", "version", "due"),
    [
        # Ten days by the calendar: 22 October 2023 is a Sunday, so the Monday.
        (dt.date(2023, 10, 12), "2017", dt.date(2023, 10, 23)),
        # Ten working days since 2024: 8 to 19 January.
        (dt.date(2024, 1, 5), "2023", dt.date(2024, 1, 19)),
    ],
)
def test_old_and_new_act_count_differently(desk, copy, version, due):
    there = desk.on(copy)
    matter = there.review()
    assert Matter.objects.get(id=matter).procedure_version == version
    assert terms_of(matter) == {REVIEW: (due, "open")}


def test_simplified_procedure_has_five_working_days(desk):
    matter = desk.on(dt.date(2024, 1, 5)).review(simplified=True)
    assert terms_of(matter) == {SIMPLIFIED: (dt.date(2024, 1, 12), "open")}


def test_old_act_knew_no_simplified_procedure(desk):
    there = desk.on(dt.date(2023, 10, 12))
    matter = there.review(simplified=True)
    assert list(terms_of(matter)) == [REVIEW]


@pytest.mark.parametrize(("days", "state"), [(15, "met"), (16, "late")])
def test_answer_on_the_last_day_is_in_time_and_the_day_after_is_late(desk, days, state):
    matter = desk.suit()
    desk.later(days).take(matter, "answer")
    assert terms_of(matter)[SUIT][1] == state


def test_withdrawal_ends_the_term_without_calling_it_met(desk):
    matter = desk.suit()
    desk.later(3).take(matter, "withdraw")
    assert terms_of(matter)[SUIT][1] == "closed"
    assert Matter.objects.get(id=matter).outcome == "withdrawn"


def test_acceptance_places_the_matter_and_the_copy_starts_the_term(desk):
    accepted = dt.date(2026, 3, 5)
    matter = desk.review(accepted_on=accepted, copy_received_on=dt.date(2026, 3, 10))
    assert Matter.objects.get(id=matter).event_date == accepted
    assert terms_of(matter)[REVIEW][0] == dt.date(2026, 3, 24)


def test_suit_of_before_the_law_in_force_opens_no_term(desk):
    from guiju.mechanisms.litigation.rows import tells_suit

    row = {"copy_received_on": dt.date(2012, 5, 8), "standing": "defendant", "title": "请求撤销决定"}
    planned = desk.told(tells_suit, **row)
    assert isinstance(planned, Planned)
    assert not [change for change in planned.plan.changes if change.model is Term]
