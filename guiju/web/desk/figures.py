"""The year's figures beside last year's; which year, cut-off and period an address asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.indicators.api import (
    Figure,
    Indicator,
    Period,
    completeness_of,
    derive_each,
    town_indicators,
    year_until,
)
from guiju.kernel.mechanism.api import mechanisms
from guiju.reports.api import ReportError, completeness_words, cutoffs
from guiju.web.access import DeskRequest, business, parsed_day
from guiju.web.shell import place_of

EARLIEST_YEAR = 2000


def shown(value: Any, unit: str = "") -> str:
    """A figure's value as people read it."""
    if value is None:
        return "—"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{Decimal(str(value)):,.2f}".removesuffix(".00") if unit == "元" else str(value)


def asked_year(request: DeskRequest) -> int:
    """The year in the address; this year where it is none."""
    text, this_year = request.GET.get("year", ""), request.moment.today.year
    asked = int(text) if text.isdecimal() else this_year
    return asked if EARLIEST_YEAR <= asked <= this_year + 1 else this_year


def year_choices(request: DeskRequest, chosen: int, *others: int) -> list[dict[str, Any]]:
    """The years that a page offers: last year, this one, the one shown and `others`."""
    this_year = request.moment.today.year
    return [
        {"label": str(n), "url": f"?year={n}", "current": n == chosen}
        for n in sorted({this_year - 1, this_year, chosen, *others})
    ]


def report_cutoffs(request: DeskRequest, year: int) -> tuple[dict[str, dt.date], str]:
    """The cut-offs of the year's report, and what is wrong with the town's settings where they cannot be read."""
    try:
        return cutoffs(request.acting.town_id, year), ""
    except ReportError as error:
        return {}, f"{error}以下数字暂按12月31日截止。"


def asked_period(request: DeskRequest, indicator: Indicator, year: int, days: Mapping[str, dt.date]) -> Period:
    """To the day in the address, else to the cut-off of the year's report; never beyond today.

    It begins on the day of `from` in the address where that lies in the same year, else on New Year's Day.
    """
    day, first = parsed_day(request.GET.get("as_of", "")), parsed_day(request.GET.get("from", ""))
    cut = day or days.get(indicator.id) or dt.date(year, 12, 31)
    period = year_until(min(cut, max(request.moment.today, dt.date(year, 1, 1))))
    return Period(first, period.as_of) if first and period.start <= first <= period.as_of else period


@business
def year(request: DeskRequest) -> HttpResponse:
    """Every derived figure of a year beside last year's."""
    chosen = asked_year(request)
    by_mechanism: dict[str, list[dict[str, Any]]] = {}
    town = request.acting.town_id
    days, problem = report_cutoffs(request, chosen)
    wanted = [(indicator, asked_period(request, indicator, chosen, days)) for indicator in town_indicators(town)]
    for (indicator, period), returned in zip(wanted, completeness_of(town, wanted), strict=True):
        now, before = derive_each(indicator, town, (period, period.a_year_before()))
        block = _block(now, before, request) | {"completeness": completeness_words(returned)}
        by_mechanism.setdefault(indicator.mechanism, []).append(block)
    context = {
        "title": f"{chosen}年的数字",
        "year": chosen,
        "lede": "每个数字都从事项里数出来，点开能看到它数的是哪些。没有一个是手填的。",
        "problem": problem,
        "years": year_choices(request, chosen, 2021, 2022),
        "groups": [
            {"title": mechanism.label, "note": "", "figures": by_mechanism[mechanism.code]}
            for mechanism in sorted(mechanisms(), key=lambda one: place_of(one.group))
            if mechanism.code in by_mechanism
        ],
    }
    return render(request, "figures/list.html", context)


def _block(now: Figure, before: Figure, request: DeskRequest) -> dict[str, Any]:
    delta = ""
    if isinstance(now.value, int) and isinstance(before.value, int):
        difference = now.value - before.value
        delta = "持平" if difference == 0 else f"{difference:+,}"
    url = reverse("figure", args=[now.indicator.id])
    return {
        "name": now.indicator.name,
        "value": shown(now.value, now.indicator.unit),
        "unit": now.indicator.unit,
        "last_year": shown(before.value, before.indicator.unit),
        "delta": delta,
        "as_of": now.period.as_of.isoformat(),
        "url": f"{url}?year={now.period.as_of.year}&as_of={now.period.as_of.isoformat()}",
        "kind": "derived",
        "completeness": "未设报送",
    }
