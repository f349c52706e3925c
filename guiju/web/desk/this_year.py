"""今年以来: a few figures month by month beside last year's, for the posts that work with them; loaded into 今日."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.indicators.api import Months, by_month, town_indicators
from guiju.kernel.mechanism.api import mechanism_of
from guiju.kernel.organisation.api import Acting
from guiju.reports.api import REPORTERS, ReportError, lapsed_platforms
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import shown

HEADLINES = (
    "screening.factors",
    "mediation.resolved",
    "hotline.diverted_110",
    "legal_service.adviser_answers",
    "penalty.decisions",
    "penalty.fines",
    "reconsideration.cases",
    "events.held",
)
KEPT_SECONDS = 600


@business
def this_year(request: DeskRequest) -> HttpResponse:
    """The strip: one statement a figure, kept ten minutes for a town and day."""
    context = {
        "as_of": request.moment.today.isoformat(),
        "figures": [_block(months) for months in _kept(request) if _concerns(months, request.acting)],
        "url": reverse("figures"),
        "lapsed": _lapsed(request),
        "whole": not request.headers.get("HX-Request"),
    }
    return render(request, "figures/this_year.html", context)


def _lapsed(request: DeskRequest) -> int:
    """How many platform totals the person is to fetch anew; none for who does not enter them."""
    if not request.acting.holds(REPORTERS):
        return 0
    try:
        return lapsed_platforms(request.acting.town_id, request.moment.today)
    except ReportError:
        return 0  # what is wrong with the town's cut-offs is told on the page of figures


def _kept(request: DeskRequest) -> list[Months]:
    town, day = request.acting.town_id, request.moment.today
    offered = {indicator.id: indicator for indicator in town_indicators(town)}
    key = f"figures.this_year.{town}.{day}"
    kept: dict[str, tuple[Any, ...]] | None = cache.get(key)
    if kept is None:
        found = [by_month(offered[name], town, day) for name in HEADLINES if name in offered]
        kept = {m.indicator.id: (m.period, m.total, m.total_before, m.now, m.before) for m in found}
        cache.set(key, kept, KEPT_SECONDS)
    return [Months(offered[name], *values) for name, values in kept.items() if name in offered]


def _concerns(months: Months, acting: Acting) -> bool:
    """Whether a post of the person takes a step of the figure's mechanism; who sees the town sees all."""
    if acting.sees_town:
        return True
    procedures = mechanism_of(months.indicator.mechanism).procedures
    return any(acting.holds(step.roles) for procedure in procedures for step in procedure.steps)


def _block(months: Months) -> dict[str, Any]:
    indicator, as_of = months.indicator, months.period.as_of
    difference = months.total - months.total_before
    word = "持平" if difference == 0 else f"{'多' if difference > 0 else '少'} {shown(abs(difference), indicator.unit)}"
    return {
        "name": indicator.name,
        "value": shown(_plain(months.total), indicator.unit),
        "unit": indicator.unit,
        "last_year": shown(_plain(months.total_before), indicator.unit),
        "delta": word,
        "url": f"{reverse('figure', args=[indicator.id])}?year={as_of.year}&as_of={as_of.isoformat()}",
        "kind": "derived",
        "months": [float(n) for n in months.now],
        "months_before": [float(n) for n in months.before],
    }


def _plain(value: int | Decimal) -> int | Decimal:
    return int(value) if value == int(value) else value
