"""Registers that a town makes itself out of a sheet it keeps: what a wish for one says, and who answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from guiju.kernel.indicators.api import Indicator
from guiju.kernel.ledger.api import Plan
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment, Register, Snapshot


class CannotDefine(ValueError):
    """A register that cannot be made so; the text says what is wrong and what to do, in Chinese."""


@dataclass(frozen=True)
class ColumnWish:
    """One heading of the sheet and what it is to be, by a code of `OwnRegisters.fields`.

    `private` text may hold what concerns a natural person.
    """

    heading: str
    field: str
    private: bool = False


@dataclass(frozen=True)
class RegisterWish:
    """The register that somebody wants: its name, its columns, and the one unit that keeps it (None: the town)."""

    name: str
    columns: tuple[ColumnWish, ...]
    unit_id: int | None = None


@dataclass(frozen=True)
class OwnRegister:
    """One register that a town made, as a page lists it. `columns` are heading, what it is, and whether it is sealed.

    `until` is the day on which it was ended; its figures stay.
    """

    id: str
    name: str
    unit_id: int | None
    since: dt.date
    until: dt.date | None
    columns: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class OwnRegisters:
    """What the mechanism of a town's own registers answers.

    `fields` are the codes and Chinese names of what a column can be; `registers_of`, `indicators_of` and `listed` take
    the key of a town. `define` makes the plan of a wished register, and its id; `end` that which ends one, so that the
    importer offers it no more, `resume` that which takes it up again; all raise CannotDefine. `told` are labels and
    values of an entry's further public columns; `headings` are the labels of its private texts by their row keys.
    """

    fields: Mapping[str, str] = field(hash=False)
    registers_of: Callable[[int], Sequence[Register]]
    indicators_of: Callable[[int], Sequence[Indicator]]
    may_define: Callable[[Acting], bool]
    define: Callable[[RegisterWish, Moment], tuple[Plan, str]]
    end: Callable[[str, Moment], Plan]
    resume: Callable[[str, Moment], Plan]
    listed: Callable[[int], Sequence[OwnRegister]]
    told: Callable[[Snapshot], Sequence[tuple[str, str]]]
    headings: Callable[[Snapshot], Mapping[int, str]]
