"""plan(): from a snapshot and what somebody wants to do, the plan of everything that would be written, or refusals.

Pure: it makes no query. A step taken here is refused where the law does not allow it; a step claimed (it happened
outside) is recorded with findings that name what is missing. A sheet row is several claimed steps in one plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from guiju.kernel.ledger.api import Plan, StepMark
from guiju.kernel.matters.api import search_tokens
from guiju.kernel.procedure.checks import refusals, weighed
from guiju.kernel.procedure.declarations import START, Refusal, Step
from guiju.kernel.procedure.disclosing import disclose
from guiju.kernel.procedure.drafting import Draft, Intent
from guiju.kernel.procedure.findings import finding_values
from guiju.kernel.procedure.limits import beyond_limits
from guiju.kernel.procedure.models import Finding
from guiju.kernel.procedure.searched_texts import searched_texts
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.procedure.term_changes import TermChanges
from guiju.kernel.procedure.unset_terms import UnsetTerm


@dataclass(frozen=True)
class Refused:
    """The answer of a step that may not be taken: every reason, hard ones first. Soft ones pass with a reason."""

    refusals: tuple[Refusal, ...]

    @property
    def only_warnings(self) -> bool:
        return all(not refusal.hard for refusal in self.refusals)


@dataclass(frozen=True)
class Planned:
    """A plan, the snapshot as it will be, the findings it leaves, and terms that no rulepack sets."""

    plan: Plan
    after: Snapshot
    findings: tuple[Refusal, ...]
    unset: tuple[UnsetTerm, ...] = ()


# Never a finding about the past: they say who may record, or what was not typed.
_NOT_FINDINGS = frozenset({"post", "input", "voided"})


def plan(
    snapshot: Snapshot,
    intents: Sequence[Intent],
    moment: Moment,
    *,
    row_key: str | None = None,
    request_key: str | None = None,
) -> Planned | Refused:
    """Plan one or several steps of one matter as one entry. See the module for taken and claimed."""
    draft = Draft(snapshot.copy(), moment, row_key)
    terms = TermChanges(draft)
    findings: list[Refusal] = []
    marks: list[StepMark] = []
    for intent in intents:
        step = draft.snapshot.procedure.step(intent.step)
        event_date = intent.event_date or (intent.values.get(step.dated_by) if step.dated_by else None) or moment.today
        at = moment.as_of(event_date)
        against = refusals(step, draft.snapshot, at, intent)
        against += weighed(terms.against(step, intent, event_date), at)
        stopping, remarks = weigh(step, intent, against, draft.snapshot, at)
        if stopping:
            return Refused(tuple(sorted(stopping, key=lambda refusal: not refusal.hard)))
        draft.intent, draft.step, draft.event_date = intent, step, event_date
        _carry_out(draft, step, terms)
        mark = StepMark(step.code, event_date, intent.mode)
        marks.append(mark)
        draft.snapshot.steps.append(mark)
        draft.snapshot.facts = (draft.snapshot.facts - set(step.voids)) | set(step.establishes)
        findings += remarks
        _leave(draft, step, intent, remarks)
    late = terms.settle(claimed=any(intent.mode == "claimed" for intent in intents))
    _leave(draft, draft.step, draft.intent, late)
    plan_ = _assemble(draft, intents, marks, request_key)
    too_much = beyond_limits(plan_.changes, draft.snapshot.procedure)
    if too_much:
        return Refused(tuple(too_much))
    return Planned(plan_, draft.snapshot, tuple(findings + late), tuple(terms.unset))


def weigh(
    step: Step, intent: Intent, against: Sequence[Refusal], snapshot: Snapshot, moment: Moment
) -> tuple[list[Refusal], list[Refusal]]:
    """Split refusals into those that stop the step and those that only leave a finding."""
    if intent.mode == "taken":
        stopping = [r for r in against if r.hard or r.code not in intent.reasons]
        return stopping, [r for r in against if r not in stopping]
    against = [*against, *_hidden_by_stage(step, intent, snapshot, against, moment)]
    stopping = [r for r in against if r.code in ("input", "voided")]
    may_record = moment.acting.may("records_for_others") or moment.acting.holds(step.roles)
    if not may_record:
        stopping += [r for r in against if r.code == "post"]
    if snapshot.ended and any(r.code == "stage" for r in against):
        stopping += [r for r in against if r.code == "stage"]
    if (snapshot.stage != START and START in step.frm) or (snapshot.stage == START and START not in step.frm):
        stopping += [r for r in against if r.code == "stage"]
    remarks = [r for r in against if r.code not in _NOT_FINDINGS and r not in stopping]
    return stopping, remarks


def _hidden_by_stage(
    step: Step, intent: Intent, snapshot: Snapshot, against: Sequence[Refusal], moment: Moment
) -> list[Refusal]:
    """A claimed step from another stage: what the stage refusal hides. Slips stop it; findings name missing facts."""
    if snapshot.stage == START or not any(refusal.code == "stage" for refusal in against):
        return []
    elsewhere = snapshot.copy()
    elsewhere.matter["stage"] = step.frm[0]
    return refusals(step, elsewhere, moment, intent)


def _carry_out(draft: Draft, step: Step, terms: TermChanges) -> None:
    if step.effects is not None:
        step.effects(draft)
    if draft.snapshot.key is None:
        raise RuntimeError(f"{step.code}: a registration step must open the matter")
    if step.to is not None and step.to != draft.snapshot.stage:
        ending = step.to in draft.snapshot.procedure.ends
        draft.matter(stage=step.to, **({"closed_on": draft.event_date} if ending else {}))
    terms.note(step, draft.event_date)
    disclose(draft, step)


def _leave(draft: Draft, step: Step | None, intent: Intent, remarks: Sequence[Refusal]) -> None:
    for remark in remarks:
        written = intent.reasons.get(remark.code, "")
        draft.add(
            Finding,
            **finding_values(step.code if step else "", remark, draft.moment),
            answer="reason" if written else "",
            answer_text=written[:200],
            answered_on=draft.moment.today if written else None,
            answered_by=draft.moment.acting.actor if written else "",
        )


def _assemble(draft: Draft, intents: Sequence[Intent], marks: list[StepMark], request_key: str | None) -> Plan:
    snapshot, acting, first = draft.snapshot, draft.moment.acting, intents[0]
    basis = [cited for mark in marks for cited in snapshot.procedure.step(mark.code).citations]
    new = marks[0].code == snapshot.procedure.registration.code
    result = Plan(
        town_id=acting.town_id,
        kind="registration" if new else "step",
        actor=first.done_by or acting.actor,
        recorded_by=acting.actor,
        medium=first.medium if first.mode == "claimed" else draft.moment.medium,
        matter=snapshot.key,
        steps=tuple(marks),
        basis=tuple(dict.fromkeys(basis)),
        changes=list(draft.changes.values()),
        raised=list(draft.raised),
        request_key=request_key,
    )
    if not new:
        version = int(snapshot.matter["row_version"])
        result.expected_version = version
        draft.matter(row_version=version + 1)
        result.changes = list(draft.changes.values())
    words, private = draft.search_words, draft.search_private
    if searched := snapshot.procedure.searched:
        public, sealed = searched_texts(searched, ((change.model, change.values) for change in result.changes))
        words, private = words + public, private + sealed
    if new or words or private:
        title = [str(snapshot.matter["title"])] if new else []
        result.search = tuple(search_tokens(" ".join(title + words), private))
    return result
