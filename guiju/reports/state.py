"""What is on record of a year's report: the town's own texts, and the lock with its figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from guiju.kernel.organisation.api import Unit
from guiju.reports.figures import Compared, FigureKey, Shown, YearFigure, kind_of, records_from_text
from guiju.reports.models import FigureCheck, Lock, LockedFigure, Owner, Passage, Report
from guiju.reports.outline import DEFAULT, Outline, read_outline, shipped_outline
from guiju.reports.owners import Owners, owners_from
from guiju.reports.rounds import rounds_from_text


@dataclass(frozen=True)
class Locked:
    """The lock of a report; `as_of` is set only where one day was given for all figures."""

    as_of: dt.date | None
    known_until: int
    locked_by: str
    locked_on: dt.date
    outline_text: str
    figures: tuple[YearFigure, ...]


@dataclass(frozen=True)
class Check:
    """What was last said of a figure, by whom and when, and of which records (their digest)."""

    key: int
    verdict: str
    digest: str
    remark: str
    unit: str
    passed_to: int | None
    said_by: str
    checked_by: str
    checked_on: dt.date


@dataclass(frozen=True)
class ReportState:
    """A year's report as it is on record; a report nobody has written in or locked has no key yet."""

    town_id: int
    year: int
    key: int | None = None
    outline_id: str = DEFAULT
    passages: Mapping[str, tuple[int, str]] = field(default_factory=dict)  # by code: row key and text
    locked: Locked | None = None
    units: tuple[Unit, ...] = ()
    owner_rows: Mapping[str, int] = field(default_factory=dict)  # by code: row key
    owner_units: Mapping[str, int] = field(default_factory=dict)  # by code: unit
    checks: Mapping[FigureKey, Check] = field(default_factory=dict)

    @cached_property
    def owners(self) -> Owners:
        return owners_from(self.outline, self.units, self.owner_units)

    @property
    def outline_text(self) -> str:
        return self.locked.outline_text if self.locked else shipped_outline(self.outline_id)

    @property
    def outline(self) -> Outline:
        return read_outline(self.outline_text)

    @property
    def texts(self) -> dict[str, str]:
        """The town's own texts by code."""
        return {code: text for code, (_, text) in self.passages.items()}


def load_report(town_id: int, year: int) -> ReportState:
    """The report of a town and year. Seven statements at most."""
    report = Report.objects.filter(town_id=town_id, year=year).first()
    units = tuple(Unit.objects.filter(town_id=town_id, until__isnull=True).order_by("id"))
    if report is None:
        return ReportState(town_id, year, units=units)
    rows = Passage.objects.filter(town_id=town_id, report=report).order_by("id")
    owners = list(Owner.objects.filter(town_id=town_id, report=report).order_by("id"))
    return ReportState(
        town_id,
        year,
        report.id,
        report.outline,
        {row.code: (row.id, row.text) for row in rows},
        _locked(report),
        units,
        {row.code: row.id for row in owners},
        {row.code: row.unit_id for row in owners},
        _checks(report),
    )


def _checks(report: Report) -> dict[FigureKey, Check]:
    rows = FigureCheck.objects.filter(town_id=report.town_id, report=report).select_related("checked_by", "unit")
    return {
        (kind_of(row.kind), row.indicator): Check(
            row.id,
            row.verdict,
            row.digest,
            row.remark,
            row.unit.name,
            row.passed_to_id,
            row.said_by,
            row.checked_by.name,
            row.checked_on,
        )
        for row in rows.order_by("id")
    }


def _locked(report: Report) -> Locked | None:
    lock = Lock.objects.filter(town_id=report.town_id, report=report).select_related("locked_by").first()
    if lock is None:
        return None
    rows = LockedFigure.objects.filter(town_id=report.town_id, lock=lock).order_by("place")
    figures = tuple(_figure(row) for row in rows)
    return Locked(lock.as_of, lock.known_until, lock.locked_by.name, lock.locked_on, lock.outline_text, figures)


def _figure(row: LockedFigure) -> YearFigure:
    returned, owed = row.returned, row.owed
    return YearFigure(
        id=row.indicator,
        name=row.name,
        unit=row.unit,
        kind=kind_of(row.kind),
        value=_value(row.value),
        start=row.start,
        as_of=row.as_of,
        records=records_from_text(row.record_list),
        digest=row.digest,
        definition=row.definition,
        basis=tuple(part for part in row.basis.split("、") if part),
        numerator=row.numerator,
        denominator=row.denominator,
        completeness=None if returned is None or owed is None else (returned, owed),
        compared=Compared(_value(row.last_year), _value(row.quarter), _value(row.quarter_before)),
        rounds=rounds_from_text(row.rounds),
    )


def _value(text: str) -> Shown:
    return cast(Shown, json.loads(text))
