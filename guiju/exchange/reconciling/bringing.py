"""From there to here: lines that are only there become matters whose master is that system, and follow it afterwards.

What came from there is corrected with the export as its source. What was added or corrected here is left alone: it
stands among what differs, for a person to decide.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, models

from guiju.exchange.importing.api import (
    COMPARED_ROWS,
    ChangedMeanwhile,
    Difference,
    filled_in,
    gone_on,
    known_rows,
)
from guiju.exchange.reconciling.decisions import Subject, added
from guiju.exchange.reconciling.models import Verdict
from guiju.exchange.reconciling.result import OnlyThere, Pair, Reconciled
from guiju.exchange.reconciling.theirs import Theirs
from guiju.kernel.ledger.api import Entry, Plan, table_of
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import (
    Moment,
    NotAllowed,
    Opens,
    Planned,
    Snapshot,
    StaleMatter,
    apply,
    load_snapshots,
    plan_correction,
)

FROM_OUTSIDE = frozenset({"sheet", "system"})


@dataclass(frozen=True)
class Brought:
    """How many were written, and why others were not, by line."""

    written: int
    left: tuple[str, ...] = ()


def obstacle(one: OnlyThere) -> str:
    """Why a line cannot become a matter now; empty if it can."""
    if one.theirs.doubled:
        return "与前面一行完全相同"
    if one.like:
        return "可能就是这里的某一件，请先定是不是同一件"
    return one.theirs.unread


def bring(result: Reconciled, keys: Collection[str]) -> Brought:
    """Register the chosen lines that are only there, with the system as master. Raises NotAllowed, ChangedMeanwhile."""
    moment = result.moment
    if not moment.acting.may("imports") or moment.acting.person_id is None:
        raise NotAllowed(f"{moment.acting.name}的岗位不能导入。请交给司法所内勤或本单位能导入的人。")
    chosen = [one for one in result.only_there if one.theirs.key in keys]
    rows = {one.theirs.key: str(result.lines[one.theirs.key].line.key or "") for one in chosen}
    taken = known_rows(moment.town_id, filter(None, rows.values()))
    plans, left = [], []
    for one in chosen:
        why = obstacle(one)
        if not why and rows[one.theirs.key] in taken:
            why = "这个编号在这里登记过（可能已经作废，或者不在这段期间内）"
        if why:
            left.append(f"{one.theirs.where}：{why}")
        else:
            plans.append(_opening(one.theirs, result))
    _write(plans, moment)
    return Brought(len(plans), tuple(left))


def _opening(one: Theirs, result: Reconciled) -> Plan:
    """The line's plan with the system as master, and the decision by which its next export is known again."""
    plan = result.lines[one.key].line.plan
    assert plan is not None and plan.matter is not None
    opened = next(change for change in plan.changes if change.model is Matter and change.op == "add")
    opened.values |= {"master": result.system, "master_number": one.number[:64]}
    row = {
        "verdict": Verdict.SAME.value,
        "reason": f"从{result.system}的导出登记",
        "decided_by_id": result.moment.acting.person_id,
        "decided_on": result.moment.today,
    }
    subject = Subject(one.key, number=one.number)
    change = added(result.moment, result.system, result.register.id, subject, row, plan.matter)
    source = f"从{result.system}的导出《{result.file_name}》{one.where}登记"
    return dataclasses.replace(plan, medium="system", reason=source[:200], changes=[*plan.changes, change])


def follow(result: Reconciled) -> Brought:
    """Bring every matter whose master is the system up to what the export says. Raises NotAllowed, ChangedMeanwhile."""
    pairs = [pair for pair in result.differing if pair.ours.master == result.system and pair.differing]
    moment = dataclasses.replace(result.moment, medium="system")
    snapshots = load_snapshots([pair.ours.id for pair in pairs], rows=COMPARED_ROWS, private=True)
    touched = last_media(snapshots)
    plans, left = [], []
    for pair in pairs:
        snapshot = snapshots[pair.ours.id]
        free = [one for one in pair.differences if _theirs(one, touched)]
        plan = _further(pair, snapshot, result) or _corrected(pair, snapshot, moment, result, free)
        if plan is None:
            left.append(f"{pair.ours.number}：这里改过，请逐件定")
        else:
            plans.append(plan)
    _write(plans, moment)
    return Brought(len(plans), tuple(left))


def take_theirs(result: Reconciled, their_key: str) -> Brought:
    """Correct one matter by what the export says, whoever wrote it: a person has decided. Raises NotAllowed."""
    pair = next((one for one in result.differing if one.theirs.key == their_key), None)
    if pair is None:
        raise NotAllowed("这一件现在没有不同，可能别人刚刚改过。")
    moment = dataclasses.replace(result.moment, medium="system")
    snapshot = load_snapshots([pair.ours.id], rows=COMPARED_ROWS, private=True)[pair.ours.id]
    plan = _further(pair, snapshot, result) if pair.ours.master == result.system else None
    plan = plan or _corrected(pair, snapshot, moment, result, pair.differences)
    if plan is None:
        raise NotAllowed("不同的地方不能直接改：请打开事项，照那边的记录更正。")
    _write([plan], moment)
    return Brought(1)


def _further(pair: Pair, snapshot: Snapshot, result: Reconciled) -> Plan | None:
    """The further steps that the line tells of a matter of that system; what was empty is filled in with them."""
    told, moment = result.lines[pair.theirs.key].line.told, dataclasses.replace(result.moment, medium="system")
    made = gone_on(told, snapshot, moment) if isinstance(told, Opens) else None
    if not isinstance(made, Planned):
        return None
    empty = [one for one in pair.differences if isinstance(one.key, int)]
    made = filled_in(made, [one for one in empty if one.model is not Matter])
    return dataclasses.replace(made.plan, medium="system")


def _corrected(
    pair: Pair, snapshot: Snapshot, moment: Moment, result: Reconciled, chosen: Iterable[Difference]
) -> Plan | None:
    changes: dict[tuple[type[models.Model], int], dict[str, Any]] = {}
    for one in chosen:
        if isinstance(one.key, int):
            changes.setdefault((one.model, one.key), {})[one.attname] = one.new
    if not changes:
        return None
    reason = f"按{result.system}的导出《{result.file_name}》{pair.theirs.where}更正"
    return plan_correction(snapshot, moment, changes, reason[:200])


def _theirs(one: Difference, touched: dict[tuple[str, int, str], str]) -> bool:
    """Whether the field came from outside and nobody has written it here since; one that nobody wrote is free."""
    return isinstance(one.key, int) and (
        touched.get((table_of(one.model), one.key, one.attname), "system") in FROM_OUTSIDE
    )


def last_media(matters: Iterable[int]) -> dict[tuple[str, int, str], str]:
    """By which medium each field of each row of the matters was last written. One statement."""
    found: dict[tuple[str, int, str], str] = {}
    bodies = Entry.objects.filter(matter_id__in=list(matters)).order_by("index").values_list("body", flat=True)
    for body in bodies:
        told = json.loads(body)
        for change in told["changes"]:
            found.update(((change["t"], change["k"], name), told["medium"]) for name in change["f"])
    return found


def _write(plans: Sequence[Plan], moment: Moment) -> None:
    try:
        apply(plans, moment.now)
    except (IntegrityError, StaleMatter) as error:
        raise ChangedMeanwhile from error
