"""Extending a term: whoever the rule names approves it here, or the approval given on paper is recorded."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from guiju.kernel.ledger.api import Change, Plan, StepMark
from guiju.kernel.organisation.api import Acting, role_label
from guiju.kernel.procedure.checks import frozen, is_hard
from guiju.kernel.procedure.declarations import Refusal
from guiju.kernel.procedure.findings import finding
from guiju.kernel.procedure.kernel_steps import NotAllowed, matter_plan
from guiju.kernel.procedure.snapshot import Moment, Row, Snapshot
from guiju.kernel.procedure.term_changes import RUNNING
from guiju.kernel.terms.api import Running, Term, extension_problem, running_of


def approves_here(acting: Acting, running: Running) -> bool:
    """Whether the person holds a post that the rule names for approving the extension."""
    extension = running.rule.extension
    return extension is not None and bool(extension.posts) and acting.holds(extension.posts)


def plan_extension(
    snapshot: Snapshot,
    moment: Moment,
    term_id: int,
    amount: int,
    reason: str,
    approved_by: str,
    approved_on: dt.date,
    *,
    mode: Literal["taken", "claimed"] = "taken",
) -> Plan:
    """Extend a running term by `amount`, in the unit of its rule's extension. Raises NotAllowed.

    Taken: the person acting approves it now, and holds a post that the rule names. Claimed: an approval on paper is
    recorded, with its day and who gave it. Reason and approver stand in the entry.
    """
    row, running = _running(snapshot, moment, term_id)
    if problem := extension_problem(running, amount):
        raise NotAllowed(problem)
    if not reason.strip() or not approved_by.strip():
        raise NotAllowed("延长期限要写明理由和批准人。")
    remarks = _against(snapshot, moment, row, running, approved_on, mode)
    extended = running.extended(amount)
    values = extended.values(moment.calendar)
    if extended.suspended_on is None and values["due_on"] <= row["due_on"]:
        raise NotAllowed("延长以后日期没有变化，请核对延长的数额。")
    changes = [Change(Term, term_id, "change", values)]
    changes += [finding(snapshot, moment, "extension", remark) for remark in remarks]
    plan = matter_plan(snapshot, moment, "extension", changes, reason=reason.strip(), basis=(running.rule.basis.label,))
    plan.steps = (StepMark("extension", approved_on, mode),)
    plan.note = {
        **_note(running, row, values),
        "extended_by": amount,
        "approved_by": approved_by.strip(),
        "approved_on": approved_on.isoformat(),
    }
    if mode == "claimed":
        plan.actor, plan.medium = approved_by.strip()[:64], "paper"
    return plan


def _note(running: Running, row: Row, values: dict[str, Any]) -> dict[str, str]:
    return {
        "term": running.rule.label,
        "unit": str(running.rule.extension.unit) if running.rule.extension else "",
        "due_before": row["due_on"].isoformat(),
        "due_after": values["due_on"].isoformat(),
    }


def _running(snapshot: Snapshot, moment: Moment, term_id: int) -> tuple[Row, Running]:
    row = snapshot.rows.get(Term, {}).get(term_id)
    if row is None:
        raise NotAllowed("这件事项没有这个期限。")
    if snapshot.matter["voided"] or row["state"] not in RUNNING:
        raise NotAllowed(f"“{row['label']}”已经不在计算，不能延长。")
    running = running_of(row, moment.lawbook)
    if running is None:
        raise NotAllowed(f"规则包里没有“{row['label']}”这条期限规则，不能延长。请先请管理员核对规则包。")
    return row, running


def _against(
    snapshot: Snapshot, moment: Moment, row: Row, running: Running, approved_on: dt.date, mode: str
) -> list[Refusal]:
    """Who and when: what stops it is raised, what only leaves a finding is returned."""
    extension, label = running.rule.extension, running.rule.label
    assert extension is not None  # the amount was looked at before
    if approved_on > moment.today or approved_on < row["started_on"]:
        raise NotAllowed(f"批准日期要在{row['started_on']}（起算）和今天之间。请核对日期。")
    if mode == "taken" and not approves_here(moment.acting, running):
        posts = "、".join(role_label(role) for role in extension.posts)
        to = f"请交给{posts}办理，" if posts else ""
        raise NotAllowed(f"“{label}”的延长由{extension.by}批准。{to}已经书面批准的，请补记书面批准。")
    if mode == "claimed" and not (moment.acting.may("records_for_others") or approves_here(moment.acting, running)):
        raise NotAllowed("补记书面批准由可以替他人补记的岗位办理（司法所、村居干部），请交给他们。")
    remarks = list(frozen(snapshot))
    if approved_on > row["due_on"] and row["state"] == Term.State.OPEN:
        said = f"“{label}”已在{row['due_on']}届满，期满以后不能再延长。"
        remarks.append(Refusal("extended_late", said, running.rule.basis))
    if mode == "taken":
        for remark in remarks:
            if is_hard(remark.basis, moment):
                raise NotAllowed(f"{remark.reason}已经书面批准的，可以补记，会留下补录发现。")
    return remarks
