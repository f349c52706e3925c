"""What superiors' platforms say of a year, each total beside ours for the same days: to be read, not to be mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from guiju.kernel.indicators.api import Attestation, Indicator, Period, derive, town_indicators
from guiju.reports.attested import shown_value
from guiju.reports.figures import Shown
from guiju.reports.lapsing import cutoff_of, lapse_words


@dataclass(frozen=True)
class PlatformTotal:
    """An attestation: whether a later one replaced it or it has lapsed, and what we count for its days (None: nothing)."""

    row: Attestation
    name: str
    value: Shown
    replaced: bool
    ours: Shown = None
    lapsed: str = ""

    @property
    def difference(self) -> Decimal | None:
        """How much the platform has more (or, below zero, less) than we; None where there is nothing to compare."""
        if self.ours is None or self.value is None:
            return None
        return Decimal(str(self.value)) - Decimal(str(self.ours))


def comparable(indicator: Indicator) -> bool:
    """Whether a platform's total can stand beside this figure: one number, neither shares nor parts."""
    return not indicator.breakdown and not indicator.is_ratio


def platform_totals(town_id: int, year: int, today: dt.date, days: Mapping[str, dt.date]) -> list[PlatformTotal]:
    """The attestations of a year by name, the newest first; `days` are the cut-offs of its report. Statements grow with the figures that have one."""
    start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    rows = Attestation.objects.filter(town_id=town_id, as_of__range=(start, end)).select_related("attested_by")
    ours = {each.id: each for each in town_indicators(town_id)}
    told: list[PlatformTotal] = []
    seen: set[tuple[str, dt.date]] = set()
    known: set[str] = set()
    for row in rows.order_by("indicator", "-as_of", "-attested_on", "-id"):
        key = (row.indicator, row.as_of)
        indicator = ours.get(row.indicator)
        name = row.name or (indicator.name if indicator else row.indicator)
        counted = _ours(indicator, row) if key not in seen else None
        lapsed = "" if row.indicator in known else lapse_words(row.as_of, cutoff_of(row.indicator, days, year), today)
        told.append(PlatformTotal(row, name, shown_value(row.value, row.unit), key in seen, counted, lapsed))
        seen.add(key)
        known.add(row.indicator)
    return told


def _ours(indicator: Indicator | None, row: Attestation) -> Shown:
    if indicator is None or not comparable(indicator):
        return None
    return derive(indicator, row.town_id, Period(row.period_from, row.as_of)).value


def platform_words(
    indicator: Indicator, town_id: int, period: Period, days: Mapping[str, dt.date], today: dt.date
) -> str:
    """What a platform says last of a figure of ours in a period, and whether that has lapsed; empty without one."""
    told = Attestation.objects.filter(town_id=town_id, indicator=indicator.id, as_of__range=period.both)
    row = told.order_by("as_of", "attested_on", "id").last()
    if row is None:
        return ""
    lapsed = lapse_words(row.as_of, cutoff_of(indicator.id, days, period.as_of.year), today)
    words = f"{shown_value(row.value, row.unit)} {row.unit}，{row.platform}，截至 {row.as_of.isoformat()}"
    return f"{words}；{lapsed}" if lapsed else words
