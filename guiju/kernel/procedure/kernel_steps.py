"""Steps that every matter has: join, correct, void, answer a finding, attach evidence, reveal, erase."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import models

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Change, NewKey, Plan, Private, StepMark, private_columns
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.drafting import Draft
from guiju.kernel.procedure.models import Finding
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.procedure.term_changes import RUNNING, closed
from guiju.kernel.terms.api import Term


class NotAllowed(ValueError):
    """A kernel step that may not be taken; the text says why and what to do, in Chinese."""


def matter_plan(
    snapshot: Snapshot, moment: Moment, kind: str, changes: Sequence[Change], *, mark: bool = True, **values: Any
) -> Plan:
    """The plan of one kernel step of a matter, with the matter's next version."""
    version = int(snapshot.matter["row_version"])
    # A matter that is only planned (a row of the same workbook opens it) has a placeholder for its key.
    assert snapshot.key is not None
    moved = Change(Matter, snapshot.key, "change", {"row_version": version + 1})
    return Plan(
        town_id=moment.town_id,
        kind=kind,
        actor=moment.acting.actor,
        recorded_by=moment.acting.actor,
        medium=moment.medium,
        matter=snapshot.key,
        expected_version=version,
        steps=(StepMark(kind, moment.today),) if mark else (),
        changes=[*changes, moved],
        **values,
    )


def plan_join(
    snapshot: Snapshot, moment: Moment, *, capacity: str, name: str, on: dt.date, unit_id: int | None = None
) -> tuple[Plan, Snapshot] | None:
    """Somebody took part in the matter, in a capacity, on a day. None when that is on record already."""
    draft = Draft(snapshot.copy(), moment)
    draft.event_date = on
    if not draft.join(capacity, name, unit_id=unit_id, on=on):
        return _earlier(draft, capacity, name, on)
    plan = matter_plan(draft.snapshot, moment, "join", list(draft.changes.values()))
    plan.steps = (StepMark("join", on, "claimed"),)
    draft.snapshot.matter["row_version"] += 1
    return plan, draft.snapshot


def _earlier(draft: Draft, capacity: str, name: str, on: dt.date) -> tuple[Plan, Snapshot] | None:
    """The same participation told with an earlier day moves to that day: the earliest counts."""
    person = draft.moment.directory.person(name)
    for row in draft.snapshot.of(Participation):
        same = row["capacity"] == capacity and (row["person_id"] or row["name"]) == (person or name)
        if same and on < row["joined_on"]:
            draft.change(Participation, row["id"], joined_on=on)
            plan = matter_plan(draft.snapshot, draft.moment, "join", list(draft.changes.values()))
            plan.steps = (StepMark("join", on, "claimed"),)
            draft.snapshot.matter["row_version"] += 1
            return plan, draft.snapshot
    return None


Corrections = Mapping[tuple[type[models.Model], int], Mapping[str, Any]]


def plan_correction(snapshot: Snapshot, moment: Moment, corrections: Corrections, reason: str, basis: str = "") -> Plan:
    """Correct recorded fields: old and new value, reason and basis stand in the entry. Raises NotAllowed."""
    if not moment.acting.may("corrects"):
        raise NotAllowed("更正由司法所内勤或所长办理，您的岗位不能更正。请把要改的地方告诉他们。")
    if not reason.strip():
        raise NotAllowed("更正要写明理由：哪里错了、依据什么改。")
    changes, told = [], []
    for (model, key), values in corrections.items():
        row = _row(snapshot, model, key)
        private = private_columns(model)
        changed = {name: value for name, value in values.items() if name in private or row.get(name) != value}
        if not changed:
            continue
        for name in changed:
            old = "（个人信息）" if name in private else row.get(name)
            told.append({"field": f"{model._meta.db_table}.{name}", "old": None if old is None else str(old)})
        sealed = {n: Private(v) if n in private and v else v for n, v in changed.items()}
        changes.append(Change(model, key, "change", sealed))
    if not changes:
        raise NotAllowed("没有改动：新填的内容与原来一样。")
    note = {"corrected": told}
    return matter_plan(
        snapshot, moment, "correction", changes, reason=reason, basis=(basis,) if basis else (), note=note
    )


def _row(snapshot: Snapshot, model: type[models.Model], key: int) -> Mapping[str, Any]:
    if model is Matter:
        return snapshot.matter
    if model is snapshot.procedure.detail:
        return snapshot.detail
    try:
        return snapshot.rows[model][key]
    except KeyError:
        raise NotAllowed("要更正的内容不在这件事项里。") from None


def plan_void(snapshot: Snapshot, moment: Moment, reason: str) -> Plan:
    """Void a matter that should not be there: it stays on record, counts in no figure, its terms are closed."""
    if not moment.acting.may("corrects"):
        raise NotAllowed("作废由司法所内勤或所长办理，您的岗位不能作废。")
    if not reason.strip():
        raise NotAllowed("作废要写明理由。")
    if snapshot.matter["voided"]:
        raise NotAllowed("这件事项已经作废。")
    assert isinstance(snapshot.key, int)
    changes = [Change(Matter, snapshot.key, "change", {"voided": True, "closed_on": moment.today})]
    for row in snapshot.of(Term):
        if row["state"] in RUNNING:
            changes.append(Change(Term, row["id"], "change", closed(row, moment.today, moment)))
    return matter_plan(snapshot, moment, "void", changes, reason=reason)


def plan_answer(snapshot: Snapshot, moment: Moment, findings: Sequence[int], answer: str, text: str) -> Plan:
    """Answer findings (已补正, 说明, 不适用) with a reason; they stay visible. Raises NotAllowed."""
    if not text.strip():
        raise NotAllowed("答复要写明理由：补了什么，或者为什么不适用。")
    known = snapshot.rows.get(Finding, {})
    changes = []
    for key in findings:
        if key not in known:
            raise NotAllowed("这条补录发现不在这件事项里。")
        values = {
            "answer": Finding.Answer(answer).value,
            "answer_text": text[:200],
            "answered_on": moment.today,
            "answered_by": moment.acting.actor,
        }
        changes.append(Change(Finding, key, "change", values))
    return matter_plan(snapshot, moment, "answer", changes, reason=text)


def plan_attachment(
    snapshot: Snapshot,
    moment: Moment,
    *,
    sha256: str,
    size_bytes: int,
    media_type: str,
    title: str,
    kind: str,
    pages: int | None = None,
    made_on: dt.date | None = None,
    step: str = "",
) -> Plan:
    """Attach a kept file to the matter; `step` is the step whose paper it is, signed."""
    row = {
        "town_id": moment.town_id,
        "matter_id": snapshot.key,
        "kind": kind,
        "title": Private(title) if title else "",
        "sha256": sha256,
        "size_bytes": size_bytes,
        "media_type": media_type,
        "pages": pages,
        "made_on": made_on,
        "step": step,
    }
    return matter_plan(snapshot, moment, "evidence", [Change(Evidence, NewKey(), "add", row)])


def plan_reveal(snapshot: Snapshot, moment: Moment, *, fields: Sequence[str], reason: str) -> Plan:
    """Show private values on the record: who, when, which fields, why. Changes nothing else."""
    if not reason.strip():
        raise NotAllowed("查看个人信息要选一个事由。")
    return shown_plan(snapshot, moment, "reveal", fields, reason)


def shown_plan(snapshot: Snapshot, moment: Moment, kind: str, fields: Sequence[str], reason: str) -> Plan:
    """The plan that says who got to see which private values of a matter, and why; the matter stays as it is."""
    assert isinstance(snapshot.key, int)
    return Plan(
        town_id=moment.town_id,
        kind=kind,
        actor=moment.acting.actor,
        recorded_by=moment.acting.actor,
        matter=snapshot.key,
        reason=reason,
        note={"fields": list(fields)},
    )


def plan_erasure(
    snapshot: Snapshot, moment: Moment, commitments: Sequence[str], reason: str, *, earlier: Collection[str] = ()
) -> Plan:
    """Erase private values of a matter (个人信息保护法 第47条): the record keeps their commitments only.

    `earlier` are commitments that the matter's entries tell of corrected values (`told_commitments` of the ledger).
    Raises NotAllowed, also for a value that is none of the loaded rows'.
    """
    if not moment.acting.may("corrects"):
        raise NotAllowed("删除个人信息由司法所内勤或所长办理。")
    if not reason.strip():
        raise NotAllowed("删除个人信息要写明理由。")
    if not set(commitments) <= private_values(snapshot) | set(earlier):
        raise NotAllowed("要删除的个人信息不在这件事项里。")
    return matter_plan(snapshot, moment, "erasure", [], reason=reason, erased=tuple(commitments))


def private_values(snapshot: Snapshot) -> set[Any]:
    """The commitments of all private values that the loaded rows of a matter hold now."""
    tables = [(snapshot.procedure.detail, [snapshot.detail])]
    tables += [(model, list(rows.values())) for model, rows in snapshot.rows.items()]
    return {row[name] for model, rows in tables for name in private_columns(model) for row in rows if row.get(name)}
