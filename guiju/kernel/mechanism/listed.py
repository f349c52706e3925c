"""A register read back from the record: which matters stand in it, and what each of its columns holds of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from guiju.kernel.disclosure.api import masked_name, masked_number
from guiju.kernel.documents.api import Document
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import private_columns
from guiju.kernel.matters.api import Label, Participation, Party, names_in, visible_to
from guiju.kernel.procedure.api import Input, Moment, Register, Snapshot, load_snapshots

CHUNK = 500
HIDDEN = "（已隐去）"
LISTED_ROWS = (Party, Participation, Document)


@dataclass(frozen=True)
class FromParty:
    """The column holds a value of the parties in these roles: name (of all), telephone, id_number, address (of the first)."""

    roles: tuple[str, ...]
    what: str = "name"


@dataclass(frozen=True)
class FromCapacity:
    """The column names who took part in this capacity."""

    capacity: str


@dataclass(frozen=True)
class FromDetail:
    """The column holds this field of the detail row."""

    name: str


@dataclass(frozen=True)
class FromDocument:
    """The column holds the number of the issued document of this kind."""

    kind: str


@dataclass(frozen=True)
class FromKind:
    """The column names the kind of the matter, in the words of the register."""

    words: Mapping[str, str] = field(hash=False)


Place = FromParty | FromCapacity | FromDetail | FromDocument | FromKind


@dataclass(frozen=True)
class ListedRegister:
    """A register whose matters can be listed for a period.

    `kinds` are the kinds of matter that stand in it, `dates` the days by which one may be placed in a period (field of
    the detail, or event_date) with their labels, the usual one first. `places` say where a column's value lies; without
    one it is the matter's or the detail's field of the same name, or who took part in the capacity of that name.
    """

    register: Register
    detail: type[models.Model]
    kinds: tuple[str, ...]
    dates: Mapping[str, str] = field(hash=False)
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)
    left_out: tuple[str, ...] = ()  # columns that the record does not hold as such

    @property
    def fields(self) -> list[Input]:
        """The columns that can be read back."""
        return [item for item in self.register.fields if item.name not in self.left_out]


@dataclass(frozen=True)
class Told:
    """What a column holds of one matter; of a private one `clear` is what nobody sees without an entry."""

    shown: Any = None
    clear: Any = None
    private: bool = False

    def value(self, *, clear: bool) -> Any:
        """The value that may stand in a paper."""
        return self.clear if clear and self.private else self.shown


@dataclass(frozen=True)
class ListedMatter:
    """One row: the matter, its snapshot and what its columns hold, by field."""

    snapshot: Snapshot
    told: Mapping[str, Told]


def listed_keys(listed: ListedRegister, moment: Moment, period: Period, date: str) -> tuple[list[int], int]:
    """Keys of the register's matters of a period that the person sees, by day and number; and how many are 工作秘密.

    What is labelled 工作秘密 stands in no list that may leave the installation. Two statements.
    """
    path = "matter__event_date" if date == "event_date" else date
    seen = visible_to(moment.acting).filter(mechanism=listed.register.mechanism, kind__in=listed.kinds, voided=False)
    rows = listed.detail._default_manager.filter(
        town_id=moment.town_id, matter_id__in=seen.values("id"), **{f"{path}__range": period.both}
    )
    open_rows = rows.exclude(matter__label=Label.WORK_SECRET)
    secret = rows.filter(matter__label=Label.WORK_SECRET).count()
    return list(open_rows.order_by(path, "matter__number", "matter_id").values_list("matter_id", flat=True)), secret


def listed_matters(listed: ListedRegister, keys: Sequence[int], moment: Moment) -> Iterable[ListedMatter]:
    """The rows of these matters in their order, read in chunks."""
    for at in range(0, len(keys), CHUNK):
        chunk = keys[at : at + CHUNK]
        snapshots = load_snapshots(chunk, rows=LISTED_ROWS, private=True)
        for key in chunk:
            if key in snapshots:
                yield ListedMatter(snapshots[key], told_of(listed, snapshots[key], moment))


def told_of(listed: ListedRegister, snapshot: Snapshot, moment: Moment) -> dict[str, Told]:
    """What every column holds of a matter; None where the record does not tell it."""
    return {item.name: _told(listed, item, snapshot, moment) for item in listed.fields}


def _told(listed: ListedRegister, item: Input, snapshot: Snapshot, moment: Moment) -> Told:
    found = listed.places.get(item.name)
    if isinstance(found, FromParty):
        return _of_parties(found, snapshot)
    if isinstance(found, FromCapacity):
        return Told(_joined(snapshot, found.capacity))
    if isinstance(found, FromDocument):
        issued = (row for row in snapshot.of(Document) if row["kind"] == found.kind and row["state"] == "issued")
        return Told(next((row["number"] for row in issued if row["number"]), None))
    if isinstance(found, FromKind):
        return Told(found.words.get(snapshot.matter["kind"]))
    return _of_field(found.name if found else item.name, item, snapshot, moment)


def _of_field(name: str, item: Input, snapshot: Snapshot, moment: Moment) -> Told:
    for row in (snapshot.detail, snapshot.matter):
        attname = name if name in row else f"{name}_id"
        if attname not in row:
            continue
        value = row[attname]
        if row is snapshot.detail and attname in private_columns(snapshot.procedure.detail):
            return _private(item, snapshot.text(value))
        return Told(_in_words(item, value, moment))
    return Told(_joined(snapshot, name))


def _in_words(item: Input, value: Any, moment: Moment) -> Any:
    """A recorded value as a sheet writes it."""
    if value in (None, ""):
        return None
    if item.kind == "unit":
        return moment.directory.unit_names.get(value)
    if item.kind == "yes_no" or isinstance(value, bool):
        return "是" if value else "否"
    if item.kind == "choice":
        return item.choices[value] if value in item.choices else str(value)
    return value


def _private(item: Input, clear: str) -> Told:
    if not clear:
        return Told(private=True)
    if item.kind in ("person_name", "person_names"):
        return Told("、".join(masked_name(name) for name in names_in(clear)), clear, True)
    if item.kind in ("telephone", "id_number"):
        return Told(masked_number(clear), clear, True)
    return Told(HIDDEN, clear, True)


def _of_parties(place: FromParty, snapshot: Snapshot) -> Told:
    rows = sorted(
        (row for row in snapshot.of(Party) if row["role"] in place.roles),
        key=lambda row: (place.roles.index(row["role"]), row["ordinal"]),
    )
    if place.what != "name":
        clear = next((text for row in rows if (text := snapshot.text(row[place.what]))), "")
        shown = HIDDEN if place.what == "address" else masked_number(clear)
        return Told(shown, clear, True) if clear else Told(private=True)
    told = [(row["organisation"], snapshot.text(row["name"])) for row in rows]
    shown_names = [firm or masked_name(name) for firm, name in told if firm or name]
    if not shown_names:
        return Told(private=True)
    private = any(name for _, name in told)
    return Told("、".join(shown_names), "、".join(firm or name for firm, name in told if firm or name), private)


def _joined(snapshot: Snapshot, capacity: str) -> str | None:
    names = [row["name"] for row in snapshot.of(Participation) if row["capacity"] == capacity and row["name"]]
    return "、".join(names) or None
