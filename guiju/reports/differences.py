"""What has happened to locked figures since: each record that joined, left or changed, with the entry that did it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from guiju.kernel.indicators.api import Indicator, Period, Record, last_touches, town_indicators
from guiju.reports.attested import attested_figures
from guiju.reports.figures import YearFigure, derived_figure
from guiju.reports.figures_table import number_words
from guiju.reports.state import Locked


@dataclass(frozen=True)
class RecordChange:
    """One record of a locked figure that is no longer as it was; `entry` is the index of the entry that did it."""

    how: Literal["joined", "left", "changed"]
    number: str
    date: dt.date
    was: Decimal | int | None
    now: Decimal | int | None
    entry: int

    def __str__(self) -> str:
        place = f"{self.number}（{self.date.isoformat()}），条目 #{self.entry:,}"
        if self.how == "joined":
            return f"新计入 {place}，计 {self.now}"
        if self.how == "left":
            return f"不再计入 {place}，原计 {self.was}"
        counted = "计数不变" if self.was == self.now else f"原计 {self.was}，现计 {self.now}"
        return f"有改动 {place}，{counted}"


@dataclass(frozen=True)
class FigureChange:
    """A locked figure that would be counted differently today."""

    locked: YearFigure
    now: YearFigure
    records: tuple[RecordChange, ...]

    def __str__(self) -> str:
        was, now = number_words(self.locked.value), number_words(self.now.value)
        unit = self.locked.unit
        return f"{self.locked.name}（{self.locked.id}）：锁定 {was}{unit}，现在 {now}{unit}"


def changes_since(town_id: int, locked: Locked, today: dt.date) -> list[FigureChange]:
    """Count the locked figures again over their own periods. Figures that nobody counts any more are passed over."""
    indicators = {indicator.id: indicator for indicator in town_indicators(town_id)}
    found: list[FigureChange] = []
    for figure in locked.figures:
        if figure.kind == "attested":
            found += _attested_anew(town_id, figure, today)
        elif figure.id in indicators:
            found += _counted_anew(town_id, figure, indicators[figure.id])
    return found


def _attested_anew(town_id: int, locked: YearFigure, today: dt.date) -> Iterator[FigureChange]:
    for now in attested_figures(town_id, locked.as_of.year, today, locked.as_of):
        if now.id == locked.id and now.digest != locked.digest:
            yield FigureChange(locked, now, ())


def _counted_anew(town_id: int, locked: YearFigure, indicator: Indicator) -> Iterator[FigureChange]:
    now = derived_figure(indicator, town_id, Period(locked.start, locked.as_of), compare=False)
    if (now.digest, now.value) != (locked.digest, locked.value):
        yield FigureChange(locked, now, tuple(_records(town_id, indicator, locked, now)))


def _records(town_id: int, indicator: Indicator, locked: YearFigure, now: YearFigure) -> Iterator[RecordChange]:
    before = {record.key: record for record in locked.records}
    after = {record.key: record for record in now.records}
    gone = [record for key, record in before.items() if key not in after]
    touched = last_touches(town_id, indicator.reads, [(record.key, record.matter_id) for record in gone])
    for key, record in after.items():
        if key not in before:
            yield RecordChange("joined", record.number, record.date, None, record.amount, record.entry)
        elif _told(record) != _told(before[key]):
            yield RecordChange("changed", record.number, record.date, before[key].amount, record.amount, record.entry)
    for record in gone:
        yield RecordChange("left", record.number, record.date, record.amount, None, touched[record.key])


def _told(record: Record) -> tuple[object, ...]:
    return (record.number, record.date, record.amount, record.entry)
