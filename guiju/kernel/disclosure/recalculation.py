"""Recomputing by when things must be public when the calendar changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from guiju.kernel.disclosure.models import DisclosureItem
from guiju.kernel.lawbook.api import Lawbook, LawbookError
from guiju.kernel.ledger.api import Change
from guiju.kernel.terms.api import Calendar, due_date

COLUMNS = ("id", "due_rule", "started_on", "due_on", "provisional")


def due_items(town_id: int) -> list[dict[str, Any]]:
    """Rows of what a town still has to make public by a day, oldest first. One statement."""
    waiting = DisclosureItem.objects.filter(town_id=town_id, state=DisclosureItem.State.DUE).exclude(due_rule="")
    return list(waiting.order_by("id").values(*COLUMNS))


def moved_items(rows: Iterable[Mapping[str, Any]], lawbook: Lawbook, calendar: Calendar) -> list[Change]:
    """The changes of those whose day the calendar moves. A rule that the rulepacks no longer hold moves nothing."""
    changes = []
    for row in rows:
        try:
            rule = lawbook.term_rule(str(row["due_rule"]), row["started_on"])
        except LawbookError:
            continue
        due = due_date(rule, row["started_on"], calendar)
        if (due.on, due.provisional) != (row["due_on"], row["provisional"]):
            moved = {"due_on": due.on, "provisional": due.provisional, "explanation": due.explanation}
            changes.append(Change(DisclosureItem, int(row["id"]), "change", moved))
    return changes
