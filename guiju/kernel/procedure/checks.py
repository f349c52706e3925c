"""May a step be taken: stage, post, facts, conditions and guards, each answered by a refusal or nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.organisation.api import role_label
from guiju.kernel.procedure.declarations import START, If, Refusal, Step
from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.snapshot import Moment, Snapshot


def refusals(step: Step, snapshot: Snapshot, moment: Moment, intent: Intent | None = None) -> list[Refusal]:
    """Everything that stands against a step now. Without an intent, guards on input values are not asked.

    A refusal is hard only where its article is of statute level and verified (see `Lawbook.is_hard`); stage, post and
    missing input are the procedure's own and always hard for a step taken here.
    """
    found = list(_stage(step, snapshot))
    if found:
        return found
    found += frozen(snapshot)
    if intent is None or intent.mode == "taken":
        found += filter(None, [kept_elsewhere(snapshot, moment)])
    found += _post(step, moment)
    found += weighed(_facts(step, snapshot, moment), moment)
    found += weighed(_conditions(step, snapshot, moment), moment)
    if intent is not None:
        found += _missing_input(step, intent)
        guards = (guard for guard in step.guards if intent.mode == "taken" or not guard.taken_only)
        asked = (guard.check(snapshot, intent.values, moment) for guard in guards)
        found += weighed((refusal for refusal in asked if refusal is not None), moment)
    return found


def _stage(step: Step, snapshot: Snapshot) -> Iterator[Refusal]:
    procedure = snapshot.procedure
    if snapshot.matter.get("voided"):
        yield Refusal("voided", "这件事项已经作废，不能再办理。")
    elif snapshot.stage not in step.frm:
        where = "还没有登记" if snapshot.stage == START else f"现在是“{procedure.stage_label(snapshot.stage)}”"
        wanted = "、".join(procedure.stage_label(code) for code in step.frm if code != START) or "登记之前"
        words = f"{where}，{step.label}要在“{wanted}”时办理。"
        yield Refusal("stage", words, next(iter(step.basis), None), remedy_step=_leading_to(step, snapshot))


def _leading_to(step: Step, snapshot: Snapshot) -> str:
    """The step of the main way that leads from the present stage to one in which the step is taken; empty where it is
    further off."""
    main_way = (other for other in snapshot.procedure.steps if not other.other_way and snapshot.stage in other.frm)
    return next((other.code for other in main_way if other.to in step.frm), "")


def frozen(snapshot: Snapshot) -> Iterator[Refusal]:
    """The refusal where a recorded verification found the matter to differ from its entries, and in what."""
    frozen_on = snapshot.matter.get("frozen_on")
    if frozen_on is not None:
        what = snapshot.matter.get("frozen_for") or "内容"
        reason = f"{frozen_on.isoformat()}核验发现这件事项的{what}与留痕不符，查清以前不能办理。"
        yield Refusal("frozen", reason, remedy="由管理员查明并恢复原来的内容，再核验一次，一致了就可以办理。")


def kept_elsewhere(snapshot: Snapshot, moment: Moment) -> Refusal | None:
    """The refusal where another system keeps the matter: what was done there is recorded here, not taken."""
    kept = snapshot.procedure.kept_elsewhere
    return kept(snapshot, moment) if kept is not None else None


def _post(step: Step, moment: Moment) -> Iterator[Refusal]:
    if not moment.acting.holds(step.roles):
        posts = "、".join(role_label(role) for role in step.roles)
        yield Refusal("post", f"{step.label}由{posts}办理，您的岗位不能办。", remedy=f"请交给{posts}。")


def holds(name: str, snapshot: Snapshot, moment: Moment) -> bool:
    """Whether a fact is established or a condition true."""
    condition = snapshot.procedure.condition_table.get(name)
    return condition.test(snapshot, moment) if condition else name in snapshot.facts


def meant(names: Iterable[str | If], snapshot: Snapshot, moment: Moment) -> Iterator[str]:
    """Of names that are meant always or under a condition (If) those that are meant now."""
    for name in names:
        if not isinstance(name, If):
            yield name
        elif holds(name.given, snapshot, moment):
            yield name.fact


def _facts(step: Step, snapshot: Snapshot, moment: Moment) -> Iterator[Refusal]:
    for code in meant(step.requires, snapshot, moment):
        if code not in snapshot.facts:
            fact = snapshot.procedure.fact_table[code]
            yield Refusal(fact.code, fact.missing, fact.basis, fact.remedy, fact.remedy_step)


def _conditions(step: Step, snapshot: Snapshot, moment: Moment) -> Iterator[Refusal]:
    for name in step.when:
        condition = snapshot.procedure.condition_table[name]
        if not condition.test(snapshot, moment):
            unmet = condition.unmet or f"{step.label}要在“{condition.label}”时办理。"
            yield Refusal(condition.code, unmet, condition.basis, condition.remedy)


def _missing_input(step: Step, intent: Intent) -> Iterator[Refusal]:
    for asked in step.inputs:
        if asked.required and intent.values.get(asked.name) in (None, ""):
            yield Refusal("input", f"还没有填“{asked.label}”。", field=asked.name)


def is_hard(basis: Basis | None, moment: Moment) -> bool:
    """Whether breaking this article may stop a step: statute level and verified on the day."""
    return basis is None or moment.lawbook.is_hard(basis, moment.today)


def weighed(found: Iterator[Refusal], moment: Moment) -> Iterator[Refusal]:
    """The same refusals, hard only where their article may stop a step."""
    for refusal in found:
        hard = refusal.hard and is_hard(refusal.basis, moment)
        yield refusal if hard == refusal.hard else dataclasses.replace(refusal, hard=hard)
