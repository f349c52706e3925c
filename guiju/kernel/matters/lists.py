"""Lists of matters: one scope, one order, keyset paging, counts that stop at a thousand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from guiju.kernel.matters.models import Matter
from guiju.kernel.organisation.api import Acting

COUNT_LIMIT = 1000
PAGE = 100
LARGEST_KEY = 2**63 - 1  # a larger one stands in no database, and SQLite would not even be asked for it


def visible_to(acting: Acting) -> QuerySet[Matter]:
    """The matters that somebody may see. The one scope function: no view filters by itself."""
    matters = Matter.objects.filter(town_id=acting.town_id)
    if acting.sees_town:
        return matters
    units = acting.unit_ids
    if not units:
        return matters.none()
    return matters.filter(unit_id__in=units)


@dataclass(frozen=True)
class Page:
    """One page of a list: its rows, newest first, and the keys of the neighbouring pages."""

    rows: Sequence[Matter]
    newer: str
    older: str


def _cursor(matter: Matter) -> str:
    return f"{matter.registered_on.isoformat()}.{matter.id}"


def _parsed(cursor: str) -> tuple[dt.date, int] | None:
    try:
        day, key = cursor.split(".")
        found = dt.date.fromisoformat(day), int(key)
    except ValueError:
        return None
    return found if found[1] <= LARGEST_KEY else None


def page_of(matters: QuerySet[Matter], *, before: str = "", after: str = "", size: int = PAGE) -> Page:
    """A page older than `before` or newer than `after`, by (registered_on, id); one statement, no OFFSET, no COUNT."""
    older, newer = _parsed(before), _parsed(after)
    if newer:
        day, key = newer
        # The bound on the day alone keeps the list on its index: an alternative of two bounds is sorted as a whole.
        ahead = matters.filter(registered_on__gte=day).filter(Q(registered_on__gt=day) | Q(id__gt=key))
        rows = list(ahead.order_by("registered_on", "id")[: size + 1])
        more_newer = len(rows) > size
        rows = rows[:size][::-1]
        return Page(rows, _cursor(rows[0]) if more_newer and rows else "", _cursor(rows[-1]) if rows else "")
    if older:
        day, key = older
        matters = matters.filter(registered_on__lte=day).filter(Q(registered_on__lt=day) | Q(id__lt=key))
    rows = list(matters.order_by("-registered_on", "-id")[: size + 1])
    more_older = len(rows) > size
    rows = rows[:size]
    return Page(rows, _cursor(rows[0]) if older and rows else "", _cursor(rows[-1]) if more_older else "")


def count_up_to(matters: QuerySet[Matter], limit: int = COUNT_LIMIT) -> int:
    """Number of matters, counted no further than `limit` + 1."""
    return matters.order_by()[: limit + 1].count()
