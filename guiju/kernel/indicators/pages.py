"""The records of a figure page by page: what is looked at is read, not all that is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from guiju.kernel.indicators.definitions import Indicator, Period
from guiju.kernel.indicators.figures import Record, counted, read_records
from guiju.kernel.matters.api import Keyset

PAGE = 50


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

    def read(ordered: QuerySet[Any]) -> list[Record]:
        return read_records(indicator, town_id, ordered)

    by_day = Keyset(indicator.date_path, read, lambda record: (record.date, record.key))
    return RecordsPage(*by_day.page(counted(indicator, town_id, period), before, after, size))
