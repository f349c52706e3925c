"""Taking the whole file of a matter out of the installation: who may, and the entry that says so."""

from __future__ import annotations

from collections.abc import Sequence

from guiju.kernel.ledger.api import Plan
from guiju.kernel.matters.api import Label
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.kernel_steps import NotAllowed, shown_plan
from guiju.kernel.procedure.snapshot import Moment, Row, Snapshot


def may_export(acting: Acting, matter: Row) -> bool:
    """Whether somebody may take the file of a matter that they see out of the installation."""
    return acting.may("keeps_files") and matter["label"] != Label.WORK_SECRET


def plan_export(snapshot: Snapshot, moment: Moment, *, fields: Sequence[str], reason: str) -> Plan:
    """Let a matter leave with its private values in clear: who, when, which fields, why. Changes nothing else.

    Raises NotAllowed for a post that makes no files, without a reason, and for what is labelled 工作秘密.
    """
    if not moment.acting.may("keeps_files"):
        raise NotAllowed("卷宗由承办人员或者司法所制作，您的岗位不能制作。请找承办单位。")
    if snapshot.matter["label"] == Label.WORK_SECRET:
        raise NotAllowed("这件事项标为工作秘密，内容不能带出本系统，不能制作卷宗。请按保密规定在纸上办理。")
    if not reason.strip():
        raise NotAllowed("制作卷宗要写明用途：立卷归档，还是送给谁。")
    return shown_plan(snapshot, moment, "export", fields, reason)
