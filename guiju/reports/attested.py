"""Attested figures of a year: totals that a superior's platform gives, beside the derived ones and always marked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.indicators.api import Attestation, last_touches, town_indicators
from guiju.kernel.ledger.api import canonical_json, sha256_hex
from guiju.reports.figures import Shown, YearFigure

_MONEY = ("元", "万元")


def attested_figures(town_id: int, year: int, today: dt.date, as_of: dt.date | None = None) -> list[YearFigure]:
    """The latest attestation of each indicator for the year, by id; with `as_of` none that counts further."""
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
    return [
        _attested(row, entries[row.id], row.name or names.get(row.indicator, row.indicator)) for row in latest.values()
    ]


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


def shown_value(value: Decimal, unit: str) -> Shown:
    """An attested value as figures show it: money as a decimal text, counts as integers."""
    if unit in _MONEY:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)
