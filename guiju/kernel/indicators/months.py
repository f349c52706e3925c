"""An indicator month by month, this year beside last year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from guiju.kernel.indicators.definitions import Indicator, Period, year_until
from guiju.kernel.indicators.figures import counted
from guiju.kernel.indicators.periods import days_of

Amount = int | Decimal


@dataclass(frozen=True)
class Months:
    """What an indicator came to: this year to the cut-off, last year to the same day, and each month of both.

    `now` has the months up to the cut-off's, `before` all twelve. Of a ratio it is the base that is counted.
    """

    indicator: Indicator
    period: Period
    total: Amount
    total_before: Amount
    now: tuple[Amount, ...]
    before: tuple[Amount, ...]


def by_month(indicator: Indicator, town_id: int, as_of: dt.date) -> Months:
    """The months of two years in one statement: a row for each day on which something counts."""
    period = year_until(as_of)
    last = period.a_year_before()
    both = Period(last.start, as_of)
    in_year: dict[dt.date, Amount] = {}
    for day, _, records, amount in days_of(indicator, counted(indicator, town_id, both)):
        in_year[day] = in_year.get(day, 0) + (amount if indicator.amount_path else records)
    return Months(
        indicator,
        period,
        sum((n for day, n in in_year.items() if day >= period.start), 0),
        sum((n for day, n in in_year.items() if day <= last.as_of), 0),
        tuple(_month(in_year, as_of.year, month) for month in range(1, as_of.month + 1)),
        tuple(_month(in_year, as_of.year - 1, month) for month in range(1, 13)),
    )


def _month(days: dict[dt.date, Amount], year: int, month: int) -> Amount:
    return sum((n for day, n in days.items() if (day.year, day.month) == (year, month)), 0)
