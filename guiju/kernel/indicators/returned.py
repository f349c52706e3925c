"""How many units have returned what a figure counts. Rounds of returns stand above the kernel and register a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from guiju.kernel.indicators.definitions import Indicator, Period

Completeness = tuple[int, int]  # units that returned, units that owed
Source = Callable[[int, Sequence[tuple[Indicator, Period]]], "Sequence[Completeness | None]"]

_SOURCES: list[Source] = []


def register_completeness(source: Source) -> None:
    """Add what knows of returns; asked for all figures of a page at once. Registering it again changes nothing."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def completeness_of(town_id: int, wanted: Sequence[tuple[Indicator, Period]]) -> list[Completeness | None]:
    """For each figure and period: units that returned, and units that owed; None where no round asked for it."""
    found: list[Completeness | None] = [None] * len(wanted)
    for source in _SOURCES:
        found = [told or before for told, before in zip(source(town_id, wanted), found, strict=True)]
    return found
