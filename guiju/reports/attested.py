"""Attested figures of a year, beside the derived ones and always marked: totals of superiors' platforms, and of what units told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from guiju.kernel.indicators.api import (
    Attestation,
    Period,
    ToldTotal,
    last_touches,
    summed,
    told_totals,
    town_indicators,
)
from guiju.kernel.ledger.api import canonical_json, sha256_hex
from guiju.reports.cutoffs import cutoffs
from guiju.reports.figures import Shown, YearFigure
from guiju.reports.lapsing import cutoff_of, lapse_words

_MONEY = ("元", "万元")


def attested_figures(town_id: int, year: int, today: dt.date, as_of: dt.date | None = None) -> list[YearFigure]:
    """The latest attestation of each indicator for the year, by id; then what units told where no record gives it.

    With `as_of` none that counts further.
    """
    until = min(as_of or dt.date(year, 12, 31), today)
    rows = Attestation.objects.filter(
        town_id=town_id, period_from__gte=dt.date(year, 1, 1), as_of__gte=dt.date(year, 1, 1), as_of__lte=until
    )
    latest: dict[str, Attestation] = {}
    for row in rows.select_related("attested_by").order_by("indicator", "as_of", "attested_on", "id"):
        latest[row.indicator] = row
    fields = tuple(field.attname for field in Attestation._meta.concrete_fields if not field.primary_key)
    entries = last_touches(town_id, {Attestation: fields}, [(row.id, None) for row in latest.values()])
    names = {indicator.id: indicator.name for indicator in town_indicators(town_id)}
    told = [total for total in told_totals(town_id, Period(dt.date(year, 1, 1), until)) if not total.indicator]
    found = [
        *(
            _attested(row, entries[row.id], row.name or names.get(row.indicator, row.indicator))
            for row in latest.values()
        ),
        *(_told(total) for total in told),
    ]
    days = cutoffs(town_id, year) if found else {}
    return [replace(each, lapsed=_lapse(each, days, until, today)) for each in found]


def _lapse(figure: YearFigure, days: dict[str, dt.date], until: dt.date, today: dt.date) -> str:
    return lapse_words(figure.as_of, min(cutoff_of(figure.id, days, until.year), until), today)


def _attested(row: Attestation, entry: int, name: str) -> YearFigure:
    value = shown_value(row.value, row.unit)
    who = f"{row.attested_by.name}于{row.attested_on.isoformat()}确认"
    return YearFigure(
        id=row.indicator,
        name=name,
        unit=row.unit,
        kind="attested",
        value=value,
        start=row.period_from,
        as_of=row.as_of,
        records=(),
        digest=sha256_hex(canonical_json([row.platform, row.conditions, str(value), row.evidence_sha256, entry])),
        definition=f"平台数据，{row.platform}，查询条件：{row.conditions}；{who}",
    )


def _told(total: ToldTotal) -> YearFigure:
    value = shown_value(total.value, total.unit)
    return YearFigure(
        id=total.id,
        name=total.name,
        unit=total.unit,
        kind="attested",
        value=value,
        start=total.start,
        as_of=total.as_of,
        records=(),
        digest=sha256_hex(canonical_json([[key, told] for key, told in total.parts])),
        definition=f"单位报送，{total.source}"[:400],
        completeness=summed(total.rounds),
        rounds=total.rounds,
    )


def shown_value(value: Decimal, unit: str) -> Shown:
    """An attested value as figures show it: money as a decimal text, counts as integers."""
    if unit in _MONEY:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
