"""签批前清单: what a procedure asks before each signature that is next, and how each point stands now.

There is no second list of rules: every point is a fact, a condition or a guard of the step, asked as the step itself
asks them, or a term that the step ends. Pure, as planning is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from guiju.kernel.lawbook.api import Basis, LawbookError, Status
from guiju.kernel.procedure.checks import holds, refusals
from guiju.kernel.procedure.declarations import If, Refusal, Step
from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.procedure.term_changes import RUNNING, lapses
from guiju.kernel.terms.api import Term, running_of

PointState = Literal["have", "lacking", "not_due", "unsure", "running"]
_NOT_POINTS = frozenset({"post", "input", "stage"})  # who signs and what is typed is settled where it is signed


@dataclass(frozen=True)
class Point:
    """One thing that is asked: there, lacking, not applicable, resting on a rule to be confirmed, or a term that runs.

    `day` is the day on which it was done, or the last day of the term.
    """

    code: str
    label: str
    state: PointState
    text: str = ""
    basis: Basis | None = None
    remedy: str = ""
    remedy_step: str = ""
    day: dt.date | None = None


@dataclass(frozen=True)
class Checklist:
    """The points of one step that makes a paper to be signed."""

    step: Step
    points: tuple[Point, ...]

    def of(self, *states: PointState) -> tuple[Point, ...]:
        """The points in these states."""
        return tuple(point for point in self.points if point.state in states)


def checklists(snapshot: Snapshot, moment: Moment) -> tuple[Checklist, ...]:
    """The papers to be signed next, the one that leads to the next stage last, with what is asked before each.

    Beside it stand those whose facts it still lacks: a review or a hearing that is due before a decision.
    """
    found: dict[str, Checklist] = {}
    for step in snapshot.procedure.steps:
        if _leads_on(step, snapshot):
            _collect(step, snapshot, moment, found)
    return tuple(found.values())


def gaps(lists: tuple[Checklist, ...], *states: PointState) -> tuple[Point, ...]:
    """What lacks (or is in the given states) before the next signatures, each once."""
    wanted: tuple[PointState, ...] = states or ("lacking",)
    return tuple({point.code: point for checked in lists for point in checked.of(*wanted)}.values())


def _leads_on(step: Step, snapshot: Snapshot) -> bool:
    """Whether the paper of a step is the one that brings the matter from here to a later stage on its main way."""
    if snapshot.stage not in step.frm or not step.makes or step.other_way or step.hidden or step.to is None:
        return False
    stages = [stage.code for stage in snapshot.procedure.stages]
    return snapshot.stage not in stages or stages.index(step.to) > stages.index(snapshot.stage)


def _collect(step: Step, snapshot: Snapshot, moment: Moment, found: dict[str, Checklist]) -> None:
    """The list of a step, after those of the steps by which its missing facts come about."""
    points = tuple(points_of(step, snapshot, moment))
    found[step.code] = Checklist(step, points)  # noted at once, for what it lacks may name it again
    for point in points:
        cure = snapshot.procedure.by_code.get(point.remedy_step)
        fits = cure is not None and cure.makes and not cure.other_way and snapshot.stage in cure.frm
        if cure is not None and fits and point.state == "lacking" and cure is not step and cure.code not in found:
            _collect(cure, snapshot, moment, found)
    found[step.code] = found.pop(step.code)  # behind those that come before it


def points_of(step: Step, snapshot: Snapshot, moment: Moment) -> Iterator[Point]:
    """What one step asks, in the order of its declaration; a term that has passed stands there once."""
    told: set[Basis | None] = set()
    for point in _asked(step, snapshot, moment):
        if point.state == "lacking":
            told.add(point.basis)
        yield point
    for point in _terms(step, snapshot, moment):
        if point.state != "lacking" or point.basis not in told:
            yield point


def _asked(step: Step, snapshot: Snapshot, moment: Moment) -> Iterator[Point]:
    intent = Intent(step.code, expected(step, snapshot), mode="claimed")  # what the paper itself needs is asked with it
    against = {r.code: r for r in refusals(step, snapshot, moment, intent) if r.code not in _NOT_POINTS}
    for name in step.requires:
        yield _fact(name, snapshot, moment, against)
    for name in step.when:
        condition = snapshot.procedure.condition_table[name]
        refusal = against.pop(condition.code, None)
        yield (
            _lack(refusal, condition.label, moment)
            if refusal
            else Point(name, condition.label, "have", basis=condition.basis)
        )
    for guard in step.guards:
        if guard.basis and not guard.taken_only and guard.check(snapshot, intent.values, moment) is None:
            yield Point(guard.code, guard.asks, "have", basis=guard.basis)
    asked = {guard.code: guard.asks for guard in step.guards}
    for refusal in against.values():
        yield _lack(refusal, asked.get(refusal.code, ""), moment)


def expected(step: Step, snapshot: Snapshot) -> dict[str, Any]:
    """What the record lets expect as the input of a step: what stands there under the same name, and what was proposed."""
    known = {**snapshot.matter, **snapshot.detail}
    if snapshot.procedure.expects is not None:
        known |= snapshot.procedure.expects(snapshot)
    return {item.name: known[item.name] for item in step.inputs if item.name in known}


def _fact(name: str | If, snapshot: Snapshot, moment: Moment, against: dict[str, Refusal]) -> Point:
    fact = snapshot.procedure.fact_table[name.fact if isinstance(name, If) else name]
    label, refusal = fact.label.removeprefix("已"), against.pop(fact.code, None)
    if fact.code in snapshot.facts:
        return Point(fact.code, label, "have", basis=fact.basis, day=_done_on(fact.code, snapshot))
    if isinstance(name, If) and not holds(name.given, snapshot, moment):
        text = f"没有“{snapshot.procedure.label_of(name.given)}”的情形"
        return Point(fact.code, label, "not_due", text, fact.basis)
    if refusal is None:  # the matter is frozen or voided: nothing else was asked
        return Point(fact.code, label, "lacking", fact.missing, fact.basis, fact.remedy, fact.remedy_step)
    return _lack(refusal, label, moment)


def _done_on(fact: str, snapshot: Snapshot) -> dt.date | None:
    by_code = snapshot.procedure.by_code
    marks = (mark for mark in reversed(snapshot.steps) if mark.code in by_code)
    return next((mark.event_date for mark in marks if fact in by_code[mark.code].establishes), None)


def _lack(refusal: Refusal, label: str, moment: Moment) -> Point:
    """A refusal as a point: lacking, or to be confirmed where the rule behind it is not certain."""
    state: PointState = "unsure" if refusal.unsure or _is_unsure(refusal.basis, moment) else "lacking"
    return Point(
        refusal.code,
        label or refusal.reason,
        state,
        refusal.reason if label else "",
        refusal.basis,
        refusal.remedy,
        refusal.remedy_step,
    )


def _is_unsure(basis: Basis | None, moment: Moment) -> bool:
    """Whether the text of an article was not read. Below statute level a rule that was read is certain too."""
    if basis is None:
        return False
    try:
        return moment.lawbook.article(basis, moment.today).status is not Status.VERIFIED
    except LawbookError:
        return True


def _terms(step: Step, snapshot: Snapshot, moment: Moment) -> Iterator[Point]:
    """The terms that the step ends: how long they run; one that had to be kept and has passed lacks."""
    for row in snapshot.of(Term):
        if row["rule"] not in step.closes or row["state"] not in RUNNING:
            continue
        running = running_of(row, moment.lawbook)
        passed = row["state"] == Term.State.OPEN and row["due_on"] < moment.today
        if passed and running is not None and lapses(running.rule):
            continue  # a time that had to pass, and has
        state: PointState = "lacking" if passed else "running"
        text = "已经超过" if passed else "中止计时" if row["state"] == Term.State.SUSPENDED else ""
        basis = running.rule.basis if running is not None else None
        yield Point(f"term.{row['rule']}", row["label"], state, text, basis, day=row["due_on"])
