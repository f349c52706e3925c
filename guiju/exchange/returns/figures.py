"""What the records give of asked figures, by unit: shown filled, and only confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Sum

from guiju.exchange.returns.models import AskedFigure, ReturnRound
from guiju.exchange.returns.records import answering_unit
from guiju.kernel.indicators.api import Indicator, Period, town_indicators
from guiju.kernel.organisation.api import Directory


@dataclass(frozen=True)
class Given:
    """What the records give of an asked figure. A town's own bears until when, what is counted, and its completeness."""

    value: Decimal
    as_of: dt.date | None = None
    definition: str = ""
    completeness: tuple[int, int] | None = None

    @property
    def as_told(self) -> dict[str, object]:
        """The fields with which an answer keeps it."""
        returned, owed = self.completeness or (None, None)
        told = {"derived": self.value, "as_of": self.as_of, "definition": self.definition}
        return {**told, "returned": returned, "owed": owed}


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
) -> dict[int, dict[int, Given]]:
    """By owing unit and asked figure, what the records of the period give. One statement a figure of ours."""
    found: dict[int, dict[int, Given]] = {unit: {} for unit in owing}
    ours = unit_figures(one.town_id) if any(each.indicator for each in asked) else {}
    period = Period(one.period_from, one.period_to)
    for each in asked:
        indicator = ours.get(each.indicator)
        if indicator is None:
            continue
        sums = dict.fromkeys(owing, Decimal(0))
        amount = Sum(indicator.amount_path) if indicator.amount_path else Count("pk")
        rows = indicator.select(one.town_id, period).order_by().values_list("matter__unit_id").annotate(n=amount)
        for unit, n in rows:
            belongs = answering_unit(unit, owing, directory)
            if belongs is not None:
                sums[belongs] += Decimal(n or 0)
        for unit_id, value in sums.items():
            found[unit_id][each.id] = Given(value)
    return found
