"""Days left or over: working days for a term counted in them, 日 for the others; a time that had to pass is never late."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.terms.api import Term
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.present.terms import due

FRIDAY = dt.date(2026, 3, 13)


@pytest.fixture
def desk(db) -> Desk:
    return Desk(found_town())


def box(desk: Desk, matter: int, rule: str, day: dt.date) -> tuple[str, str, str, str]:
    row = Term.objects.filter(matter=matter, rule=rule).values().get()
    shown = due(row, desk.on(day).moment)
    return shown["level"], shown["count_word"], shown["count"], shown["unit"]


def test_working_days_are_left_for_a_term_of_working_days(desk):
    matter = desk.decided()  # on a Thursday: to be served within seven working days
    assert Term.objects.get(matter=matter, rule="penalty.serve").due_on > TODAY + dt.timedelta(7)
    assert box(desk, matter, "penalty.serve", TODAY)[1:] == ("剩", "7", "工作日")
    assert box(desk, matter, "penalty.serve", FRIDAY + dt.timedelta(2))[1:] == ("剩", "6", "工作日"), (
        "a weekend counts not"
    )


def test_days_are_left_for_a_term_of_days(desk):
    matter = desk.investigated()
    assert box(desk, matter, "penalty.decide", TODAY)[1:] == ("剩", "90", "日")


def test_late_is_counted_in_working_days_too(desk):
    matter = desk.decided()
    last = Term.objects.get(matter=matter, rule="penalty.serve").due_on
    assert box(desk, matter, "penalty.serve", last + dt.timedelta(1))[:3] == ("late", "逾期", "1")


def test_window_of_the_party_is_over_and_nobody_late(desk):
    matter = desk.decided()
    desk.take(matter, "serve")
    last = Term.objects.get(matter=matter, rule="reconsideration.apply").due_on
    assert box(desk, matter, "reconsideration.apply", last + dt.timedelta(3))[:2] == ("", "已过")
