"""Counting a period of time from its opening day to its last day, by the rule that sets it."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from guiju.kernel.lawbook.api import TermRule, Unit
from guiju.kernel.terms.calendar import Calendar

Span = tuple[date, date]
_ONE_DAY = timedelta(1)


class TermNotCountable(ValueError):
    """The question does not fit the rule: an extension it does not know, a suspension of a date that has none."""


class Lost(NamedTuple):
    """A stretch that does not count: its days, and how many units (days or working days) of the period it cost."""

    first: date
    last: date
    units: int


class Counting(NamedTuple):
    """How a date was reached; everything its explanation says. `reached` is the last day before rolling.

    A tuple, because a frozen dataclass of nine fields takes longer to make than the date takes to count.
    """

    rule: TermRule
    start: date
    first: date
    reached: date
    on: date
    provisional: bool
    extended_by: int
    lost: tuple[Lost, ...]
    calendar: Calendar


def count(
    rule: TermRule, start: date, calendar: Calendar, suspensions: Sequence[Span] = (), extended_by: int | None = None
) -> Counting:
    """Count the period of a rule; see `due_date` for the meaning of the arguments and the errors."""
    extension = _allowed_extension(rule, extended_by)
    if rule.yearly is not None or rule.direction == "before" or rule.unit is Unit.HOUR:
        if suspensions:
            raise TermNotCountable(f"“{rule.label}”不是可以中止的期限。请去掉中止的起止日期。")
        return _count_plainly(rule, start, calendar)
    first = start + _ONE_DAY if rule.start == "next_day" else start
    reached = _reach(rule, start, calendar, extension)
    lost: tuple[Lost, ...] = ()
    if suspensions:
        reached, lost = _without(suspensions, rule, first, reached, calendar)
    if rule.end == "roll":
        on = calendar.next_working(reached)
        provisional = not calendar.all_known(first if rule.unit is Unit.WORKING_DAY else reached, on)
    else:
        on = reached
        provisional = rule.unit is Unit.WORKING_DAY and not calendar.all_known(first, on)
    return Counting(rule, start, first, reached, on, provisional, extension, lost, calendar)


def add_months(day: date, months: int) -> date:
    """The corresponding day so many months later; if that month has none, its last day (民法典 第202条)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same days as few spans in order; spans that touch or overlap become one. Raises TermNotCountable."""
    result: list[Span] = []
    for span in sorted(spans):
        first, last = span
        if last < first:
            raise TermNotCountable(_backwards(first, last))
        if not result or first.toordinal() > result[-1][1].toordinal() + 1:
            result.append(span)
        elif last > result[-1][1]:
            result[-1] = (result[-1][0], last)
    return result


def _allowed_extension(rule: TermRule, extended_by: int | None) -> int:
    if not extended_by:
        return 0
    if rule.extension is None:
        raise TermNotCountable(f"“{rule.label}”没有可以延长的规定（{rule.basis.label}）。请取消延长。")
    if not 0 < extended_by <= rule.extension.amount:
        most = f"{rule.extension.amount}{rule.extension.unit}"
        raise TermNotCountable(f"“{rule.label}”最多延长{most}（{rule.basis.label}）。请改正延长的数额。")
    return extended_by


def _count_plainly(rule: TermRule, start: date, calendar: Calendar) -> Counting:
    provisional = False
    if rule.yearly is not None:
        on = _next_yearly(start, rule.yearly)
    elif rule.direction == "before":
        assert rule.amount is not None and rule.unit is not None  # the row model demands both
        on = _advance(start, -rule.amount, rule.unit, calendar)
        provisional = rule.unit is Unit.WORKING_DAY and not calendar.all_known(on, start)
    else:
        assert rule.amount is not None
        on = start + timedelta(hours=rule.amount)
    return Counting(rule, start, start, on, on, provisional, 0, (), calendar)


def _next_yearly(start: date, month_day: str) -> date:
    month, day = int(month_day[:2]), int(month_day[3:])
    this_year = _on_or_month_end(start.year, month, day)
    return this_year if this_year > start else _on_or_month_end(start.year + 1, month, day)


def _on_or_month_end(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _reach(rule: TermRule, start: date, calendar: Calendar, extension: int) -> date:
    assert rule.amount is not None and rule.unit is not None
    amount, unit, extra = rule.amount, rule.unit, rule.extension
    if extension and extra is not None and extra.unit is unit:
        amount, extension = amount + extension, 0
    if unit in (Unit.DAY, Unit.WORKING_DAY):
        origin = start if rule.start == "next_day" else start - _ONE_DAY
        reached = _advance(origin, amount, unit, calendar)
    else:
        reached = _advance(start, amount, unit, calendar) - (_ONE_DAY if rule.start == "event_day" else timedelta(0))
    if extension and extra is not None:
        reached = _advance(reached, extension, extra.unit, calendar)
    return reached


def _advance(day: date, amount: int, unit: Unit, calendar: Calendar) -> date:
    if unit is Unit.WORKING_DAY:
        return calendar.add_working(day, amount)
    if unit is Unit.DAY:
        return day + timedelta(amount)
    return add_months(day, amount * (12 if unit is Unit.YEAR else 1))


def _without(
    suspensions: Sequence[Span], rule: TermRule, first: date, reached: date, calendar: Calendar
) -> tuple[date, tuple[Lost, ...]]:
    in_working_days = rule.unit is Unit.WORKING_DAY
    lost: list[Lost] = []
    for begins, ends in merged(suspensions) if len(suspensions) > 1 else suspensions:
        if ends < begins:
            raise TermNotCountable(_backwards(begins, ends))
        if begins > reached:
            break
        if begins < first:
            begins = first
        if ends < begins:
            continue
        if in_working_days:
            units = calendar.working_between(begins, ends)
            reached = calendar.add_working(reached, units)
        else:
            units = ends.toordinal() - begins.toordinal() + 1
            reached = date.fromordinal(reached.toordinal() + units)
        lost.append(Lost(begins, ends, units))
    return reached, tuple(lost)


def _backwards(first: date, last: date) -> str:
    return f"中止的终止日{last}早于起始日{first}。请改正中止的起止日期。"
