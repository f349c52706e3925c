"""The day table holds the yearly notices, counts as a walk from day to day would, and knows what it does not know."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.terms.calendar import Calendar, OutsideCalendar, national_calendar
from guiju.kernel.terms.calendar_check import differing_days

DAYS = st.dates(date(2005, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2022, 9, 30), True),
        (date(2022, 10, 3), False),  # 国庆
        (date(2022, 10, 8), True),  # a Saturday made up
        (date(2022, 10, 9), True),  # a Sunday made up
        (date(2020, 1, 31), False),  # the extension of spring 2020
        (date(2026, 2, 14), True),
        (date(2026, 11, 24), True),
        (date(2026, 11, 22), False),
    ],
)
def test_noticed_days_are_known(calendar, day, works):
    assert calendar.is_working(day) is works


@pytest.mark.parametrize(("year", "days"), [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_working_days_of_a_year_add_up(calendar, year, days):
    assert calendar.working_between(date(year, 1, 1), date(year, 12, 31)) == days


def test_two_sources_agree_on_every_noticed_year():
    assert differing_days() == []


def test_a_year_without_notice_is_not_known(calendar):
    assert calendar.is_known(2022)
    assert not calendar.is_known(2050)
    assert not calendar.all_known(date(2022, 12, 30), date(2050, 1, 4))
    assert calendar.is_working(date(2050, 10, 3))  # a Monday: weekends only


def test_the_towns_days_go_before_the_notice():
    town = Calendar({date(2022, 10, 3): True, date(2022, 10, 12): False})
    assert town.is_working(date(2022, 10, 3))
    assert not town.is_working(date(2022, 10, 12))
    assert town.add_working(date(2022, 10, 11), 1) == date(2022, 10, 13)
    assert town != national_calendar()
    assert town == Calendar({date(2022, 10, 12): False, date(2022, 10, 3): True})
    assert Calendar({}, confirmed_years=[2050]).is_known(2050)


@given(day=DAYS, days=st.integers(-120, 120))
def test_adding_working_days_equals_a_walk(day, days):
    calendar, walked, left = national_calendar(), day, abs(days)
    step = timedelta(1 if days > 0 else -1)
    while left:
        walked += step
        left -= calendar.is_working(walked)
    assert calendar.add_working(day, days) == walked


@given(first=DAYS, length=st.integers(-5, 400))
def test_counting_between_equals_a_walk(first, length):
    calendar, last = national_calendar(), first + timedelta(length)
    walked = sum(calendar.is_working(first + timedelta(offset)) for offset in range(max(0, length + 1)))
    assert calendar.working_between(first, last) == walked


@given(day=DAYS, days=st.integers(1, 500))
def test_counting_back_gives_the_days_that_were_added(day, days):
    calendar = national_calendar()
    reached = calendar.add_working(day, days)
    assert calendar.is_working(reached)
    assert calendar.working_between(day + timedelta(1), reached) == days


@given(first=DAYS, length=st.integers(0, 60))
def test_free_stretches_and_made_up_days_split_a_span(first, length):
    calendar, last = national_calendar(), first + timedelta(length)
    free = sum((end - begin).days + 1 for begin, end in calendar.free_runs(first, last))
    assert free + calendar.working_between(first, last) == length + 1
    assert all(day.weekday() >= 5 and calendar.is_working(day) for day in calendar.made_up(first, last))


def test_days_outside_the_table_are_refused(calendar):
    with pytest.raises(OutsideCalendar, match="1989-12-30"):
        calendar.is_working(date(1989, 12, 30))
    with pytest.raises(OutsideCalendar, match="2071-01-01"):
        calendar.is_working(date(2071, 1, 1))
    with pytest.raises(OutsideCalendar, match="工作日"):
        calendar.add_working(date(2070, 12, 30), 5)
    assert not calendar.is_working(date(1990, 1, 6))
    assert calendar.is_working(date(1990, 1, 1))
