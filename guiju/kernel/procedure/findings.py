"""What a remark leaves on record as a finding."""

from __future__ import annotations

from typing import Any

from guiju.kernel.ledger.api import Change, NewKey
from guiju.kernel.procedure.declarations import Refusal
from guiju.kernel.procedure.models import Finding
from guiju.kernel.procedure.snapshot import Moment, Snapshot


def finding_values(step: str, remark: Refusal, moment: Moment) -> dict[str, Any]:
    """The columns of a finding that a step leaves, not answered yet."""
    return {
        "step": step,
        "code": remark.code,
        "text": remark.reason[:200],
        "basis": remark.basis.label if remark.basis else "",
        "found_on": moment.today,
    }


def finding(snapshot: Snapshot, moment: Moment, step: str, remark: Refusal) -> Change:
    """The row of a finding that a kernel step leaves."""
    row = {"town_id": moment.town_id, "matter_id": snapshot.key, **finding_values(step, remark, moment)}
    return Change(Finding, NewKey(), "add", row)
