"""What must hold of every due date, whatever the rule, the day and the suspensions."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from guiju.kernel.lawbook.api import TermRule, Unit
from guiju.kernel.terms.calendar import national_calendar
from guiju.kernel.terms.due import due_date
from guiju.kernel.terms.due_counting import merged
from guiju.kernel.terms.tests.sample_rule import make_rule

ONE_DAY = timedelta(1)
STARTS = st.dates(date(2008, 1, 1), date(2030, 12, 31))
SPANS = st.lists(st.tuples(st.integers(-20, 150), st.integers(0, 30)), max_size=4)


@st.composite
def rules(draw: st.DrawFn, units: tuple[str, ...] = ("日", "工作日", "月", "年")) -> TermRule:
    unit = draw(st.sampled_from(units))
    most = {"日": 120, "工作日": 60, "月": 24, "年": 20}[unit]
    return make_rule(
        draw(st.integers(1, most)),
        unit,
        end=draw(st.sampled_from(["roll", "fixed"])),
        start=draw(st.sampled_from(["next_day", "event_day"])),
    )


def placed(start: date, spans: list[tuple[int, int]]) -> list[tuple[date, date]]:
    return [(start + timedelta(offset), start + timedelta(offset + length)) for offset, length in spans]


@given(rule=rules(), start=STARTS, later=st.integers(0, 60))
def test_a_later_event_is_never_due_earlier(rule, start, later):
    calendar = national_calendar()
    assert due_date(rule, start, calendar).on <= due_date(rule, start + timedelta(later), calendar).on


@given(rule=rules(("日", "工作日")), start=STARTS)
def test_counting_the_days_back_gives_the_amount(rule, start):
    calendar = national_calendar()
    counting = due_date(rule, start, calendar).counting
    if rule.unit is Unit.WORKING_DAY:
        counted = calendar.working_between(counting.first, counting.reached)
    else:
        counted = (counting.reached - counting.first).days + 1
    assert counted == rule.amount


@given(rule=rules(("日", "工作日")), start=STARTS, spans=SPANS)
def test_suspended_days_do_not_count_and_nothing_else_is_lost(rule, start, spans):
    calendar = national_calendar()
    suspensions = placed(start, spans)
    counting = due_date(rule, start, calendar, suspensions).counting
    day, left = counting.first - ONE_DAY, rule.amount
    assert left is not None
    while left:
        day += ONE_DAY
        stopped = any(begins <= day <= ends for begins, ends in suspensions)
        counts = rule.unit is Unit.DAY or calendar.is_working(day)
        left -= counts and not stopped
    assert counting.reached == day


@given(rule=rules(("月", "年")), start=STARTS, spans=SPANS)
def test_a_suspension_moves_a_period_of_months_by_its_days(rule, start, spans):
    calendar = national_calendar()
    plain = due_date(rule, start, calendar).counting
    stopped = due_date(rule, start, calendar, placed(start, spans)).counting
    assert stopped.reached - plain.reached == timedelta(sum(lost.units for lost in stopped.lost))


@given(rule=rules(), start=STARTS, spans=SPANS)
def test_a_suspension_never_brings_the_date_forward(rule, start, spans):
    calendar = national_calendar()
    assert due_date(rule, start, calendar).on <= due_date(rule, start, calendar, placed(start, spans)).on


@given(rule=rules(), start=STARTS)
def test_a_rolled_date_is_the_first_working_day_from_the_end(rule, start):
    calendar = national_calendar()
    counting = due_date(rule, start, calendar).counting
    if rule.end == "fixed":
        assert counting.on == counting.reached
        return
    assert calendar.is_working(counting.on)
    between = (counting.on - counting.reached).days
    assert not any(calendar.is_working(counting.reached + timedelta(offset)) for offset in range(between))


@given(start=STARTS, days=st.integers(1, 30), more=st.integers(1, 30))
def test_an_extension_counts_like_a_longer_period(start, days, more):
    calendar = national_calendar()
    for unit in ("日", "工作日", "月"):
        extendable = make_rule(days, unit, extension={"by": "负责人", "amount": 30, "unit": unit})
        longer = make_rule(days + more, unit)
        assert due_date(extendable, start, calendar, extended_by=more).on == due_date(longer, start, calendar).on


@given(start=STARTS, spans=SPANS)
def test_merged_spans_hold_the_same_days_and_do_not_touch(start, spans):
    def days(pairs):
        return {first + timedelta(n) for first, last in pairs for n in range((last - first).days + 1)}

    given_spans = placed(start, spans)
    result = merged(given_spans)
    assert days(result) == days(given_spans)
    assert all(earlier[1] + ONE_DAY < later[0] for earlier, later in pairwise(result))


@given(rule=rules(), start=STARTS, spans=SPANS)
def test_every_explanation_names_start_end_and_article(rule, start, spans):
    due = due_date(rule, start, national_calendar(), placed(start, spans))
    assert f"{start.year}年{start.month}月{start.day}日" in due.explanation
    assert f"{due.on.month}月{due.on.day}日" in due.explanation
    assert "《示例法》第7条" in due.explanation
    assert ("暂定" in due.explanation) is due.provisional
