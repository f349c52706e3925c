"""What a mechanism has to make public before it acts (事前公示): parts with headings and rows, made from the records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guiju.kernel.procedure.api import Moment


@dataclass(frozen=True)
class SheetPart:
    """One part of the sheet: its title, four headings at most, the rows, and what has to be said of them."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class PublicSheet:
    """A sheet of a town as of the moment. Nothing of it concerns private persons."""

    id: str
    label: str
    lede: str
    parts: Callable[[Moment], Sequence[SheetPart]]
