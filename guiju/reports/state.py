"""What is on record of a year's report: the town's own texts, and the lock with its figures."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from guiju.reports.figures import Compared, Shown, YearFigure, records_from_text
from guiju.reports.models import Lock, LockedFigure, Passage, Report
from guiju.reports.outline import DEFAULT, Outline, read_outline, shipped_outline


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
class ReportState:
    """A year's report as it is on record; a report nobody has written in or locked has no key yet."""

    town_id: int
    year: int
    key: int | None = None
    outline_id: str = DEFAULT
    passages: Mapping[str, tuple[int, str]] = field(default_factory=dict)  # by code: row key and text
    locked: Locked | None = None

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
    """The report of a town and year. Four statements at most."""
    report = Report.objects.filter(town_id=town_id, year=year).first()
    if report is None:
        return ReportState(town_id, year)
    rows = Passage.objects.filter(town_id=town_id, report=report).order_by("id")
    passages = {row.code: (row.id, row.text) for row in rows}
    return ReportState(town_id, year, report.id, report.outline, passages, _locked(report))


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
        kind="derived" if row.kind == "derived" else "attested",
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
    )


def _value(text: str) -> Shown:
    return cast(Shown, json.loads(text))
