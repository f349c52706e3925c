"""When an attested figure no longer holds: its period has ended before the day until which the report counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from guiju.kernel.indicators.api import Attestation
from guiju.reports.cutoffs import cutoffs


def needed_until(cutoff: dt.date, today: dt.date) -> dt.date:
    """How far an attested figure must reach: to the cut-off once it is past, before that to the last month's end."""
    return cutoff if today > cutoff else today.replace(day=1) - dt.timedelta(days=1)


def lapse_words(as_of: dt.date, cutoff: dt.date, today: dt.date) -> str:
    """What is to be done about an attested figure that reaches too short a way; empty where it still holds."""
    needed = needed_until(cutoff, today)
    return "" if as_of >= needed else f"已过期，只到{as_of.isoformat()}，要重新取到{needed.isoformat()}"


def cutoff_of(identifier: str, days: Mapping[str, dt.date], year: int) -> dt.date:
    """Until which day the report counts a figure; a platform's own figure to the year's end."""
    return days.get(identifier, dt.date(year, 12, 31))


def lapsed_platforms(town_id: int, today: dt.date) -> int:
    """How many platform totals of this year have lapsed. Three statements at most; raises ReportError."""
    start = today.replace(month=1, day=1)
    rows = Attestation.objects.filter(town_id=town_id, period_from__gte=start, as_of__lte=today)
    latest = dict(rows.order_by("as_of").values_list("indicator", "as_of"))
    days = cutoffs(town_id, today.year) if latest else {}
    return sum(bool(lapse_words(day, cutoff_of(name, days, today.year), today)) for name, day in latest.items())
