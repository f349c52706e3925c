"""Topics: which figures of a mechanism show how things stand in a town, and how they split by place and kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import BigIntegerField, Count, F, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from guiju.kernel.indicators.definitions import Indicator, Period, town_indicator
from guiju.kernel.indicators.figures import counted

NOWHERE = "0"  # a place that is no village: what the town's own bodies keep


@dataclass(frozen=True)
class Topic:
    """One tab of the town's situation.

    `received` is what comes in: placed on the map and counted by month; `closed` what is told by kind; `strip` what
    stands above, in order; `extra` further figures that only this page shows and no report prints. `places` are paths,
    seen from a record of `received` or `closed`, to the village: the first that is not empty holds; without them what is
    in hand stands in the place of the map. `kind` is the path to the category and `kinds` its words. A topic without a
    mechanism is one of all of them.
    """

    code: str
    label: str
    received: str
    closed: str
    strip: tuple[str, ...]
    places: tuple[str, ...]
    kind: str
    kinds: Mapping[str, str] = field(default_factory=dict, hash=False)
    extra: tuple[Indicator, ...] = ()
    slowness: str = ""  # the figure of mean days, where there is one
    timeliness: str = ""  # the share that was done in its time, where the tab tells it in a sentence
    mechanism: str = ""

    @property
    def figures(self) -> frozenset[str]:
        """All figures that the tab shows."""
        return frozenset((self.received, self.closed, *self.strip))

    @property
    def splits(self) -> tuple[str, str]:
        """The figures that split by place and kind."""
        return (self.received, self.closed)


_TOPICS: dict[str, Topic] = {}


def register_topic(topic: Topic) -> None:
    """Add a tab, with the mechanism that it belongs to."""
    extra = tuple(dataclasses.replace(indicator, mechanism=topic.mechanism) for indicator in topic.extra)
    _TOPICS[topic.code] = dataclasses.replace(topic, extra=extra)


def topics() -> list[Topic]:
    """All tabs in the order of the mechanisms."""
    return list(_TOPICS.values())


def figure_of(identifier: str, town_id: int) -> Indicator:
    """A figure of the town, also one that only a topic shows; raises KeyError."""
    extra = {indicator.id: indicator for topic in _TOPICS.values() for indicator in topic.extra}
    return extra[identifier] if identifier in extra else town_indicator(identifier, town_id)


def topic_splitting(identifier: str) -> Topic | None:
    """The topic by which a figure splits by place and kind."""
    return next((topic for topic in _TOPICS.values() if identifier in topic.splits), None)


def narrowed(
    indicator: Indicator, topic: Topic, villages: Collection[int], place: str = "", kind: str | None = None
) -> Indicator:
    """The same figure of one place (a village's key, or NOWHERE) and of one kind; both may be left open."""

    def select(town_id: int, period: Period) -> QuerySet[Any]:
        rows = _placed(indicator.select(town_id, period), topic)
        if place == NOWHERE:
            rows = rows.exclude(situated__in=villages)
        elif place:
            rows = rows.filter(situated=int(place))
        return rows if kind is None else rows.filter(**{topic.kind: kind})

    return dataclasses.replace(indicator, select=select)


def by_place_and_kind(
    indicator: Indicator, topic: Topic, town_id: int, period: Period
) -> dict[tuple[int | None, str], int]:
    """What a figure counts in each place and kind; the values add up to the figure. One statement."""
    amount: Any = Sum(indicator.amount_path) if indicator.amount_path else Count("pk")
    rows = _placed(counted(indicator, town_id, period), topic).order_by()
    return {(place, kind): n or 0 for place, kind, n in rows.values_list("situated", topic.kind).annotate(n=amount)}


def _placed(rows: QuerySet[Any], topic: Topic) -> QuerySet[Any]:
    nowhere = Value(None, output_field=BigIntegerField())
    paths = [*map(F, topic.places), nowhere]
    placed: QuerySet[Any] = rows.annotate(situated=Coalesce(*paths) if topic.places else nowhere)
    return placed
