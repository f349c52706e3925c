"""The door of the paste reader: a text becomes rows of cells, each certain or asked."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from guiju.exchange.returns.pasting.categories import kind_in
from guiju.exchange.returns.pasting.cells import Told
from guiju.exchange.returns.pasting.days import Around
from guiju.exchange.returns.pasting.lines import Event, LeftOver, events_in
from guiju.exchange.returns.pasting.people import people_in
from guiju.exchange.returns.pasting.sums import amount_in
from guiju.kernel.procedure.api import Input

__all__ = ["Around", "LeftOver", "PastedRow", "Told", "read_pasted"]


@dataclass(frozen=True)
class PastedRow:
    """One event as read."""

    line: int
    text: str
    day: Told[dt.date]
    people: Told[tuple[str, str]]
    kind: Told[str]
    amount: Told[Decimal]

    @property
    def questions(self) -> list[str]:
        """What a person has to answer."""
        return [cell.question for cell in (self.day, self.people, self.kind, self.amount) if cell.question]


def read_pasted(pasted: str, around: Around, kind: Input | None) -> tuple[list[PastedRow], list[LeftOver]]:
    """Rows of a pasted text, and the words that are in none. Pure; the same text gives the same rows."""
    events, left = events_in(pasted, around)
    return [_row(event, kind) for event in events], left


def _row(event: Event, kind: Input | None) -> PastedRow:
    text = event.text
    if not event.shared:
        for found in reversed(event.days):
            text = f"{text[: found.start]} {text[found.end :]}"
    return PastedRow(event.line, event.text, _day(event), people_in(text), kind_in(text, kind), amount_in(text))


def _day(event: Event) -> Told[dt.date]:
    if not event.days:
        return Told(None, "没有写日期，是哪一天？")
    told = event.days[0].told
    if event.shared:
        return Told(told.value, f"这一件没有写日期，也是{told.words}吗？", told.words)
    others = {one.told.value for one in event.days[1:]}
    if others - {told.value}:
        return Told(
            told.value, f"写了不止一天：{'、'.join(one.told.words for one in event.days)}。按哪一天登记？", told.words
        )
    return told
