"""The records of a figure page by page: what is looked at is read, not all that is counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from guiju.kernel.indicators.definitions import Indicator, Period
from guiju.kernel.indicators.figures import Record, counted, read_records

PAGE = 50
LARGEST_KEY = 2**63 - 1  # a larger one stands in no database, and SQLite would not even be asked for it


@dataclass(frozen=True)
class RecordsPage:
    """Some counted records, newest first, and the cursors of the neighbouring pages; empty where there is none."""

    records: Sequence[Record]
    newer: str
    older: str


def page_of_records(
    indicator: Indicator, town_id: int, period: Period, *, before: str = "", after: str = "", size: int = PAGE
) -> RecordsPage:
    """The records older than the cursor `before` or newer than `after`, by (date, key); without a cursor the newest.

    A cursor that cannot be read counts as none. No OFFSET, no COUNT: the work is that of one page, whatever the figure.
    """
    selected = counted(indicator, town_id, period)
    older, newer = _parsed(before), _parsed(after)
    if newer:
        records = _read(indicator, town_id, _beyond(indicator, selected, newer, ahead=True), size, newest_first=False)
        more, shown = len(records) > size, records[:size][::-1]
        return RecordsPage(shown, _cursor(shown[0]) if more else "", _cursor(shown[-1]) if shown else "")
    if older:
        selected = _beyond(indicator, selected, older, ahead=False)
    records = _read(indicator, town_id, selected, size, newest_first=True)
    more, shown = len(records) > size, records[:size]
    return RecordsPage(shown, _cursor(shown[0]) if older and shown else "", _cursor(shown[-1]) if more else "")


def _read(
    indicator: Indicator, town_id: int, selected: QuerySet[Any], size: int, *, newest_first: bool
) -> list[Record]:
    """One record more than the page holds, which tells whether there is another page."""
    sign = "-" if newest_first else ""
    ordered = selected.order_by(f"{sign}{indicator.date_path}", f"{sign}pk")
    return read_records(indicator, town_id, ordered[: size + 1])


def _beyond(
    indicator: Indicator, selected: QuerySet[Any], cursor: tuple[dt.date, int], *, ahead: bool
) -> QuerySet[Any]:
    """What lies beyond a cursor. The bound on the day alone lets the database begin there in its index."""
    (day, key), compared = cursor, "gt" if ahead else "lt"
    date = indicator.date_path
    bounded = selected.filter(**{f"{date}__{compared}e": day})
    return bounded.filter(Q(**{f"{date}__{compared}": day}) | Q(**{f"pk__{compared}": key}))


def _cursor(record: Record) -> str:
    return f"{record.date.isoformat()}.{record.key}"


def _parsed(cursor: str) -> tuple[dt.date, int] | None:
    try:
        day, key = cursor.split(".")
        found = dt.date.fromisoformat(day), int(key)
    except ValueError:
        return None
    return found if found[1] <= LARGEST_KEY else None
