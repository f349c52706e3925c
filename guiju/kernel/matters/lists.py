"""Lists of matters: one scope, one order, keyset paging, counts that stop at a thousand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from guiju.kernel.matters.keyset import Keyset
from guiju.kernel.matters.models import Matter
from guiju.kernel.organisation.api import Acting

COUNT_LIMIT = 1000
PAGE = 100
_BY_REGISTRATION: Keyset[Matter, Matter] = Keyset("registered_on", list, lambda one: (one.registered_on, one.id))


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


def page_of(matters: QuerySet[Matter], *, before: str = "", after: str = "", size: int = PAGE) -> Page:
    """A page older than `before` or newer than `after`, by (registered_on, id); one statement, no OFFSET, no COUNT."""
    return Page(*_BY_REGISTRATION.page(matters, before, after, size))


def count_up_to(matters: QuerySet[Matter], limit: int = COUNT_LIMIT) -> int:
    """Number of matters, counted no further than `limit` + 1."""
    return matters.order_by()[: limit + 1].count()
