"""Recomputing due dates when the calendar changes: one entry that lists every term that moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guiju.kernel.lawbook.api import Lawbook, LawbookError
from guiju.kernel.ledger.api import Change, Plan
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.due import due_date
from guiju.kernel.terms.models import Term
from guiju.kernel.terms.spans import spans_of

Row = Mapping[str, Any]
COLUMNS = ("id", "rule", "started_on", "due_on", "provisional", "suspensions", "extended_by", "explanation")


def open_terms(town_id: int) -> list[dict[str, Any]]:
    """Rows of the terms of a town that still run, oldest first. One statement."""
    running = Term.objects.filter(town_id=town_id, state__in=[Term.State.OPEN, Term.State.SUSPENDED])
    return list(running.order_by("id").values(*COLUMNS))


def plan_recalculation(
    town_id: int,
    actor: str,
    rows: Iterable[Row],
    lawbook: Lawbook,
    calendar: Calendar,
    reason: str,
    further: Sequence[Change] = (),
) -> Plan | None:
    """The plan that moves every open term whose due date, 暂定 or explanation the calendar changes; None if none does.

    A rule is read as in force on the day the period began; a calendar fact is always the newest. Suspensions and an
    extension stay as they are. `further` are rows of other tables that the same calendar moves.
    """
    changes = list(further)
    for row in rows:
        moved = _moved(row, lawbook, calendar)
        if moved:
            changes.append(Change(Term, int(row["id"]), "change", moved))
    if not changes:
        return None
    note = {"moved": len(changes)}
    return Plan(town_id, "recalculation", actor, actor, medium="system", reason=reason, note=note, changes=changes)


def _moved(row: Row, lawbook: Lawbook, calendar: Calendar) -> dict[str, Any]:
    """New values of a term, without those that stay. A rule that the rulepacks no longer hold moves nothing."""
    try:
        rule = lawbook.term_rule(str(row["rule"]), row["started_on"])
    except LawbookError:
        return {}
    extended = int(row["extended_by"]) if row["extended_by"] else None
    due = due_date(rule, row["started_on"], calendar, spans_of(row["suspensions"]), extended)
    if due.on == row["due_on"] and due.provisional == row["provisional"]:
        return {}
    return {"due_on": due.on, "provisional": due.provisional, "explanation": due.explanation}
