"""Keyset paging by (day, key), newest first: no OFFSET and no COUNT, so that a page costs the same wherever it lies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

LARGEST_KEY = 2**63 - 1  # a larger one stands in no database, and SQLite would not even be asked for it

Selected = TypeVar("Selected", bound=Model)
Shown = TypeVar("Shown")
Place = tuple[dt.date, int]


@dataclass(frozen=True)
class Keyset(Generic[Selected, Shown]):
    """How something is paged: the lookup of its day, how ordered rows are read, and where one read row stands."""

    date: str
    read: Callable[[QuerySet[Selected]], Sequence[Shown]]
    place: Callable[[Shown], Place]

    def page(
        self, selected: QuerySet[Selected], before: str, after: str, size: int
    ) -> tuple[Sequence[Shown], str, str]:
        """The rows older than the cursor `before` or newer than `after`, else the newest; then the cursors of the newer
        and the older page, empty where there is none. A cursor that cannot be read counts as none."""
        older, newer = _parsed(before), _parsed(after)
        if newer:
            ahead = self._beyond(selected, newer, "gt").order_by(self.date, "pk")
            # One row more than the page holds tells whether there is another page.
            found = self.read(ahead[: size + 1])
            rows = found[:size][::-1]
            return rows, self._cursor(rows[:1]) if len(found) > size else "", self._cursor(rows[-1:])
        if older:
            selected = self._beyond(selected, older, "lt")
        found = self.read(selected.order_by(f"-{self.date}", "-pk")[: size + 1])
        rows = found[:size]
        return rows, self._cursor(rows[:1]) if older else "", self._cursor(rows[-1:]) if len(found) > size else ""

    def _beyond(self, selected: QuerySet[Selected], place: Place, compared: str) -> QuerySet[Selected]:
        """What lies beyond a place. The bound on the day alone lets the database begin there in its index: an
        alternative of two bounds is sorted as a whole."""
        day, key = place
        bounds: dict[str, Any] = {f"{self.date}__{compared}e": day}
        return selected.filter(**bounds).filter(Q(**{f"{self.date}__{compared}": day}) | Q(**{f"pk__{compared}": key}))

    def _cursor(self, rows: Sequence[Shown]) -> str:
        return "".join(f"{day.isoformat()}.{key}" for day, key in map(self.place, rows))


def _parsed(cursor: str) -> Place | None:
    try:
        day, key = cursor.split(".")
        found = dt.date.fromisoformat(day), int(key)
    except ValueError:
        return None
    return found if found[1] <= LARGEST_KEY else None
