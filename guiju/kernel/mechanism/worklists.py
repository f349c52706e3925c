"""A list of matters that wait for a certain act (未缴案件): which they are, and what the list says of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Moment

AT_MOST = 500  # matters of one list; the oldest of a longer one come first and the page says that there are more


@dataclass(frozen=True)
class Said:
    """What a list says of a matter under one heading.

    `look` is how it presses: late, soon, run, hold, or nothing. `basis` and `note` stand beside it, with 待核实 where
    `unsure`.
    """

    text: str
    look: str = ""
    basis: Basis | None = None
    unsure: bool = False
    note: str = ""


@dataclass(frozen=True)
class WorkLine:
    """One matter of a list: what is said under each heading, the part it belongs to, the day by which lines are sorted."""

    matter_id: int
    title: str
    said: tuple[Said, ...]
    part: str
    day: dt.date | None = None


@dataclass(frozen=True)
class WorkList:
    """A list that a mechanism makes of its matters.

    `select` gives the matters of a town, oldest first; `lines` says what stands under `headings`, in a constant number
    of statements. `parts` are the codes and names into which the page divides the lines, in their order; `narrow` the
    headings that a phone shows. `posts` are those to whom the list is offered at the start of the day.
    """

    id: str
    label: str
    lede: str
    headings: tuple[str, ...]
    amounts: tuple[str, ...]  # headings of sums of money, at the right
    narrow: tuple[str, ...]
    parts: Mapping[str, str]
    posts: tuple[str, ...]
    select: Callable[[int], QuerySet[Matter]]
    lines: Callable[[Sequence[Matter], Moment], Sequence[WorkLine]]
    nothing: str = "没有。"
    notes: tuple[str, ...] = ()
