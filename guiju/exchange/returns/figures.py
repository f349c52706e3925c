"""What the records give of asked figures, by unit: shown filled, and only confirmed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from django.db.models import Count, Sum

from guiju.exchange.returns.models import AskedFigure, ReturnRound
from guiju.exchange.returns.records import answering_unit
from guiju.kernel.indicators.api import Indicator, Period, town_indicators
from guiju.kernel.organisation.api import Directory


def unit_figures(town_id: int) -> dict[str, Indicator]:
    """Our figures that split by unit: simple counts and sums of matters."""
    return {
        each.id: each
        for each in town_indicators(town_id)
        if each.matter_path == "matter_id"
        and each.denominator is None
        and not each.breakdown
        and each.counts == "matters"
    }


def derived_figures(
    one: ReturnRound, asked: Sequence[AskedFigure], owing: Collection[int], directory: Directory
) -> dict[int, dict[int, Decimal]]:
    """By owing unit and asked figure, what the records of the period give. One statement a figure of ours."""
    found: dict[int, dict[int, Decimal]] = {unit: {} for unit in owing}
    ours = unit_figures(one.town_id) if any(each.indicator for each in asked) else {}
    period = Period(one.period_from, one.period_to)
    for each in asked:
        indicator = ours.get(each.indicator)
        if indicator is None:
            continue
        for values in found.values():
            values[each.id] = Decimal(0)
        amount = Sum(indicator.amount_path) if indicator.amount_path else Count("pk")
        rows = indicator.select(one.town_id, period).order_by().values_list("matter__unit_id").annotate(n=amount)
        for unit, n in rows:
            belongs = answering_unit(unit, owing, directory)
            if belongs is not None:
                found[belongs][each.id] += Decimal(n or 0)
    return found
