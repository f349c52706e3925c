"""Outlines on the record: the plan that writes a file's villages, and what holds on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from guiju.exchange.outlines.models import VillageArea
from guiju.exchange.outlines.reading import OutlineError, ReadArea, Ring
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Unit

ENDINGS = ("村民委员会", "居民委员会", "村委会", "居委会", "社区", "村")


@dataclass(frozen=True)
class Village:
    """A village as a map needs it; households None and no rings where the town has told none."""

    unit_id: int
    name: str
    households: int | None = None
    rings: tuple[Ring, ...] = ()


def villages_on(town_id: int, day: dt.date) -> list[Village]:
    """The villages in existence on a day by their code, with outline and households in force then. Two statements."""
    units = Unit.objects.filter(town_id=town_id, kind=Unit.Kind.VILLAGE, since__lte=day)
    units = units.filter(Q(until__isnull=True) | Q(until__gte=day)).order_by("code")
    rows = VillageArea.objects.filter(town_id=town_id, since__lte=day).order_by("since", "id")
    areas = {row.unit_id: row for row in rows}
    return [_village(unit, areas.get(unit.id)) for unit in units]


def _village(unit: Unit, area: VillageArea | None) -> Village:
    if area is None:
        return Village(unit.id, unit.name)
    return Village(unit.id, unit.name, area.households, rings_of(area.outline))


def plan_outlines(
    town_id: int, actor: str, villages: Mapping[int, Sequence[str]], areas: Sequence[ReadArea], since: dt.date
) -> Plan:
    """The plan that writes outlines and households from a day on; `villages` are their names by key.

    Raises OutlineError on a village that the town has not, or that the file names twice.
    """
    keys = {short: key for key, names in villages.items() for name in names for short in (name, short_name(name))}
    found: dict[int, ReadArea] = {}
    for area in areas:
        key = keys.get(area.name) or keys.get(short_name(area.name))
        if key is None:
            raise OutlineError(f"本镇单位名册里没有村居“{area.name}”。请核对名称，或者先用 guiju town add 增补单位。")
        if key in found:
            raise OutlineError(f"文件里“{area.name}”写了两次。请合成一个多面图形（MultiPolygon）。")
        found[key] = area
    plan = Plan(town_id, "outline", actor, actor, medium="system", reason="登记村界和户数")
    for key, area in found.items():
        row = {
            "town_id": town_id,
            "unit_id": key,
            "since": since,
            "households": area.households,
            "outline": _text(area.rings),
        }
        plan.changes.append(Change(VillageArea, NewKey(), "add", row))
    return plan


def village_names(town_id: int) -> dict[int, list[str]]:
    """The names and other names of a town's villages, by key."""
    rows = Unit.objects.filter(town_id=town_id, kind=Unit.Kind.VILLAGE).values_list("id", "name", "aliases")
    return {key: [name, *filter(None, aliases.split("、"))] for key, name, aliases in rows}


def short_name(name: str) -> str:
    """松溪 for 松溪村 or 松溪村民委员会: the name by which two lists of villages meet."""
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending) and name != ending), name)


def _text(rings: Sequence[Ring]) -> str:
    return ";".join(",".join(f"{x:.6f} {y:.6f}" for x, y in ring) for ring in rings)


def rings_of(text: str) -> tuple[Ring, ...]:
    """The rings that an outline's text tells."""

    def point(pair: str) -> tuple[float, float]:
        x, _, y = pair.partition(" ")
        return float(x), float(y)

    return tuple(tuple(point(pair) for pair in ring.split(",")) for ring in text.split(";") if ring)
