"""The town's own records as sides of a comparison: names and places are opened in memory only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet

from guiju.exchange.importing.api import same_number
from guiju.exchange.reconciling.likeness import Side, evened, evened_area, evened_names
from guiju.exchange.reconciling.recorded import Recorded
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import open_values, private_columns
from guiju.kernel.matters.api import Participation, Party, visible_to
from guiju.kernel.procedure.api import Moment, Procedure, Register, procedure_of

CHUNK = 2000
MARGIN = dt.timedelta(days=31)  # what is dated just outside the period here may stand within it there
OF_MATTER = ("unit_id", "outcome")
COLUMNS = ("id", "kind", "number", "master", "master_number", "title", "event_date", "procedure_version", *OF_MATTER)
FOR_SIDES = frozenset({"place", "village_id"})


@dataclass(frozen=True)
class Ours:
    """A matter here as the lists show it. `within`: its day lies in the period."""

    id: int
    number: str
    title: str
    on: dt.date
    master: str
    within: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class OurRecord:
    """A matter here while the comparison is made: its side, and what is recorded of it."""

    ours: Ours
    side: Side
    recorded: Recorded


@dataclass(frozen=True)
class Wanted:
    """Which matters are looked at, and which of their columns: those that hold what the export tells."""

    register: Register
    kinds: Collection[str]
    period: Period
    told: frozenset[str]  # names of what the lines tell

    def columns(self, procedure: Procedure) -> list[str]:
        """The columns of a detail that are read: what is told, days, place and village."""
        days = {item.name for item in self.register.fields if item.kind in ("date", "moment")}
        names = self.told | days | FOR_SIDES
        known = (one.attname for one in procedure.detail._meta.concrete_fields)
        return [name for name in known if name in names or name.removesuffix("_id") in self.told]


def our_records(
    wanted: Wanted, moment: Moment, numbers: Collection[str], decided: Collection[int] = ()
) -> list[OurRecord]:
    """Matters of the kinds that the person sees, of the period and a month around it, and those with such numbers.

    `numbers` are evened numbers of the export; `decided` are matters that people named before.
    """
    period = wanted.period
    seen = visible_to(moment.acting).filter(
        mechanism=wanted.register.mechanism, kind__in=sorted(wanted.kinds), voided=False
    )
    around = Q(event_date__gte=period.start - MARGIN, event_date__lte=period.as_of + MARGIN)
    found = {row["id"]: row for row in _rows(seen.filter(around))}
    _add(found, seen, "id__in", set(decided) - found.keys())
    told = {number for row in found.values() for number in _numbers(row)}
    missing = set(numbers) - told
    _add(found, seen, "number__in", missing)
    _add(found, seen, "master_number__in", missing)
    rows = list(found.values())
    chunks = (rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK))
    return [record for chunk in chunks for record in _chunk(chunk, wanted, moment)]


def _rows(matters: QuerySet[Any]) -> Iterable[dict[str, Any]]:
    return matters.values(*COLUMNS).order_by("id")


def _add(found: dict[int, dict[str, Any]], seen: QuerySet[Any], path: str, values: Collection[Any]) -> None:
    wanted = sorted(values)
    for at in range(0, len(wanted), CHUNK):
        found.update((row["id"], row) for row in _rows(seen.filter(**{path: wanted[at : at + CHUNK]})))


def _numbers(row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(same_number(row[name]) for name in ("number", "master_number") if row[name])


def _chunk(rows: Sequence[dict[str, Any]], wanted: Wanted, moment: Moment) -> Iterator[OurRecord]:
    keys = [row["id"] for row in rows]
    recorded = _recorded(rows, keys, wanted, moment)
    columns = ("matter_id", "role", "name", "organisation")
    own = Party.objects.filter(town_id=moment.town_id, matter_id__in=keys)
    parties = list(own.order_by("matter_id", "role", "ordinal", "id").values_list(*columns))
    private = {name: private_columns(name) for name in {one.procedure.detail for one in recorded.values()}}
    sealed = (one.columns.get(name) for one in recorded.values() for name in private[one.procedure.detail])
    clear = open_values(value for value in chain((name for _, _, name, _ in parties), sealed) if value)
    names: dict[int, list[str]] = {}
    for matter, role, name, organisation in parties:
        told = organisation or clear.get(name, "")
        names.setdefault(matter, []).append(told)
        recorded[matter].parties.setdefault(role, []).append(evened(told))
    took_part = Participation.objects.filter(town_id=moment.town_id, matter_id__in=keys)
    for matter, capacity, person, name in took_part.values_list("matter_id", "capacity", "person_id", "name"):
        recorded[matter].people.setdefault(capacity, set()).add(person or name)
    days = [item.name for item in wanted.register.fields if item.kind in ("date", "moment")]
    for row in rows:
        one = recorded[row["id"]]
        for name in private[one.procedure.detail]:
            if one.columns.get(name):
                one.columns[name] = clear.get(one.columns[name], "")
        yield _record(row, one, names.get(row["id"], ()), days, wanted.period, moment)


def _record(
    row: Mapping[str, Any],
    recorded: Recorded,
    names: Sequence[str],
    days: Sequence[str],
    period: Period,
    moment: Moment,
) -> OurRecord:
    columns, on = recorded.columns, row["event_date"]
    side = Side(
        row["id"],
        _numbers(row),
        {"": on, **{name: columns[name] for name in days if columns.get(name)}},
        evened_names(names),
        evened(columns.get("place") or ""),
        evened_area(moment.directory.unit_names.get(columns.get("village_id") or row["unit_id"], "")),
    )
    number, within = row["number"] or row["master_number"], period.start <= on <= period.as_of
    ours = Ours(row["id"], number, row["title"], on, row["master"], within, tuple(sorted(side.names)))
    return OurRecord(ours, side, recorded)


def _recorded(
    rows: Sequence[dict[str, Any]], keys: Sequence[int], wanted: Wanted, moment: Moment
) -> dict[int, Recorded]:
    """What is recorded of each matter in its own row and in its detail. One statement for each kind of detail."""
    found = {}
    mechanism = wanted.register.mechanism
    for row in rows:
        procedure = procedure_of(mechanism, row["kind"], row["procedure_version"])
        found[row["id"]] = Recorded(procedure, row["event_date"], {name: row[name] for name in OF_MATTER})
    for procedure in {one.procedure.detail: one.procedure for one in found.values()}.values():
        told = procedure.detail._default_manager.filter(town_id=moment.town_id, pk__in=keys)
        for row in told.values("matter_id", *wanted.columns(procedure)):
            found[row["matter_id"]].columns.update(row)
    return found
