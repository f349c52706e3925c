"""What a procedure says of itself for a page: milestones of a long way, rights of the party, what is on record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from guiju.kernel.lawbook.api import Basis

MediaState = Literal["done", "optional", "lacking", "none"]
RightState = Literal["done", "running", "not_due", "to_come", "lacking"]


@dataclass(frozen=True)
class Milestone:
    """One station of a long procedure: its name, the field of the detail that holds its day, the stages that are it."""

    label: str
    field: str
    stages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Right:
    """A right of the party: whether it was kept, runs, is not due (and why), is to come, or lacks.

    `steps` are the steps by which it is kept; the page shows the entry of the last of them. `unsure` marks what rests
    on a rule whose text was not read (待核实).
    """

    label: str
    state: RightState
    text: str
    basis: Basis
    steps: tuple[str, ...] = ()
    unsure: bool = False


@dataclass(frozen=True)
class FactGroup:
    """What a part of a long procedure came to: a heading and labels with their values, as people write them."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Listing:
    """What repeats in a matter, as a table: evidence, goods, payments. Cells are text; `right` are columns of amounts."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    right: tuple[int, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the page of a matter of a long procedure shows beside parties, terms and papers; empty groups are left out."""

    groups: tuple[FactGroup, ...]
    listings: tuple[Listing, ...] = ()


@dataclass(frozen=True)
class RecordLine:
    """One step of a matter, or a stage that no step shows, in the record of the whole process.

    `text` is its written record, empty where it lacks; `item` what the list of audio-video items calls it, `media`
    where the recording is. It is there, lacks where the law wants one, or may be left out where the text says it all.
    """

    label: str
    text: str
    item: str = ""
    media: str = ""
    media_state: MediaState = "none"
    basis: Basis | None = None


@dataclass(frozen=True)
class OffSight:
    """The day on which something public is expected to be taken down; `unsure` where its rule was not read (待核实)."""

    on: dt.date
    unsure: bool = False
