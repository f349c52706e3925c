"""Terms that the steps of one plan open, suspend, resume, extend and close, settled at its end.

A term opened and closed within one plan (a sheet row that tells a finished matter) is not written; where it was closed
after its last day, a finding says so. Terms open only if the matter is still open afterwards.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from guiju.kernel.lawbook.api import NotInForce, TermRule, UnknownRule
from guiju.kernel.procedure.checks import meant
from guiju.kernel.procedure.declarations import Refusal, Step
from guiju.kernel.procedure.drafting import Draft, Intent
from guiju.kernel.procedure.snapshot import Moment, Row
from guiju.kernel.procedure.unset_terms import UnsetTerm
from guiju.kernel.terms.api import Running, Term, extension_problem, running_of

RUNNING = (Term.State.OPEN, Term.State.SUSPENDED)
EXTENDED_BY = "extended_by"  # the input of a step that extends a term, in the unit of the rule's extension


class TermChanges:
    """Collects what the steps do to terms, in the order of the steps."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._calendar = draft.moment.calendar
        self.opened: dict[str, Running] = {}
        self.late: list[Refusal] = []
        self.unset: list[UnsetTerm] = []

    def against(self, step: Step, intent: Intent, on: dt.date) -> Iterator[Refusal]:
        """What stands against a step that resumes or extends terms: days that run backwards, more than the rule gives."""
        for rule_id in step.resumes:
            for running in self._running(rule_id):
                if running.suspended_on is not None and on < running.suspended_on:
                    said = (
                        f"“{running.rule.label}”自{running.suspended_on}起中止，恢复的日期不能早于这一天。请核对日期。"
                    )
                    yield Refusal("resumed_before", said)
        for rule_id in step.extends:
            found = list(self._running(rule_id))
            if not found:
                yield Refusal("extension", "要延长的期限现在没有在计算。请先核对它有没有起算、是不是已经办理完毕。")
            for running in found:
                if problem := extension_problem(running, _amount(intent)):
                    yield Refusal("extension", problem, running.rule.basis, field=EXTENDED_BY)

    def note(self, step: Step, on: dt.date) -> None:
        """Close, resume, extend, suspend and open what the step names, counted from the day it happened."""
        for rule_id in step.closes:
            self._close(rule_id, on)
        for rule_id in step.resumes:
            self._alter(rule_id, lambda running: running.resumed(on))
        for rule_id in step.extends:
            self._alter(rule_id, lambda running: running.extended(_amount(self.draft.intent)))
        for rule_id in step.suspends:
            self._alter(rule_id, lambda running: running.suspended(on))
        for rule_id in meant(step.opens, self.draft.snapshot, self.draft.moment):
            start = self.draft.counted_from.get(rule_id, on)
            try:
                self.opened[rule_id] = Running(self.draft.moment.lawbook.term_rule(rule_id, start), start)
            except NotInForce:
                continue  # a matter of before the law: it knew no such term
            except UnknownRule:
                self.unset.append(UnsetTerm(rule_id, step))

    def _rows(self, rule_id: str) -> list[Row]:
        return [row for row in self.draft.snapshot.of(Term) if row["rule"] == rule_id and row["state"] in RUNNING]

    def _running(self, rule_id: str) -> Iterator[Running]:
        if rule_id in self.opened:
            yield self.opened[rule_id]
        for row in self._rows(rule_id):
            running = running_of(row, self.draft.moment.lawbook)
            if running is not None:
                yield running

    def _alter(self, rule_id: str, change: Callable[[Running], Running]) -> None:
        if rule_id in self.opened:
            self.opened[rule_id] = change(self.opened[rule_id])
            return
        for row in self._rows(rule_id):
            running = running_of(row, self.draft.moment.lawbook)
            if running is None or (altered := change(running)) == running:
                continue
            # A suspension that begins moves no date yet: only what says whether it counts is written.
            begun = running.suspended_on is None and altered.suspended_on is not None
            self.draft.change(Term, row["id"], **(altered.state() if begun else altered.values(self._calendar)))

    def _close(self, rule_id: str, on: dt.date) -> None:
        pending = self.opened.pop(rule_id, None)
        if pending is not None:
            due = pending.resumed(on).due(self._calendar)
            if on > due.on and not lapses(pending.rule):
                self.late.append(late_finding(pending.rule.id, pending.rule.label, due.on, on, pending.rule))
            return
        for row in self._rows(rule_id):
            self.draft.change(Term, row["id"], **ended(row, on, self.draft.moment))

    def settle(self, *, claimed: bool) -> list[Refusal]:
        """Write what stays open; close everything when the matter has ended. Returns findings about lateness."""
        draft, calendar = self.draft, self._calendar
        if draft.snapshot.ended:
            self.opened.clear()
            for row in list(draft.snapshot.of(Term)):
                if row["state"] in RUNNING:
                    draft.change(Term, row["id"], **closed(row, draft.event_date, draft.moment))
        for running in self.opened.values():
            rule, due = running.rule, running.due(calendar)
            theirs = rule.bearer == "当事人"
            if claimed and theirs and due.on < draft.moment.today:
                continue  # a right that had lapsed before it was recorded here: nobody has anything left to do
            further = running.values(calendar) if running.spans or running.extended_by else running.state()
            draft.add(
                Term,
                rule=rule.id,
                label=rule.label[:48],
                force=rule.force.value,
                red=rule.overdue_in_red and not theirs,  # a party that lets its own time pass is not 逾期
                started_on=running.started_on,
                backfilled=claimed,
                **{"due_on": due.on, "provisional": due.provisional, "explanation": due.explanation, **further},
            )
        return self.late


def lapses(rule: TermRule) -> bool:
    """Whether a period simply passes: the party's own time, or one that has to be waited for. Nobody was late then."""
    return rule.bearer == "当事人" or rule.bound == "at_least"


def ended(row: Row, on: dt.date, moment: Moment) -> dict[str, Any]:
    """New values of a running term whose duty was done on a day: met, late, or simply over."""
    values = _resumed(row, on, moment)
    state = Term.State.MET
    if on > (values.get("due_on") or row["due_on"]):
        running = running_of(row, moment.lawbook)
        passed = running is not None and lapses(running.rule)
        state = Term.State.CLOSED if passed else Term.State.LATE
    return {**values, "state": state.value, "ended_on": on}


def closed(row: Row, on: dt.date, moment: Moment) -> dict[str, Any]:
    """New values of a running term that ends with its matter: nothing was done in it, and nobody was late."""
    return {**_resumed(row, on, moment), "state": Term.State.CLOSED.value, "ended_on": on}


def _resumed(row: Row, on: dt.date, moment: Moment) -> dict[str, Any]:
    """New values of a term that ends while it is suspended: the suspension ends the day before. Else none."""
    if row["state"] != Term.State.SUSPENDED:
        return {}
    running = running_of(row, moment.lawbook)
    return {"suspended_on": None} if running is None else running.resumed(on).values(moment.calendar)


def _amount(intent: Intent) -> int:
    given = str(intent.values.get(EXTENDED_BY) or "")
    return int(given) if given.isascii() and given.isdigit() else 0


def late_finding(code: str, label: str, due: dt.date, on: dt.date, rule: TermRule) -> Refusal:
    """The finding that something was done after its last day."""
    days = (on - due).days
    return Refusal(
        f"late.{code}"[:32], f"{label}：应在{due.isoformat()}前，实际{on.isoformat()}，晚了{days}日。", rule.basis
    )
