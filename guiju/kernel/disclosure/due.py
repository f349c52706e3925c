"""What a town still has to make public by a day, as rows that a changed calendar may move."""

from __future__ import annotations

from typing import Any

from guiju.kernel.disclosure.models import DisclosureItem

COLUMNS = ("id", "due_rule", "started_on", "due_on", "provisional")


def due_items(town_id: int) -> list[dict[str, Any]]:
    """Rows of it, oldest first, with the term rule as `rule`, as rows of terms have it. One statement."""
    waiting = DisclosureItem.objects.filter(town_id=town_id, state=DisclosureItem.State.DUE).exclude(due_rule="")
    return [{"rule": row.pop("due_rule"), **row} for row in waiting.order_by("id").values(*COLUMNS)]
