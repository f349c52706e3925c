"""The town's own records as sides of a comparison: names and places are opened in memory only and kept nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import Q, QuerySet

from guiju.exchange.importing.api import same_number
from guiju.exchange.reconciling.likeness import Side, evened, evened_area, evened_names
from guiju.kernel.indicators.api import Period
from guiju.kernel.ledger.api import open_values
from guiju.kernel.matters.api import Party, visible_to
from guiju.kernel.procedure.api import Moment, Register, procedure_of

CHUNK = 2000
MARGIN = dt.timedelta(days=31)  # what is dated just outside the period here may stand within it there
COLUMNS = (
    "id", "kind", "number", "master", "master_number", "title", "event_date", "unit_id", "procedure_version",
)  # fmt: skip


@dataclass(frozen=True)
class Ours:
    """A matter here: its side, and what the lists show of it. `within`: its day lies in the period."""

    side: Side
    id: int
    number: str
    title: str
    on: dt.date
    master: str
    within: bool


def our_records(
    register: Register,
    kinds: Collection[str],
    moment: Moment,
    period: Period,
    numbers: Collection[str],
    decided: Collection[int] = (),
) -> list[Ours]:
    """Matters of the kinds that the person sees, of the period and a month around it, and those with such numbers.

    `numbers` are evened numbers of the export; `decided` are matters that people named before.
    """
    seen = visible_to(moment.acting).filter(mechanism=register.mechanism, kind__in=sorted(kinds), voided=False)
    around = Q(event_date__gte=period.start - MARGIN, event_date__lte=period.as_of + MARGIN)
    found = {row["id"]: row for row in _rows(seen.filter(around))}
    _add(found, seen, "id__in", set(decided) - found.keys())
    told = {number for row in found.values() for number in _numbers(row)}
    missing = set(numbers) - told
    _add(found, seen, "number__in", missing)
    _add(found, seen, "master_number__in", missing)
    rows = list(found.values())
    return [
        ours for at in range(0, len(rows), CHUNK) for ours in _chunk(rows[at : at + CHUNK], register, moment, period)
    ]


def _rows(matters: QuerySet[Any]) -> Iterable[dict[str, Any]]:
    return matters.values(*COLUMNS).order_by("id")


def _add(found: dict[int, dict[str, Any]], seen: QuerySet[Any], path: str, values: Collection[Any]) -> None:
    wanted = sorted(values)
    for at in range(0, len(wanted), CHUNK):
        found.update((row["id"], row) for row in _rows(seen.filter(**{path: wanted[at : at + CHUNK]})))


def _numbers(row: dict[str, Any]) -> frozenset[str]:
    return frozenset(same_number(row[name]) for name in ("number", "master_number") if row[name])


def _chunk(rows: Sequence[dict[str, Any]], register: Register, moment: Moment, period: Period) -> Iterable[Ours]:
    keys = [row["id"] for row in rows]
    details = _details(rows, keys, register, moment)
    columns = ("matter_id", "name", "organisation")
    parties = list(Party.objects.filter(town_id=moment.town_id, matter_id__in=keys).values_list(*columns))
    private = chain((name for _, name, _ in parties), (told.get("place", "") for told in details.values()))
    clear = open_values(value for value in private if value)
    names: dict[int, list[str]] = {}
    for matter, name, organisation in parties:
        names.setdefault(matter, []).append(organisation or clear.get(name, ""))
    days = [item.name for item in register.fields if item.kind in ("date", "moment")]
    for row in rows:
        told = details.get(row["id"], {})
        place = told.get("place") or ""
        area = moment.directory.unit_names.get(told.get("village_id") or row["unit_id"], "")
        side = Side(
            row["id"],
            _numbers(row),
            {"": row["event_date"], **{name: told[name] for name in days if told.get(name)}},
            evened_names(names.get(row["id"], ())),
            evened(clear.get(place, place)),
            evened_area(area),
        )
        number = row["number"] or row["master_number"]
        within = period.start <= row["event_date"] <= period.as_of
        yield Ours(side, row["id"], number, row["title"], row["event_date"], row["master"], within)


def _details(
    rows: Sequence[dict[str, Any]], keys: Sequence[int], register: Register, moment: Moment
) -> dict[int, dict[str, Any]]:
    """The columns of the detail rows that are compared: days, place, village."""
    procedures = {(row["kind"], row["procedure_version"]) for row in rows}
    found: dict[int, dict[str, Any]] = {}
    for model in {procedure_of(register.mechanism, kind, version).detail for kind, version in procedures}:
        known = {field.attname for field in model._meta.concrete_fields}
        wanted = {item.name for item in register.fields if item.kind in ("date", "moment")} | {"place", "village_id"}
        told = model._default_manager.filter(town_id=moment.town_id, pk__in=keys)
        for row in told.values("matter_id", *sorted(known & wanted)):
            found[row["matter_id"]] = row
    return found
