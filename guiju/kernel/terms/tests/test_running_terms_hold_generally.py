"""Suspended, resumed and extended on any days: the last day is what the recorded spans say, and never an earlier one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.terms.api import Running, due_date, extension_problem, spans_of, spans_text
from guiju.kernel.terms.calendar import national_calendar
from guiju.kernel.terms.tests.sample_rule import make_rule

STARTS = st.dates(date(2008, 1, 1), date(2030, 12, 31))
UNITS = st.sampled_from(["日", "工作日", "月"])
EVENTS = st.lists(
    st.tuples(st.sampled_from(["suspend", "resume", "extend"]), st.integers(0, 25), st.integers(1, 20)), max_size=10
)
MOST = 30


def rule_of(unit: str, amount: int, end: str):
    extension = {"by": "负责人", "amount": MOST, "unit": unit}
    return make_rule(amount, unit, end=end, suspended_by=["鉴定"], extension=extension)


@given(unit=UNITS, amount=st.integers(1, 90), end=st.sampled_from(["roll", "fixed"]), start=STARTS, events=EVENTS)
def test_due_date_follows_from_spans_and_extension(unit, amount, end, start, events):
    calendar = national_calendar()
    running = Running(rule_of(unit, amount, end), start)
    plain, day = running.due(calendar).on, start
    for what, later, more in events:
        day += timedelta(later)
        before = running.due(calendar).on
        if what == "suspend":
            running = running.suspended(day)
        elif what == "resume":
            running = running.resumed(day)
        else:
            running = running.extended(more)
        assert running.due(calendar).on >= before
    row = running.values(calendar)
    extended = int(row["extended_by"] or 0)
    counted = due_date(running.rule, start, calendar, spans_of(row["suspensions"]), extended or None)
    assert row["due_on"] == counted.on >= plain
    assert row["explanation"] == counted.explanation
    assert extended <= MOST
    assert (row["state"] == "suspended") is (row["suspended_on"] is not None)
    assert spans_text(spans_of(row["suspensions"])) == row["suspensions"]


@given(start=STARTS, amounts=st.lists(st.integers(-3, 40), max_size=5))
def test_extensions_together_keep_to_the_rule(start, amounts):
    running = Running(rule_of("日", 30, "fixed"), start)
    for amount in amounts:
        allowed = not extension_problem(running, amount)
        longer = running.extended(amount)
        assert allowed == (0 < amount == longer.extended_by - running.extended_by)
        running = longer


@given(start=STARTS, day=st.integers(0, 60), later=st.integers(-5, 0))
def test_resuming_on_the_day_of_the_suspension_loses_nothing(start, day, later):
    running = Running(rule_of("日", 30, "fixed"), start)
    stopped = running.suspended(start + timedelta(day))
    assert stopped.resumed(start + timedelta(day + later)) == running


def test_rule_without_suspension_goes_on():
    running = Running(make_rule(30, "日"), date(2026, 3, 2))
    assert running.suspended(date(2026, 3, 5)) == running
