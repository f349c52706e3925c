"""How far off a due date is, in the words of the trade."""

from datetime import date

from guiju.kernel.lawbook.api import TermRule, Unit
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.explanation import amount_words


def remaining_units(rule: TermRule, on: date, today: date, calendar: Calendar) -> int:
    """Units left until the due date (negative: passed): working days if the rule counts them, else days."""
    if rule.unit is not Unit.WORKING_DAY:
        return (on - today).days
    if today <= on:
        return calendar.working_through(on) - calendar.working_through(today)
    return calendar.working_through(on) - calendar.working_through(today)


def remaining_words(rule: TermRule, on: date, today: date, calendar: Calendar) -> str:
    """剩5个工作日, 今日到期, 逾期2日. Only a statutory term whose text was read is ever called 逾期; others say 已过."""
    units = remaining_units(rule, on, today, calendar)
    unit = Unit.WORKING_DAY if rule.unit is Unit.WORKING_DAY else Unit.DAY
    if today == on:
        return "今日到期"
    if today < on:
        return f"剩{amount_words(units, unit)}"
    passed = "逾期" if rule.overdue_in_red else "已过"
    if units == 0:
        return f"{passed}不足{amount_words(1, unit)}"
    return f"{passed}{amount_words(-units, unit)}"
