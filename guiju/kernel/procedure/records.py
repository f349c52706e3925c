"""Plans that belong to no matter: a verification that was made, and which matters it freezes or sets free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from guiju.kernel.ledger.api import Change, Mismatch, Plan, Verification
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.declarations import Procedure
from guiju.kernel.procedure.differing import what_differs
from guiju.kernel.procedure.registry import known_procedure


def plan_verification(
    acting: Acting,
    result: Verification,
    today: dt.date,
    *,
    present: Mapping[int, Procedure | None] | None = None,
    frozen: Mapping[int, str] | None = None,
) -> Plan:
    """Record what a verification compared and found. Raises ValueError while the tree itself is not whole.

    Of the matters that differ from their entries those that are `present` (with their procedures) become frozen, and
    it is told in what they differ; `frozen` are those that an earlier verification froze, with what it told: what
    agrees again is set free.
    """
    present, frozen = present or {}, frozen or {}
    if not result.tree_whole:
        raise ValueError("条目本身不符，不能再往上记。请先停用并报告。")
    differing = _differing(result)
    told = {key: what_differs(present[key], differing[key]) for key in sorted(differing.keys() & present.keys())}
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


def verification_plan(acting: Acting, result: Verification, today: dt.date) -> Plan:
    """`plan_verification` with what is on record now. Two statements; raises ValueError as it does."""
    of_town = Matter.objects.filter(town_id=acting.town_id)
    named = of_town.filter(id__in=_differing(result)).values_list("id", "mechanism", "kind", "procedure_version")
    present = {key: known_procedure(*declared) for key, *declared in named}
    frozen = dict(of_town.filter(frozen_on__isnull=False).values_list("id", "frozen_for"))
    return plan_verification(acting, result, today, present=present, frozen=frozen)
