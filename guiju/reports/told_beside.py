"""What units told, beside what the records give for the same days: to be read, never mixed."""

from __future__ import annotations

from dataclasses import dataclass

from guiju.kernel.indicators.api import Indicator, Period, ToldTotal, derive, told_totals, town_indicators
from guiju.reports.attested import shown_value
from guiju.reports.figures import Shown


@dataclass(frozen=True)
class ToldBeside:
    """A total that units told, and what we count ourselves for its days (None: no record gives it)."""

    total: ToldTotal
    value: Shown
    ours: Shown = None


def told_beside(town_id: int, period: Period, indicator: Indicator | None = None) -> list[ToldBeside]:
    """What units told in rounds within a period; of an `indicator` that alone. Statements grow with figures of ours."""
    totals = told_totals(town_id, period)
    if indicator is not None:
        totals = [total for total in totals if total.indicator == indicator.id]
    ours = {each.id: each for each in town_indicators(town_id)} if totals else {}
    return [_beside(total, town_id, ours.get(total.indicator)) for total in totals]


def _beside(total: ToldTotal, town_id: int, indicator: Indicator | None) -> ToldBeside:
    value = shown_value(total.value, total.unit)
    if indicator is None:
        return ToldBeside(total, value)
    return ToldBeside(total, value, derive(indicator, town_id, Period(total.start, total.as_of)).json_value())
