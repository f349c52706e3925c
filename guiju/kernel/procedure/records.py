"""Plans that belong to no matter and change no row: a verification that was made."""

from __future__ import annotations

from guiju.kernel.ledger.api import Plan, Verification
from guiju.kernel.organisation.api import Acting


def plan_verification(acting: Acting, result: Verification) -> Plan:
    """Record what a verification compared and found. Raises ValueError while the tree itself is not whole."""
    if not result.tree_whole:
        raise ValueError("条目本身不符，不能再往上记。请先停用并报告。")
    note = {
        "entries": result.entries,
        "rows": result.rows,
        "private_values": result.private_values,
        "root": result.root,
        "mismatches": len(result.mismatches),
        "checkpoint": result.checkpoint.size if result.checkpoint else None,
    }
    return Plan(acting.town_id, "verification", acting.actor, acting.actor, note=note)
