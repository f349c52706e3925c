"""The figures of a year as a report needs them: value, records, digest, and what to compare them with."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from django.db.models import Min

from guiju.kernel.indicators.api import (
    Indicator,
    Period,
    Record,
    ReturnedRound,
    derive_each,
    derive_with_records,
    digest_of,
    rounds_behind,
    summed,
    town_indicators,
    year_until,
)
from guiju.kernel.matters.api import Matter
from guiju.reports.cutoffs import cutoffs
from guiju.reports.errors import ReportError

FIRST_YEAR = 1949

Kind = Literal["derived", "attested"]
FigureKey = tuple[Kind, str]  # a figure of the same id may stand derived and attested
Shown = int | float | str | None  # as in JSON: money and breakdowns are texts, a per cent of nothing is None


def kind_of(text: str) -> Kind:
    """A kind as a row or a form tells it."""
    return "attested" if text == "attested" else "derived"


def figure_code(key: FigureKey) -> str:
    """A figure in one word, as forms, addresses and rows name it: kind:id."""
    return ":".join(key)


def key_of(code: str) -> FigureKey:
    """The figure that such a word names."""
    kind, _, identifier = code.partition(":")
    return kind_of(kind), identifier


@dataclass(frozen=True)
class Compared:
    """Values beside a figure: the same stretch of last year, the last whole quarter and the one before it."""

    last_year: Shown = None
    quarter: Shown = None
    quarter_before: Shown = None


@dataclass(frozen=True)
class YearFigure:
    """A figure of a report, derived now, attested by a person, or read from a lock.

    `records` are the counted records with the entry that counts; an attested figure has none. `numerator` and
    `denominator` stand in ratios only; `completeness` is (returns that came in, returns owed) or None without a return round; `rounds` names these.
    `lapsed` says of an attested figure that it does not reach as far as the report, and what is to be done.
    """

    id: str
    name: str
    unit: str
    kind: Kind
    value: Shown
    start: dt.date
    as_of: dt.date
    records: tuple[Record, ...]
    digest: str
    definition: str
    basis: tuple[str, ...] = ()
    numerator: int | None = None
    denominator: int | None = None
    completeness: tuple[int, int] | None = None
    compared: Compared = Compared()
    rounds: tuple[ReturnedRound, ...] = ()
    lapsed: str = ""

    @property
    def key(self) -> FigureKey:
        return self.kind, self.id

    @property
    def is_ratio(self) -> bool:
        return self.denominator is not None

    def as_json(self) -> dict[str, object]:
        """The figure as `guiju figures --json` prints it."""
        returned = self.completeness
        told: dict[str, object] = {
            "id": self.id,
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "as_of": self.as_of.isoformat(),
            "records": len(self.records),
            "digest": self.digest,
            "kind": self.kind,
            "completeness": None if returned is None else {"returned": returned[0], "owed": returned[1]},
            "definition": self.definition,
            "basis": list(self.basis),
        }
        if self.is_ratio:
            told |= {"numerator": self.numerator, "denominator": self.denominator}
        if self.lapsed:
            told["lapsed"] = self.lapsed
        return told


def derived_figures(
    town_id: int, year: int, today: dt.date, as_of: dt.date | None = None, *, compare: bool = True
) -> list[YearFigure]:
    """Every installed figure of a year in the order of registration, then those of the town's own registers.

    Each is counted until `as_of`, else until the cut-off of the town's outline, never beyond today. Raises ReportError
    for a day outside the year or a year that has not begun. `compare=False` leaves out the values beside it.
    """
    check_period(year, today, as_of)
    indicators, days = town_indicators(town_id), cutoffs(town_id, year)
    since = first_recorded_day(town_id) if compare else None
    wanted = [(indicator, year_until(min(as_of or days[indicator.id], today))) for indicator in indicators]
    returned = rounds_behind(town_id, wanted)
    return [
        derived_figure(indicator, town_id, period, compare=compare, since=since, rounds=told)
        for (indicator, period), told in zip(wanted, returned, strict=True)
    ]


def check_period(year: int, today: dt.date, as_of: dt.date | None) -> None:
    """Raise ReportError where a report of the year cannot be counted until the day."""
    if year < FIRST_YEAR:
        raise ReportError(f"“{year}”不是可以做报告的年份，请写四位数的年份，例如 2022。")
    if year > today.year:
        raise ReportError(f"{year}年还没有到，数字要等事项办了才有。请核对年份。")
    if as_of is not None and as_of.year != year:
        raise ReportError(
            f"截止日 {as_of.isoformat()} 不在{year}年内，年度数字从1月1日数到当年的一天。请改截止日或年份。"
        )


def first_recorded_day(town_id: int) -> dt.date | None:
    """The earliest day of which the town has a matter; what it did before that nobody can count. One statement."""
    found: dt.date | None = Matter.objects.filter(town_id=town_id, voided=False).aggregate(Min("event_date"))[
        "event_date__min"
    ]
    return found


def derived_figure(
    indicator: Indicator,
    town_id: int,
    period: Period,
    *,
    compare: bool,
    since: dt.date | None = None,
    rounds: tuple[ReturnedRound, ...] = (),
) -> YearFigure:
    """One figure of a period with its records and digest; a handful of statements.

    It is compared with last year only where the town has records `since` a day in it.
    """
    figure, records = derive_with_records(indicator, town_id, period)
    return YearFigure(
        id=indicator.id,
        name=indicator.name,
        unit=indicator.unit,
        kind="derived",
        value=figure.json_value(),
        start=period.start,
        as_of=period.as_of,
        records=tuple(records),
        digest=digest_of(records),
        definition=f"{indicator.definition}；以{indicator.date_label}为准",
        basis=tuple(basis.label for basis in indicator.basis),
        numerator=figure.numerator,
        denominator=figure.denominator,
        completeness=summed(rounds),
        compared=_compared(indicator, town_id, period, since) if compare else Compared(),
        rounds=rounds,
    )


def _compared(indicator: Indicator, town_id: int, period: Period, since: dt.date | None) -> Compared:
    quarter, before = last_quarters(period.as_of)
    last_year = period.a_year_before()
    asked = {
        "last_year": last_year if since is not None and since <= last_year.as_of else None,
        "quarter": quarter,
        "quarter_before": before if quarter else None,
    }
    wanted = {name: other for name, other in asked.items() if other is not None}
    counted = derive_each(indicator, town_id, list(wanted.values()))
    return Compared(**{name: figure.json_value() for name, figure in zip(wanted, counted, strict=True)})


def last_quarters(as_of: dt.date) -> tuple[Period | None, Period]:
    """The last quarter of the year that was over by the cut-off (None in its first), and the quarter before it."""
    over = [end for end in _quarter_ends(as_of.year) if end <= as_of]
    last = over[-1] if over else None
    before = over[-2] if len(over) > 1 else dt.date(as_of.year - 1, 12, 31)
    return (None if last is None else _quarter(last)), _quarter(before)


def _quarter_ends(year: int) -> list[dt.date]:
    return [dt.date(year, 3, 31), dt.date(year, 6, 30), dt.date(year, 9, 30), dt.date(year, 12, 31)]


def _quarter(end: dt.date) -> Period:
    return Period(dt.date(end.year, end.month - 2, 1), end)


def records_as_text(records: Sequence[Record]) -> str:
    """The records of a figure as a lock keeps them: row, matter, number, day, amount, entry; no titles, no names."""
    lines = [[r.key, r.matter_id, r.number, r.date.isoformat(), str(r.amount), r.entry] for r in records]
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


def records_from_text(text: str) -> tuple[Record, ...]:
    """Read the records of a lock back; their titles are empty."""
    return tuple(
        Record(key, number, "", dt.date.fromisoformat(day), _amount(amount), matter, entry)
        for key, matter, number, day, amount, entry in json.loads(text)
    )


def _amount(text: str) -> Decimal | int:
    return Decimal(text) if "." in text else int(text)
