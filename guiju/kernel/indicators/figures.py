"""Figures: the value of an indicator for a town and period, its records and its digest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum

from guiju.kernel.indicators.definitions import Indicator, Period
from guiju.kernel.indicators.touches import last_touches
from guiju.kernel.ledger.api import canonical_json, sha256_hex

Value = int | Decimal | str | None
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Figure:
    """A derived figure. `value` is an int, a Decimal (money in yuan, per cent), a text like 1+2+24, or None (0 base)."""

    indicator: Indicator
    town_id: int
    period: Period
    value: Value
    records: int
    numerator: int | None = None
    denominator: int | None = None
    completeness: tuple[int, int] | None = None  # units returned, units owing; None: no return round stands behind it

    def json_value(self) -> int | str | float | None:
        """How the value stands in JSON: integers as numbers, money and breakdowns as text, per cent as a number."""
        if isinstance(self.value, Decimal):
            return str(self.value) if self.indicator.money else _shortest(self.value)
        return self.value


def _shortest(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True)
class Record:
    """One counted record: number, title, date, counted amount, its matter (None for units), the entry that counts."""

    key: int
    number: str
    title: str
    date: dt.date
    amount: Decimal | int
    matter_id: int | None
    entry: int


@dataclass
class Tally:
    """What was counted of a figure in one period: records, their amounts (or days) added up, records of each kind."""

    records: int = 0
    amount: Decimal | int = 0
    kinds: dict[str, int] = field(default_factory=dict)


def derive(indicator: Indicator, town_id: int, period: Period) -> Figure:
    """The value of a figure. One statement (two for a ratio)."""
    selected = counted(indicator, town_id, period).order_by()
    if indicator.span:
        days = [_days(row) for row in selected.values_list(*indicator.span)]
        tally = Tally(len(days), sum(days))
    elif indicator.breakdown:
        kinds = dict(selected.values_list(indicator.breakdown_path).annotate(n=Count("pk")))
        tally = Tally(sum(kinds.values()), kinds=kinds)
    elif indicator.amount_path:
        summed = selected.aggregate(records=Count("pk"), total=Sum(indicator.amount_path))
        tally = Tally(summed["records"], summed["total"] or 0)
    else:
        tally = Tally(selected.count())
    return figure_from(indicator, town_id, period, tally)


def derive_with_records(indicator: Indicator, town_id: int, period: Period) -> tuple[Figure, list[Record]]:
    """A figure and all its records, read once: the value is what these records come to."""
    records = records_of(indicator, town_id, period)
    if indicator.breakdown:  # the kinds do not stand in the records
        return derive(indicator, town_id, period), records
    tally = Tally(len(records), sum((record.amount or 0 for record in records), Decimal(0)))
    return figure_from(indicator, town_id, period, tally), records


def figure_from(
    indicator: Indicator, town_id: int, period: Period, tally: Tally, numerator: int | None = None
) -> Figure:
    """The figure to which a period's count comes; of a ratio the base was counted, and what is not told is counted."""
    records = tally.records
    value: Value = records
    if indicator.is_ratio:
        numerator = indicator.select(town_id, period).order_by().count() if numerator is None else numerator
        value = (Decimal(100) * numerator / records).quantize(CENT) if records else None
        return Figure(indicator, town_id, period, value, records, numerator, records)
    if indicator.breakdown:
        value = "+".join(str(tally.kinds.get(kind, 0)) for kind in indicator.breakdown)
    elif indicator.span:
        value = (Decimal(tally.amount) / records).quantize(Decimal("0.1")) if records else None
    elif indicator.amount_path:
        # SQLite sums money without its cents where there are none; the figure is the same text on both databases.
        value = Decimal(tally.amount).quantize(CENT) if indicator.money else int(tally.amount)
    return Figure(indicator, town_id, period, value, records)


def _days(span: Sequence[dt.date]) -> int:
    return (span[1] - span[0]).days


def counted(indicator: Indicator, town_id: int, period: Period) -> QuerySet[Any]:
    """The rows that a figure counts; of a ratio, those of its base."""
    select = indicator.denominator or indicator.select
    return select(town_id, period)


def records_of(indicator: Indicator, town_id: int, period: Period) -> list[Record]:
    """All counted records of a figure, by date and number: what its digest covers, from the QuerySet of the value."""
    selected = counted(indicator, town_id, period)
    return read_records(indicator, town_id, selected.order_by(indicator.date_path, indicator.number_path, "pk"))


def read_records(indicator: Indicator, town_id: int, ordered: QuerySet[Any]) -> list[Record]:
    """Counted rows as records, in their order, each with the entry that counts."""
    rows = _rows(indicator, ordered)
    touched = last_touches(town_id, indicator.reads, [(row[0], row[4]) for row in rows])
    return [
        Record(key, number or title, title, date, amount, matter, touched[key])
        for (key, number, title, date, matter, amount) in rows
    ]


def _rows(indicator: Indicator, ordered: QuerySet[Any]) -> list[tuple[Any, ...]]:
    paths = ["pk", indicator.number_path, indicator.title_path, indicator.date_path]
    has_matter, has_amount = bool(indicator.matter_path), bool(indicator.amount_path)
    if has_matter:
        paths.append(indicator.matter_path)
    if has_amount:
        paths.append(indicator.amount_path)
    paths.extend(indicator.span)

    def amount(row: Sequence[Any]) -> Any:
        return _days(row[-2:]) if indicator.span else row[-1] if has_amount else 1

    return [
        (*row[:4], row[4] if has_matter else None, amount(row))
        for row in ordered.values_list(*paths).iterator(chunk_size=5000)
    ]


def digest_of(records: Sequence[Record]) -> str:
    """Hash of the sorted (record number, counted amount, index of the last entry that touches what is read)."""
    lines = sorted([record.number, _amount(record.amount), record.entry] for record in records)
    return sha256_hex(canonical_json(lines))


def _amount(amount: Decimal | int) -> str:
    return str(Decimal(amount).normalize()) if isinstance(amount, Decimal) else str(amount)
