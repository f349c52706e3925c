"""Plans that belong to no matter: a verification that was made, and which matters it freezes or sets free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from guiju.kernel.ledger.api import Change, Plan, Verification
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Acting


def plan_verification(
    acting: Acting,
    result: Verification,
    today: dt.date,
    *,
    present: Collection[int] = (),
    frozen: Collection[int] = (),
) -> Plan:
    """Record what a verification compared and found. Raises ValueError while the tree itself is not whole.

    Of the matters that differ from their entries those that are `present` become frozen; `frozen` are those that an
    earlier verification froze: what agrees again is set free.
    """
    if not result.tree_whole:
        raise ValueError("条目本身不符，不能再往上记。请先停用并报告。")
    differing = {mismatch.matter for mismatch in result.mismatches if mismatch.matter is not None}
    newly = sorted((differing & set(present)) - set(frozen))
    freed = sorted(set(frozen) - differing)
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
    changes = [Change(Matter, key, "change", {"frozen_on": today}) for key in newly]
    changes += [Change(Matter, key, "change", {"frozen_on": None}) for key in freed]
    return Plan(acting.town_id, "verification", acting.actor, acting.actor, note=note, changes=changes)


def verification_plan(acting: Acting, result: Verification, today: dt.date) -> Plan:
    """`plan_verification` with what is on record now. Two statements; raises ValueError as it does."""
    named = {mismatch.matter for mismatch in result.mismatches if mismatch.matter is not None}
    of_town = Matter.objects.filter(town_id=acting.town_id)
    present = set(of_town.filter(id__in=named).values_list("id", flat=True))
    frozen = set(of_town.filter(frozen_on__isnull=False).values_list("id", flat=True))
    return plan_verification(acting, result, today, present=present, frozen=frozen)
