"""提交后会发生什么: what a plan would do, told in Chinese for the page; and the next steps that a matter offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import NextNumber
from guiju.kernel.procedure.checks import refusals
from guiju.kernel.procedure.declarations import START, Refusal, Step
from guiju.kernel.procedure.planning import Planned
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.terms.api import Term


@dataclass(frozen=True)
class Offer:
    """A step as the next-step panel shows it: allowed, or refused with every reason."""

    step: Step
    refusals: tuple[Refusal, ...]

    @property
    def allowed(self) -> bool:
        return not any(refusal.hard for refusal in self.refusals)


def offers(snapshot: Snapshot, moment: Moment) -> list[Offer]:
    """Steps that may come next from here: those of this stage, allowed ones first; none is hidden for being refused."""
    if snapshot.ended and snapshot.matter.get("voided"):
        return []
    steps = [
        step
        for step in snapshot.procedure.steps
        if snapshot.stage in step.frm and START not in step.frm and not step.hidden
    ]
    found = [Offer(step, tuple(refusals(step, snapshot, moment))) for step in steps]
    return sorted(found, key=lambda offer: (not offer.allowed, offer.step.other_way))


@dataclass(frozen=True)
class Consequence:
    """One thing that the plan would do: kind (for the icon), heading, sentence."""

    kind: str
    heading: str
    text: str


def consequences(planned: Planned, before: Snapshot, head_size: int) -> list[Consequence]:
    """Everything the plan would do, in the order of the mockup: entry, document, stage, terms, findings."""
    told = [Consequence("entry", "记一条留痕", f"预计条目 #{head_size:,}；个人信息加密另存")]
    told += [_document(change.values) for change in planned.plan.changes if change.model is Document]
    after = planned.after
    if after.stage != before.stage:
        label = after.procedure.stage_label(after.stage)
        told.append(Consequence("stage", f"进入“{label}”", "事项办结" if after.ended else _next(after)))
    told += [term for change in planned.plan.changes if change.model is Term for term in _term(change.values, before)]
    told += [_publicity(change.values) for change in planned.plan.changes if change.model is DisclosureItem]
    told += [Consequence("term", "没有设定的期限", term.sentence) for term in planned.unset]
    told += [Consequence("finding", "留下一条补录发现", finding.reason) for finding in planned.findings]
    return told


def _document(values: dict[str, Any]) -> Consequence:
    number = values.get("number")
    shown = number.series.render("（提交时给号）") if isinstance(number, NextNumber) else str(number or "")
    return Consequence("document", "产生文书", f"{values['title']}　{shown}".strip())


def _publicity(values: dict[str, Any]) -> Consequence:
    due = values.get("due_on")
    return Consequence("disclosure", f"要公开“{values['title']}”", f"到 {due.isoformat()}" if due else "")


def _next(after: Snapshot) -> str:
    labels = [step.label for step in after.procedure.steps if after.stage in step.frm and not step.hidden]
    return f"下一步：{'、'.join(labels[:3])}" if labels else ""


def _term(values: dict[str, Any], before: Snapshot) -> list[Consequence]:
    if "due_on" in values and "label" in values:
        tail = "（暂定）" if values.get("provisional") else ""
        return [Consequence("term", f"起算“{values['label']}”", f"到 {values['due_on'].isoformat()}{tail}")]
    if "state" in values:
        open_until = values["state"] == Term.State.OPEN and values.get("due_on")
        tail = f"，到 {values['due_on'].isoformat()}" if open_until else ""
        return [Consequence("term", "期限", Term.State(values["state"]).label + tail)]
    return []
