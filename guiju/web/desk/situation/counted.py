"""What the page counts: the received and closed of a topic by place and kind, beside last year's; its strip; its months."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from guiju.exchange.outlines.api import Village, villages_on
from guiju.kernel.indicators.api import (
    NOWHERE,
    Figure,
    Indicator,
    Months,
    Period,
    Topic,
    by_month,
    by_place_and_kind,
    derive,
    figure_of,
)
from guiju.kernel.matters.api import Matter

Split = dict[tuple[int | None, str], int]


@dataclass
class Counts:
    """The figures of one tab. Each attribute is counted once, by the figures' own records."""

    topic: Topic
    town_id: int
    period: Period
    before: Period = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.period.a_year_before()

    def figure(self, identifier: str) -> Indicator:
        return figure_of(identifier, self.town_id)

    @cached_property
    def received(self) -> Indicator:
        return self.figure(self.topic.received)

    @cached_property
    def closed(self) -> Indicator:
        return self.figure(self.topic.closed)

    @cached_property
    def villages(self) -> list[Village]:
        return villages_on(self.town_id, self.period.as_of)

    @cached_property
    def has_last_year(self) -> bool:
        """Whether the town has records of last year at all: a year that nobody recorded is no year of nothing."""
        year = self.before.as_of.year
        whole = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
        if not self.topic.mechanism:
            return self.received.select(self.town_id, whole).exists()
        rows = Matter.objects.filter(town_id=self.town_id, mechanism=self.topic.mechanism, voided=False)
        return rows.filter(event_date__range=whole.both).exists()

    @cached_property
    def splits(self) -> tuple[Split, Split]:
        """The received, now and last year, by village (None: no village) and kind."""
        return self._split(self.received, self.period), self._split(self.received, self.before)

    @cached_property
    def closed_splits(self) -> tuple[Split, Split]:
        if self.topic.closed == self.topic.received:
            return self.splits
        return self._split(self.closed, self.period), self._split(self.closed, self.before)

    @cached_property
    def months(self) -> Months:
        return by_month(self.received, self.town_id, self.period.as_of)

    @cached_property
    def strip(self) -> list[tuple[Figure, Figure]]:
        """The figures above, now and in the same stretch of last year."""
        return [
            (derive(one, self.town_id, self.period), derive(one, self.town_id, self.before))
            for one in map(self.figure, self.topic.strip)
        ]

    def of_strip(self, identifier: str) -> tuple[Figure, Figure] | None:
        """A figure of the strip, now and last year; None where the topic has no such one."""
        return next((pair for pair in self.strip if pair[0].indicator.id == identifier), None)

    def _split(self, indicator: Indicator, period: Period) -> Split:
        known = {village.unit_id for village in self.villages}
        found: Counter[tuple[int | None, str]] = Counter()
        for (place, kind), n in by_place_and_kind(indicator, self.topic, self.town_id, period).items():
            found[(place if place in known else None, kind)] += n
        return dict(found)

    def kind_label(self, kind: str) -> str:
        return self.topic.kinds.get(kind, kind) or "未写类别"


def by_place(split: Split) -> Counter[int | None]:
    """Counts by village; None is what belongs to no village."""
    found: Counter[int | None] = Counter()
    for (place, _), n in split.items():
        found[place] += n
    return found


def by_kind(split: Split, place: int | str | None = "") -> Counter[str]:
    """Counts by kind, of all places or of one."""
    found: Counter[str] = Counter()
    for (where, kind), n in split.items():
        if place == "" or where == place:
            found[kind] += n
    return found


def place_code(place: int | None) -> str:
    """How an address names a place."""
    return NOWHERE if place is None else str(place)
