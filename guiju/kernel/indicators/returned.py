"""Which rounds of returns stand behind a figure, and who lacks. Rounds stand above the kernel and register a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guiju.kernel.indicators.definitions import Indicator, Period

Completeness = tuple[int, int]  # returns that came in, returns that are owed


@dataclass(frozen=True)
class ReturnedRound:
    """One round that asked units for what a figure counts: its period, the returns owed, and the units that lack."""

    title: str
    start: dt.date
    end: dt.date
    owed: int
    lacking: tuple[str, ...] = ()

    @property
    def returned(self) -> int:
        return self.owed - len(self.lacking)


Rounds = tuple[ReturnedRound, ...]
Source = Callable[[int, Sequence[tuple[Indicator, Period]]], Sequence[Rounds]]

_SOURCES: list[Source] = []


def register_rounds(source: Source) -> None:
    """Add what knows of returns; asked for all figures of a page at once. Registering it again changes nothing."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def rounds_behind(town_id: int, wanted: Sequence[tuple[Indicator, Period]]) -> list[Rounds]:
    """For each figure and period: the rounds that asked for it within the period, by period; empty without one."""
    found: list[Rounds] = [()] * len(wanted)
    for source in _SOURCES:
        found = [before + told for told, before in zip(source(town_id, wanted), found, strict=True)]
    return found


def summed(rounds: Rounds) -> Completeness | None:
    """Returns that came in and returns that were owed, over all the rounds; None where no round asked."""
    return (sum(one.returned for one in rounds), sum(one.owed for one in rounds)) if rounds else None


def completeness_of(town_id: int, wanted: Sequence[tuple[Indicator, Period]]) -> list[Completeness | None]:
    """For each figure and period: returns that came in, and returns that were owed; None where no round asked for it."""
    return [summed(rounds) for rounds in rounds_behind(town_id, wanted)]
