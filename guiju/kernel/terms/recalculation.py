"""Recomputing due dates when the calendar changes: one entry that lists everything that moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.ledger.api import Change, Plan
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.models import Term
from guiju.kernel.terms.running import running_of

COLUMNS = ("id", "rule", "started_on", "due_on", "provisional", "suspensions", "extended_by")


def open_terms(town_id: int) -> list[dict[str, Any]]:
    """Rows of the terms of a town that still run, oldest first. One statement."""
    running = Term.objects.filter(town_id=town_id, state__in=[Term.State.OPEN, Term.State.SUSPENDED])
    return list(running.order_by("id").values(*COLUMNS))


def moved_rows(
    model: type[models.Model], rows: Iterable[Mapping[str, Any]], lawbook: Lawbook, calendar: Calendar
) -> list[Change]:
    """The changes of those rows (id, rule, started_on, due_on, provisional) whose due date or 暂定 the calendar changes.

    A rule is read as in force on the day the period began; a calendar fact is always the newest. Suspensions and an
    extension stay as they are. A rule that the rulepacks no longer hold moves nothing.
    """
    changes = []
    for row in rows:
        running = running_of(row, lawbook)
        if running is None:
            continue
        due = running.due(calendar)
        if (due.on, due.provisional) != (row["due_on"], row["provisional"]):
            moved = {"due_on": due.on, "provisional": due.provisional, "explanation": due.explanation}
            changes.append(Change(model, int(row["id"]), "change", moved))
    return changes


def plan_recalculation(town_id: int, actor: str, moved: Sequence[Change], reason: str) -> Plan | None:
    """The plan that writes what moved, with the reason; None where nothing did."""
    if not moved:
        return None
    note = {"moved": len(moved)}
    return Plan(town_id, "recalculation", actor, actor, medium="system", reason=reason, note=note, changes=[*moved])
