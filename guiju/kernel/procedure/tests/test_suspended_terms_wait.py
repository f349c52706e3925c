"""A term that a step suspends waits: the days until it is resumed do not count, whether told one by one or in a row."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.kernel.ledger.api import verify_town
from guiju.kernel.procedure.api import Finding, Intent, Refused, Snapshot, apply, plan
from guiju.kernel.terms.api import Term, due_date, spans_of
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
    command_moment,
    found_town,
    loaded,
    opened_case,
    planned,
    registration,
    take,
    unit_of,
)

pytestmark = pytest.mark.django_db
DECIDE = "penalty.decide"
START = dt.date(2026, 3, 2)
PLAIN = dt.date(2026, 5, 31)  # 90 days


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(2), dt.UTC)


@pytest.fixture
def town():
    return found_town()


def walked(town, *steps: tuple[str, dt.date]) -> int:
    """A case opened on the first day and led on, each step recorded on its day."""
    matter = opened_case(command_moment(town, on(START)), unit_of(town), on(START)).matter
    assert matter is not None
    for code, day in (("collect", START), ("notify", START), *steps):
        take(matter, command_moment(town, on(day)), code, now=on(day))
    return matter


def term(matter: int | None) -> Term:
    return Term.objects.get(matter=matter, rule=DECIDE)


def day(n: int) -> dt.date:
    return START + dt.timedelta(n)


def test_days_of_the_suspension_do_not_count(town):
    matter = walked(town, ("ask_hearing", day(10)))
    waiting = term(matter)
    assert (waiting.state, waiting.suspended_on, waiting.due_on) == ("suspended", day(10), PLAIN)
    take(matter, command_moment(town, on(day(25))), "hold_hearing", now=on(day(25)))
    resumed = term(matter)
    assert (resumed.state, resumed.suspended_on) == ("open", None)
    assert spans_of(resumed.suspensions) == [(day(10), day(24))]
    assert resumed.due_on == PLAIN + dt.timedelta(15)
    assert "中止计算，扣除15日" in resumed.explanation
    assert verify_town(town.id).whole


def test_suspension_of_one_day_costs_one_and_of_the_same_day_none(town):
    one = walked(town, ("ask_hearing", day(10)), ("hold_hearing", day(11)))
    assert spans_of(term(one).suspensions) == [(day(10), day(10))]
    assert term(one).due_on == PLAIN + dt.timedelta(1)
    none = walked(town, ("ask_hearing", day(10)), ("hold_hearing", day(10)))
    assert (term(none).suspensions, term(none).due_on, term(none).state) == ("", PLAIN, "open")


def test_closing_while_suspended_ends_the_suspension_first(town):
    steps = [Intent("ask_hearing", event_date=day(80)), Intent("decide", event_date=day(100), mode="claimed")]
    matter = walked(town)
    moment = command_moment(town, on(day(100)))
    apply([planned(loaded(matter), [steps[0]], moment).plan], moment.now)
    apply([planned(loaded(matter), [steps[1]], moment).plan], moment.now)
    closed = term(matter)
    assert (closed.state, closed.suspended_on) == ("met", None)
    assert spans_of(closed.suspensions) == [(day(80), day(99))]
    assert closed.due_on == PLAIN + dt.timedelta(20)


def test_matter_that_ends_while_suspended_leaves_no_open_span(town):
    matter = walked(town, ("ask_hearing", day(10)), ("drop", day(12)))
    assert (term(matter).state, term(matter).suspended_on) == ("closed", None)
    assert spans_of(term(matter).suspensions) == [(day(10), day(11))]


def told(town, *steps: tuple[str, dt.date]):
    """A sheet row that tells the whole story, planned as one entry."""
    first = registration(unit_of(town))
    intents = [Intent("register", first.values, START, "claimed", "sheet")]
    intents += [Intent(code, {}, when, "claimed", "sheet") for code, when in steps]
    return planned(Snapshot(CASE), intents, command_moment(town, on(day(200))))


def test_row_of_a_sheet_tells_the_whole_story(town):
    answer = told(town, ("ask_hearing", day(10)), ("hold_hearing", day(40)), ("ask_hearing", day(50)))
    matter = apply([answer.plan], on(day(200)))[0].matter
    waiting = term(matter)
    assert (waiting.state, waiting.suspended_on) == ("suspended", day(50))
    assert waiting.due_on == PLAIN + dt.timedelta(30)
    assert spans_of(waiting.suspensions) == [(day(10), day(39))]


@pytest.mark.parametrize(("decided", "late"), [(day(120), False), (day(121), True)])
def test_lateness_in_a_row_counts_without_the_suspension(town, decided, late):
    """Ninety days from the next one, thirty of them suspended."""
    answer = told(town, ("ask_hearing", day(10)), ("hold_hearing", day(40)), ("decide", decided))
    assert any(remark.code.startswith("late.") for remark in answer.findings) is late


def test_resuming_before_the_suspension_is_refused_or_found(town):
    matter = walked(town, ("ask_hearing", day(10)))
    moment = command_moment(town, on(day(20)))
    answer = plan(loaded(matter), [Intent("hold_hearing", event_date=day(9))], moment)
    assert isinstance(answer, Refused)
    assert f"自{day(10)}起中止" in answer.refusals[0].reason
    apply([planned(loaded(matter), [Intent("hold_hearing", {}, day(9), "claimed")], moment).plan], moment.now)
    assert Finding.objects.filter(matter_id=matter, code="resumed_before").count() == 1
    assert (term(matter).state, term(matter).suspensions) == ("open", "")


def test_rule_of_before_knows_no_suspension(town):
    """Before 2023-04-01 nothing stopped the ninety days: the same steps leave the date as it is."""
    start = dt.date(2023, 3, 1)
    intents = [Intent("register", {"unit": unit_of(town).id}, start, "claimed", "sheet")]
    intents.append(Intent("ask_hearing", {}, dt.date(2023, 3, 10), "claimed", "sheet"))
    answer = planned(Snapshot(CASE), intents, command_moment(town, on(START)))
    (row,) = answer.after.of(Term)
    assert (row["state"], row["due_on"]) == ("open", dt.date(2023, 5, 30))


def test_more_suspensions_than_the_record_holds_are_refused_in_words(town):
    matter = walked(town)
    full = ";".join(f"{day(3 * n)}/{day(3 * n)}" for n in range(45))
    Term.objects.filter(matter=matter).update(suspensions=full, state="suspended", suspended_on=day(300))
    moment = command_moment(town, on(day(310)))
    answer = plan(loaded(matter), [Intent("hold_hearing", {}, day(302), "claimed")], moment)
    assert isinstance(answer, Refused)
    assert "中止的次数太多" in answer.refusals[0].reason


STORY = st.lists(st.tuples(st.sampled_from(["ask_hearing", "hold_hearing"]), st.integers(0, 20)), max_size=7)


@given(story=STORY)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_due_date_is_what_the_spans_say_in_one_plan_or_many(town, story):
    when, steps = START, []
    for code, later in story:
        when += dt.timedelta(later)
        steps.append((code, when))
    row = next(iter(told(town, *steps).after.of(Term)))
    singles = walked_on_snapshot(town, steps)
    names = ("state", "suspended_on", "suspensions", "due_on", "explanation")
    assert {name: row.get(name) or None for name in names} == {name: singles.get(name) or None for name in names}
    moment = command_moment(town, on(START))
    spans = spans_of(row.get("suspensions") or "")
    counted = due_date(moment.lawbook.term_rule(DECIDE, START), START, moment.calendar, spans)
    assert row["due_on"] == counted.on >= PLAIN
    assert lost_days(steps) == sum((last - first).days + 1 for first, last in spans)


def walked_on_snapshot(town, steps):
    """The same steps, each planned by itself on what the one before left; nothing is written."""
    moment = command_moment(town, on(day(200)))
    snapshot = planned(Snapshot(CASE), [Intent("register", {"unit": unit_of(town).id}, START, "claimed")], moment).after
    for code, when in steps:
        snapshot = planned(snapshot, [Intent(code, {}, when, "claimed")], moment).after
    return next(iter(snapshot.of(Term)))


def lost_days(steps) -> int:
    """Days from each suspension to the resumption that follows it, read from the steps alone."""
    lost, since = 0, None
    for code, when in steps:
        if code == "ask_hearing" and since is None:
            since = when
        elif code == "hold_hearing" and since is not None:
            lost, since = lost + (when - since).days, None
    return lost
