"""环比: the last whole month and the last whole quarter of a figure, each beside the one before it; both numbers are told."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from guiju.kernel.indicators.api import Indicator, Period, derive_each
from guiju.reports.api import number_words

MONTH, QUARTER = 1, 3
WORDS = {MONTH: "环比（月）", QUARTER: "环比（季）"}


def rounds(indicator: Indicator, town_id: int, as_of: dt.date, **query: str) -> list[dict[str, Any]]:
    """The pairs of a figure that were over by a day; none for what stands on a day (units) and has no flow.

    `query` is what else the address of the records asks for. Two statements, four for a ratio.
    """
    if indicator.counts == "units":
        return []
    return [_pair(indicator, town_id, as_of, months, query) for months in (MONTH, QUARTER)]


def _pair(indicator: Indicator, town_id: int, as_of: dt.date, months: int, query: dict[str, str]) -> dict[str, Any]:
    last = whole_before(as_of + dt.timedelta(days=1), months)
    periods = (last, whole_before(last.start, months))
    return {
        "label": WORDS[months],
        "parts": [
            {
                "name": _name(figure.period, months, as_of),
                "value": f"{number_words(figure.json_value())} {indicator.unit}",
                "url": _url(indicator, figure.period, query),
            }
            for figure in derive_each(indicator, town_id, periods)
        ],
    }


def whole_before(day: dt.date, months: int) -> Period:
    """The last whole month or quarter that had ended before a day."""
    month = day.month - (day.month - 1) % months
    end = dt.date(day.year, month, 1) - dt.timedelta(days=1)
    return Period(dt.date(end.year, end.month - months + 1, 1), end)


def _name(period: Period, months: int, as_of: dt.date) -> str:
    year = "" if period.as_of.year == as_of.year else f"{period.as_of.year}年"
    return f"{year}{period.as_of.month}月" if months == MONTH else f"{year}第{period.as_of.month // QUARTER}季度"


def _url(indicator: Indicator, period: Period, query: dict[str, str]) -> str:
    told = {"from": period.start.isoformat(), "as_of": period.as_of.isoformat(), **query}
    return f"{reverse('figure', args=[indicator.id])}?{urlencode(told)}"
