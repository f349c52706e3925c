"""What the records of a round's period already give, by owing unit: so that nobody is asked for it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count, Min, Q, QuerySet

from guiju.exchange.returns.models import ReturnRound
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Directory
from guiju.kernel.procedure.api import Register

Counts = Mapping[int, Mapping[str, int]]  # owing unit -> register -> records


def asked_registers(one: ReturnRound) -> list[Register]:
    """The registers of a round that the installation knows."""
    return [found for found in registers(one.town_id) if found.id in one.register_ids]


def askable(town_id: int) -> list[Register]:
    """The registers that a round may ask for: those that say which matters stand in them."""
    return [found for found in registers(town_id) if found.kinds]


def answering_unit(unit: int, owing: Collection[int], directory: Directory) -> int | None:
    """Which of the owing units a unit's records belong to: itself, or the nearest above it or served by it."""
    above: dict[int, list[int]] = {}
    for one, parent in directory.sight_tree:
        above.setdefault(one, []).append(parent)
    seen, row = {unit}, [unit]
    while row:
        found = [one for one in row if one in owing]
        if found:
            return min(found)
        row = [parent for one in row for parent in above.get(one, ()) if parent not in seen]
        seen.update(row)
    return None


def belonging(one: ReturnRound, unit: int, owing: Collection[int], directory: Directory) -> int | None:
    """Which of a round's owing units a unit's records belong to; all of them to the town where the district asks."""
    if one.from_district:
        return next(iter(owing), None)
    return answering_unit(unit, owing, directory)


def matters_of(one: ReturnRound, asked: Iterable[Register]) -> QuerySet[Matter]:
    """The matters of the round's registers that happened in its period."""
    which = Q()
    for register in asked:
        which |= register.matters()
    period = (one.period_from, one.period_to)
    found = Matter.objects.filter(town_id=one.town_id, voided=False, event_date__range=period)
    return found.filter(which) if which else found.none()


def recorded(one: ReturnRound, owing: Collection[int], directory: Directory) -> dict[int, dict[str, int]]:
    """How many records each owing unit has of each register. One statement, and one for each register of the town's own."""
    asked = asked_registers(one)
    counts: dict[int, Counter[str]] = {unit: Counter() for unit in owing}
    shared = [register for register in asked if register.among is None]
    for registers_counted in ([shared] if shared else []) + [[each] for each in asked if each.among is not None]:
        rows = matters_of(one, registers_counted).order_by().values_list("unit_id", "mechanism", "kind")
        for unit, mechanism, kind, n in rows.annotate(n=Count("pk")):
            found = belonging(one, unit, owing, directory)
            if found is not None:
                for register in registers_counted:
                    if register.mechanism == mechanism and kind in register.kinds:
                        counts[found][register.id] += n
    return {unit: {register.id: found[register.id] for register in asked} for unit, found in counts.items()}


def late_matters(one: ReturnRound, owing: Collection[int], directory: Directory) -> dict[int, list[Matter]]:
    """After closing: the matters of the period that were recorded since, by owing unit. Two statements."""
    if one.closed_at_entry is None:
        return {}
    matters = matters_of(one, asked_registers(one))
    entries = Entry.objects.filter(town_id=one.town_id, matter_id__in=matters.values("id"))
    first = entries.values("matter_id").annotate(first=Min("index")).filter(first__gte=one.closed_at_entry)
    found: dict[int, list[Matter]] = {}
    for matter in Matter.objects.filter(town_id=one.town_id, id__in=[row["matter_id"] for row in first]):
        unit = belonging(one, matter.unit_id, owing, directory)
        if unit is not None:
            found.setdefault(unit, []).append(matter)
    return found
