"""Plans that belong to no matter: a verification that was made, and which matters it freezes or sets free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from guiju.kernel.ledger.api import Change, Mismatch, Plan, Verification
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.declarations import Procedure
from guiju.kernel.procedure.differing import what_differs
from guiju.kernel.procedure.registry import known_procedure


@dataclass(frozen=True)
class Concerned:
    """The matters that a verification concerns: those that differ, with their procedures, and those frozen before.

    A procedure is None where the row names none that exists; of a frozen one it is told in what it differed.
    """

    differing: Mapping[int, Procedure | None]
    frozen: Mapping[int, str]


def concerned_matters(result: Verification) -> Concerned:
    """What a verification concerns, as it is on record now. Two statements."""
    of_town = Matter.objects.filter(town_id=result.town_id)
    named = of_town.filter(id__in=_differing(result)).values_list("id", "mechanism", "kind", "procedure_version")
    frozen = of_town.filter(frozen_on__isnull=False).values_list("id", "frozen_for")
    return Concerned({key: known_procedure(*declared) for key, *declared in named}, dict(frozen))


def plan_verification(
    acting: Acting, result: Verification, concerned: Concerned, today: dt.date, keeper: str = ""
) -> Plan:
    """Record what a verification compared and found. Raises ValueError while the tree itself is not whole.

    `keeper` is the office that kept the checkpoint with which it was compared.

    A matter that differs from its entries becomes frozen, and it is told in what it differs; one that was frozen and
    agrees again is set free.
    """
    if not result.tree_whole:
        raise ValueError("条目本身不符，不能再往上记。请先停用并报告。")
    differing, frozen = _differing(result), concerned.frozen
    told = {key: what_differs(procedure, differing[key]) for key, procedure in sorted(concerned.differing.items())}
    newly = [key for key in told if key not in frozen]
    freed = sorted(frozen.keys() - differing.keys())
    note = {
        "entries": result.entries,
        "rows": result.rows,
        "private_values": result.private_values,
        "root": result.root,
        "mismatches": len(result.mismatches),
        "checkpoint": result.checkpoint.size if result.checkpoint else None,
        "frozen": newly,
        "freed": freed,
    }
    if result.checkpoint and keeper:
        note["keeper"] = keeper
    changes = [Change(Matter, key, "change", {"frozen_on": today, "frozen_for": told[key]}) for key in newly]
    changes += [
        Change(Matter, key, "change", {"frozen_for": words})
        for key, words in told.items()
        if words != frozen.get(key, words)
    ]
    changes += [Change(Matter, key, "change", {"frozen_on": None, "frozen_for": ""}) for key in freed]
    return Plan(acting.town_id, "verification", acting.actor, acting.actor, note=note, changes=changes)


def _differing(result: Verification) -> dict[int, list[Mismatch]]:
    found: dict[int, list[Mismatch]] = {}
    for mismatch in result.mismatches:
        if mismatch.matter is not None:
            found.setdefault(mismatch.matter, []).append(mismatch)
    return found
