"""An indicator: what it counts, which date places a record in the period, what is summed; all from one QuerySet."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from django.db import models
from django.db.models import QuerySet

from guiju.kernel.lawbook.api import Basis

if TYPE_CHECKING:
    from guiju.kernel.indicators.axes import Axis


@dataclass(frozen=True)
class Period:
    """From the first day to the cut-off (as of), both included."""

    start: dt.date
    as_of: dt.date

    @property
    def both(self) -> tuple[dt.date, dt.date]:
        return (self.start, self.as_of)

    def a_year_before(self) -> Period:
        """The same stretch of the year before; 29 February becomes the 28th."""

        def back(day: dt.date) -> dt.date:
            is_leap_day = (day.month, day.day) == (2, 29)
            return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)

        return Period(back(self.start), back(self.as_of))


def year_until(as_of: dt.date) -> Period:
    """From New Year's Day of the cut-off's year to the cut-off."""
    return Period(as_of.replace(month=1, day=1), as_of)


Select = Callable[[int, Period], "QuerySet[Any]"]


@dataclass(frozen=True)
class Indicator:
    """A figure's definition.

    `select(town, period)` gives the counted records. The paths say where, seen from such a record, its number, date,
    matter and counted amount stand. `reads` are the tables and fields on which the figure depends: only entries that
    touch them change its digest. `breakdown` splits by a field in the given order and prints 1+2+24. `axes` are ways to
    split it that a superior's table may ask for, beside the unit. A figure counts what its date places in the period;
    a `standing` one what is there on the last day, whenever it came.
    """

    id: str
    name: str
    unit: str
    definition: str
    date_label: str
    select: Select
    counts: Literal["matters", "documents", "participations", "units"] = "matters"
    number_path: str = "matter__number"
    title_path: str = "matter__title"
    date_path: str = "matter__event_date"
    matter_path: str = "matter_id"
    amount_path: str = ""
    breakdown_path: str = ""
    breakdown: tuple[str, ...] = ()
    denominator: Select | None = None
    span: tuple[str, ...] = ()  # from and to, two dates of a record: the figure is the mean number of days between
    money: bool = False
    standing: bool = False
    basis: tuple[Basis, ...] = ()
    reads: Mapping[type[models.Model], tuple[str, ...]] = field(default_factory=dict)
    mechanism: str = ""
    axes: tuple[Axis, ...] = ()

    @property
    def is_ratio(self) -> bool:
        return self.denominator is not None


_INDICATORS: dict[str, Indicator] = {}
_OF_TOWNS: dict[str, Callable[[int], Sequence[Indicator]]] = {}


def register_indicator(indicator: Indicator) -> None:
    """Add a definition; raises ValueError when another mechanism's bears its id."""
    known = _INDICATORS.get(indicator.id)
    if known is not None and known.mechanism != indicator.mechanism:
        raise ValueError(f"indicator {indicator.id} is registered twice")
    _INDICATORS[indicator.id] = indicator


def indicator_of(identifier: str) -> Indicator:
    """The definition of this id; raises KeyError."""
    return _INDICATORS[identifier]


def all_indicators() -> list[Indicator]:
    """All definitions in the order of registration, which is stable."""
    return list(_INDICATORS.values())


def register_town_indicators(mechanism: str, of_town: Callable[[int], Sequence[Indicator]]) -> None:
    """Add a mechanism's definitions that differ from town to town: figures of registers that a town made itself."""
    _OF_TOWNS[mechanism] = of_town


def town_indicators(town_id: int) -> list[Indicator]:
    """All definitions that hold in a town: the registered ones in their order, then the town's own."""
    own = [
        dataclasses.replace(indicator, mechanism=mechanism)
        for mechanism, of_town in _OF_TOWNS.items()
        for indicator in of_town(town_id)
    ]
    return [*_INDICATORS.values(), *own]


def town_indicator(identifier: str, town_id: int) -> Indicator:
    """The definition of this id in a town; raises KeyError."""
    if identifier in _INDICATORS:
        return _INDICATORS[identifier]
    return {indicator.id: indicator for indicator in town_indicators(town_id)}[identifier]
