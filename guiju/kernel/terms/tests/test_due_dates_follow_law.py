"""Due dates of real rules on real days, worked out by hand from the articles and the holiday notices."""

from datetime import date

import pytest

from guiju.kernel.lawbook.api import load_lawbook, pack_chain
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.due import due_date
from guiju.kernel.terms.due_counting import TermNotCountable, add_months


@pytest.fixture(scope="module")
def lawbook():
    return load_lawbook(pack_chain("sample-qinghe"))


@pytest.mark.parametrize(
    ("name", "start", "due"),
    [
        # 30日 end on 1 October, a holiday: the first working day after it is a made-up Saturday.
        ("mediation.confirmation.apply", date(2022, 9, 1), date(2022, 10, 8)),
        ("mediation.confirmation.apply", date(2022, 6, 1), date(2022, 7, 1)),
        # 5工作日 over 国庆 2022 (1-7 October free, 8 and 9 made up).
        ("penalty.hearing.ask", date(2022, 9, 28), date(2022, 10, 10)),
        ("penalty.register_keep", date(2022, 3, 4), date(2022, 3, 15)),
        # 90日 of the organ are calendar days and do not roll: 8 May 2022 is a Sunday worked for, 5 June a Sunday.
        ("penalty.decide", date(2022, 3, 7), date(2022, 6, 5)),
        ("penalty.pay", date(2022, 9, 16), date(2022, 10, 8)),
        # The answer of the town: 10 calendar days until 2023, working days since 2024.
        ("reconsideration.answer", date(2023, 12, 1), date(2023, 12, 11)),
        ("reconsideration.answer", date(2024, 3, 1), date(2024, 3, 15)),
        ("litigation.answer", date(2022, 4, 15), date(2022, 5, 5)),
        ("litigation.direct", date(2022, 8, 31), date(2023, 2, 28)),
        ("coercion.court.apply", date(2022, 11, 30), date(2023, 2, 28)),
        ("petition.object", date(2022, 9, 30), date(2022, 10, 12)),
        ("disclosure.reply", date(2022, 9, 20), date(2022, 10, 21)),
        # 7工作日 before a hearing on a Wednesday.
        ("penalty.hearing.notify", date(2022, 11, 16), date(2022, 11, 7)),
        ("annual_report.submit", date(2022, 12, 31), date(2023, 3, 1)),
        ("annual_report.publish", date(2023, 4, 1), date(2024, 4, 1)),
        ("crime_transfer.send", date(2022, 9, 30), date(2022, 10, 1)),
        ("service.public_notice", date(2021, 12, 1), date(2022, 1, 30)),
        ("service.public_notice", date(2022, 3, 1), date(2022, 3, 31)),
    ],
)
def test_real_rules_give_the_day_of_the_law(lawbook, calendar, name, start, due):
    found = due_date(lawbook.term_rule(name, start), start, calendar)
    assert found.on == due
    assert not found.provisional


def test_seizure_is_extended_once_and_testing_time_does_not_count(lawbook, calendar):
    rule = lawbook.term_rule("coercion.seal", date(2022, 3, 1))
    assert due_date(rule, date(2022, 3, 1), calendar).on == date(2022, 3, 31)
    assert due_date(rule, date(2022, 3, 1), calendar, extended_by=30).on == date(2022, 4, 30)
    tested = [(date(2022, 3, 10), date(2022, 3, 14))]
    assert due_date(rule, date(2022, 3, 1), calendar, tested).on == date(2022, 4, 5)
    with pytest.raises(TermNotCountable, match="最多延长30日（《行政强制法》第25条）"):
        due_date(rule, date(2022, 3, 1), calendar, extended_by=31)


def test_a_term_without_extension_cannot_be_extended(lawbook, calendar):
    rule = lawbook.term_rule("penalty.hearing.ask", date(2022, 3, 1))
    with pytest.raises(TermNotCountable, match="没有可以延长的规定"):
        due_date(rule, date(2022, 3, 1), calendar, extended_by=1)


def test_months_end_on_the_corresponding_day_or_the_last():
    assert add_months(date(2022, 1, 31), 1) == date(2022, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2022, 11, 15), 3) == date(2023, 2, 15)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_a_period_that_counts_its_first_day_ends_a_day_earlier(rule, calendar):
    for amount, unit, due in (
        (10, "日", date(2022, 3, 10)),
        (1, "月", date(2022, 3, 31)),
        (3, "工作日", date(2022, 3, 3)),
    ):
        counted = due_date(rule(amount, unit, start="event_day"), date(2022, 3, 1), calendar)
        assert counted.on == due


def test_an_extension_in_another_unit_follows_the_period(rule, calendar):
    extendable = rule(1, "月", extension={"by": "负责人", "amount": 10, "unit": "工作日"})
    assert due_date(extendable, date(2022, 3, 1), calendar, extended_by=10).on == date(2022, 4, 18)


def test_a_year_without_notice_makes_the_date_provisional(rule, calendar):
    late = date(2049, 12, 20)
    assert due_date(rule(20, "工作日"), late, calendar).provisional
    assert due_date(rule(20, "日", end="roll"), late, calendar).provisional
    assert not due_date(rule(20, "日"), late, calendar).provisional
    assert not due_date(rule(1, "月"), late, calendar).provisional
    assert due_date(rule(5, "工作日", direction="before"), late, calendar).provisional


def test_a_period_within_a_noticed_year_is_not_provisional(rule, calendar):
    assert not due_date(rule(5, "工作日"), date(2022, 12, 20), calendar).provisional


def test_a_day_off_in_town_moves_the_date(rule):
    town = Calendar({date(2022, 3, 31): False})
    assert due_date(rule(30, "日", end="roll"), date(2022, 3, 1), town).on == date(2022, 4, 1)


def test_what_cannot_stand_still_cannot_be_suspended(rule, calendar):
    stopped = [(date(2022, 3, 2), date(2022, 3, 3))]
    for fixed in (rule(None, None, yearly="03-01"), rule(7, "工作日", direction="before"), rule(24, "小时")):
        with pytest.raises(TermNotCountable, match="不是可以中止的期限"):
            due_date(fixed, date(2022, 3, 1), calendar, stopped)
    with pytest.raises(TermNotCountable, match="早于起始日"):
        due_date(rule(), date(2022, 3, 1), calendar, [(date(2022, 3, 3), date(2022, 3, 2))])


def test_the_last_of_february_is_found_in_every_year(rule, calendar):
    yearly = rule(None, None, yearly="02-29")
    assert due_date(yearly, date(2022, 12, 31), calendar).on == date(2023, 2, 28)
    assert due_date(yearly, date(2023, 12, 31), calendar).on == date(2024, 2, 29)
