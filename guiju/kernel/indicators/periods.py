"""One figure in several periods, this year beside last year or month by month: counted together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, QuerySet, Sum

from guiju.kernel.indicators.definitions import Indicator, Period
from guiju.kernel.indicators.figures import Figure, Tally, counted, derive, figure_from

Day = tuple[dt.date, str, int, Any]  # what counts on a day: its kind, the records, their amount or days


def derive_each(indicator: Indicator, town_id: int, periods: Sequence[Period]) -> list[Figure]:
    """The figure of each period, as `derive` gives it; one statement (two for a ratio) for all periods together.

    What stands on a day, and is not placed in a period by its date, is asked for once for each period.
    """
    if indicator.standing or len(periods) < 2:
        return [derive(indicator, town_id, period) for period in periods]
    whole = Period(min(period.start for period in periods), max(period.as_of for period in periods))
    days = days_of(indicator, counted(indicator, town_id, whole))
    above = days_of(indicator, indicator.select(town_id, whole)) if indicator.is_ratio else None
    return [
        figure_from(
            indicator,
            town_id,
            period,
            _tally(days, period),
            numerator=None if above is None else _tally(above, period).records,
        )
        for period in periods
    ]


def days_of(indicator: Indicator, selected: QuerySet[Any]) -> list[Day]:
    """The days on which something of these rows counts, with kind, number and amount; a day may come more than once."""
    rows = selected.order_by()
    if indicator.span:
        spans = rows.values_list(indicator.date_path, *indicator.span)
        return [(day, "", 1, (end - begin).days) for day, begin, end in spans]
    if (
        indicator.date_path in rows.query.annotations
    ):  # a day that is worked out for each record is no column to group by
        return [(day, "", 1, 0) for (day,) in rows.values_list(indicator.date_path)]
    kind = (indicator.breakdown_path,) if indicator.breakdown else ()
    amount = {"total": Sum(indicator.amount_path)} if indicator.amount_path else {}
    found = rows.values_list(indicator.date_path, *kind).annotate(n=Count("pk"), **amount)
    return [(row[0], row[1] if kind else "", row[1 + len(kind)], (row[-1] or 0) if amount else 0) for row in found]


def _tally(days: Iterable[Day], period: Period) -> Tally:
    tally = Tally()
    for day, kind, records, amount in days:
        if period.start <= day <= period.as_of:
            tally.records += records
            tally.amount += amount
            tally.kinds[kind] = tally.kinds.get(kind, 0) + records
    return tally
