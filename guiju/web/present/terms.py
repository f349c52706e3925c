"""Terms as the pages draw them. Only a verified 法定期限 is ever 逾期; the others remind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from guiju.kernel.lawbook.api import LawbookError, TermRule, Unit
from guiju.kernel.procedure.api import Moment, lapses
from guiju.kernel.terms.api import OutsideCalendar, Term
from guiju.web.present.words import day_with_weekday

SOON_DAYS = 3


def is_open(row: dict[str, Any]) -> bool:
    return row["state"] in (Term.State.OPEN, Term.State.SUSPENDED)


def waits(row: dict[str, Any]) -> bool:
    """Whether a term is suspended and was so before its last day had passed."""
    return bool(row["state"] == Term.State.SUSPENDED and row["suspended_on"] <= row["due_on"])


def rule_of(row: Mapping[str, Any], moment: Moment) -> TermRule | None:
    """The rule by which a term was counted; None where the rulepacks in use do not hold it any more."""
    try:
        return moment.lawbook.term_rule(row["rule"], row["started_on"])
    except LawbookError:
        return None


def due(row: dict[str, Any], moment: Moment) -> dict[str, Any]:
    """The due box of an open term, in the unit in which it counts. While it is suspended nothing is due, unless it was
    late before that; a time that only had to pass is over, and nobody is late."""
    rule, date = rule_of(row, moment), day_with_weekday(row["due_on"])
    days = (row["due_on"] - moment.today).days
    count, unit = _counted(row["due_on"], rule, moment)
    level, word = "", "剩"
    if waits(row):
        word, count, unit, date = "中止计时", "", "", f"{row['suspended_on']:%Y-%m-%d}起中止"
    elif days == 0:
        level, word, count, unit = "soon", "", "今天", ""
    elif days < 0 and rule is not None and lapses(rule):
        word = "已过"
    elif days < 0:
        level, word = ("late", "逾期") if row["red"] else ("soon", "已过")
    elif days <= SOON_DAYS:
        level = "soon"
    return {
        "level": level,
        "label": row["label"],
        "date": date,
        "count_word": word,
        "count": count,
        "unit": unit,
        "provisional": row["provisional"],
        "force": "" if row["force"] == "法定期限" else row["force"],
        "explain_url": reverse("term", args=[row["matter_id"], row["id"]]),
    }


def _counted(due_on: dt.date, rule: TermRule | None, moment: Moment) -> tuple[str, str]:
    """How many days lie between today and the last day, and of which kind: working days for a term counted in them."""
    first, last = sorted((moment.today, due_on))
    if rule is not None and rule.unit is Unit.WORKING_DAY:
        try:
            working = moment.calendar.working_between(first + dt.timedelta(1), last)
        except OutsideCalendar:
            working = 0
        if working:
            return str(working), "工作日"
    return str((last - first).days), "日"


def length_words(rule: TermRule) -> str:
    """How long a term is, 1个月, 20工作日; empty for a date that is set by the calendar."""
    return f"{rule.amount}{'个月' if rule.unit is Unit.MONTH else rule.unit}" if rule.amount else ""


def list_cell(row: dict[str, Any] | None, moment: Moment) -> dict[str, Any]:
    """The cell of a list: nearest open term."""
    if row is None:
        return {"kind": "quiet", "text": "", "place": 2}
    box = due(row, moment)
    text = f"{box['count_word']} {box['count']} {box['unit']}".strip()
    look = "hold" if waits(row) else {"late": "late", "soon": "soon"}.get(box["level"])
    return {"kind": "status", "look": look, "text": text, "place": 2} if look else {"text": text, "place": 2}
