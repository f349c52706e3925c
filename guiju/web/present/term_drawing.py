"""怎么算的, drawn: a short term with one cell a day, a long one as a bar; both with the stored sentences."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.lawbook.api import TermRule, Unit
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.kernel.terms.api import Term
from guiju.web.present.law import article
from guiju.web.present.terms import due, is_open, length_words, rule_of, waits
from guiju.web.present.words import WEEKDAYS, short_day

MOST_CELLS = 14  # days that still fit into one row of cells
MOST_DRAWN = 4  # terms drawn on the page of a matter; each has a page of its own


def drawn_terms(snapshot: Snapshot, moment: Moment) -> list[dict[str, Any]]:
    """The running terms of a matter, nearest first."""
    running = [row for row in snapshot.of(Term) if is_open(row)]
    running.sort(key=lambda row: (waits(row), row["due_on"]))
    return [drawn(row, moment) for row in running[:MOST_DRAWN]]


def drawn(row: dict[str, Any], moment: Moment) -> dict[str, Any]:
    """A term with its due box and {days or bar, sentences, article, length}."""
    rule = rule_of(row, moment)
    told: dict[str, Any] = {**due(row, moment), "explanation": {"sentences": _sentences(row["explanation"])}}
    if rule is None:
        return told
    told["length"], told["article"] = length_words(rule), article(rule.basis, moment)
    span = (row["due_on"] - row["started_on"]).days
    plain = not row["suspensions"] and row["suspended_on"] is None and rule.direction != "before" and span > 0
    if plain and span <= MOST_CELLS and rule.unit in (Unit.DAY, Unit.WORKING_DAY):
        told["explanation"]["days"] = _cells(row, rule, moment)
    elif plain:
        told["bar"] = _bar(row, span, moment.today)
    return told


def _sentences(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def _cells(row: dict[str, Any], rule: TermRule, moment: Moment) -> list[dict[str, str]]:
    first, last = row["started_on"], row["due_on"]
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    told, counted = [], 0
    for day in days:
        works = rule.unit is not Unit.WORKING_DAY or moment.calendar.is_working(day)
        counts = works and (day > first or rule.start != "next_day")
        counted += counts
        state = _state(day, first, last, counts, moment.today)
        word = str(counted) if counts else "起算日" if day == first else "不计"
        full = f"{day.month}月{day.day}日"
        told.append(
            {"date": str(day.day), "full": full, "weekday": WEEKDAYS[day.weekday()], "state": state, "word": word}
        )
    return told


def _state(day: dt.date, first: dt.date, last: dt.date, counts: bool, today: dt.date) -> str:
    """How the cell looks; the last day and today go before whether the day counts."""
    if day == last:
        return "end"
    if day == today:
        return "today"
    return "count" if counts else "start" if day == first else "skip"


def _bar(row: dict[str, Any], span: int, today: dt.date) -> dict[str, Any]:
    gone = min(max((today - row["started_on"]).days, 0), span)
    now = f"今天，第 {gone} 日" if today <= row["due_on"] else "已经届满"
    if today < row["started_on"]:
        now = "还没有起算"
    return {
        "value": gone,
        "most": span,
        "start": short_day(row["started_on"], today),
        "now": now,
        "end": f"{short_day(row['due_on'], today)}，第 {span} 日",
    }
