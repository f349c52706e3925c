"""Totals of what units told where no record gives the figure. Rounds stand above the kernel and register a source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guiju.kernel.indicators.definitions import Period
from guiju.kernel.indicators.returned import ReturnedRound
from guiju.kernel.ledger.api import sha256_hex

TOLD = "returned."


@dataclass(frozen=True)
class ToldTotal:
    """What the units of some rounds told of one figure; `indicator` is ours where the records give it too.

    `source` names rounds and units; `parts` are the rows that were added up, by key and value.
    """

    name: str
    unit: str
    value: Decimal
    start: dt.date
    as_of: dt.date
    source: str
    rounds: tuple[ReturnedRound, ...]
    parts: tuple[tuple[int, str], ...]
    indicator: str = ""

    @property
    def id(self) -> str:
        """The same for the same figure of the same round, in every period and town."""
        return f"{TOLD}{sha256_hex(f'{self.rounds[0].title}|{self.name}')[:12]}"


Source = Callable[[int, Period], Sequence[ToldTotal]]

_SOURCES: list[Source] = []


def register_told(source: Source) -> None:
    """Add what knows of told figures. Registering it again changes nothing."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def told_totals(town_id: int, period: Period) -> list[ToldTotal]:
    """What units told in rounds within a period, by name."""
    return [total for source in _SOURCES for total in source(town_id, period)]
