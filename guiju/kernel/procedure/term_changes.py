"""Terms that the steps of one plan open and close, settled at its end.

A term opened and closed within one plan (a sheet row that tells a finished matter) is not written; where it was closed
after its last day, a finding says so. Terms open only if the matter is still open afterwards.
"""

from __future__ import annotations

import datetime as dt

from guiju.kernel.lawbook.api import NotInForce, TermRule
from guiju.kernel.procedure.checks import holds
from guiju.kernel.procedure.declarations import If, Refusal, Step
from guiju.kernel.procedure.drafting import Draft
from guiju.kernel.terms.api import Due, Term, due_date


class TermChanges:
    """Collects openings and closings in the order of the steps."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.opened: dict[str, tuple[TermRule, Due, dt.date]] = {}
        self.late: list[Refusal] = []

    def note(self, step: Step, on: dt.date) -> None:
        """Close what the step closes and open what it opens, counted from the day it happened."""
        for rule_id in step.closes:
            self._close(rule_id, on)
        for opened in step.opens:
            if isinstance(opened, If) and not holds(opened.given, self.draft.snapshot, self.draft.moment):
                continue
            rule_id = opened.fact if isinstance(opened, If) else opened
            try:
                rule = self.draft.moment.lawbook.term_rule(rule_id, on)
            except NotInForce:
                continue  # a matter of before the law: it knew no such term
            self.opened[rule_id] = (rule, due_date(rule, on, self.draft.moment.calendar), on)

    def _close(self, rule_id: str, on: dt.date) -> None:
        pending = self.opened.pop(rule_id, None)
        if pending is not None:
            rule, due, _ = pending
            if on > due.on:
                self.late.append(late_finding(rule.id, rule.label, due.on, on, rule))
            return
        for row in list(self.draft.snapshot.of(Term)):
            if row["rule"] == rule_id and row["state"] in (Term.State.OPEN, Term.State.SUSPENDED):
                state = Term.State.LATE if on > row["due_on"] else Term.State.MET
                self.draft.change(Term, row["id"], state=state.value, ended_on=on)

    def settle(self, *, claimed: bool) -> list[Refusal]:
        """Write what stays open; close everything when the matter has ended. Returns findings about lateness."""
        if self.draft.snapshot.ended:
            self.opened.clear()
            for row in list(self.draft.snapshot.of(Term)):
                if row["state"] in (Term.State.OPEN, Term.State.SUSPENDED):
                    self.draft.change(Term, row["id"], state=Term.State.CLOSED.value, ended_on=self.draft.event_date)
        for rule, due, start in self.opened.values():
            theirs = rule.bearer == "当事人"
            if claimed and theirs and due.on < self.draft.moment.today:
                continue  # a right that had lapsed before it was recorded here: nobody has anything left to do
            self.draft.add(
                Term,
                rule=rule.id,
                label=rule.label[:48],
                force=rule.force.value,
                red=rule.overdue_in_red and not theirs,  # a party that lets its own time pass is not 逾期
                started_on=start,
                due_on=due.on,
                provisional=due.provisional,
                state=Term.State.OPEN.value,
                backfilled=claimed,
                explanation=due.explanation,
            )
        return self.late


def late_finding(code: str, label: str, due: dt.date, on: dt.date, rule: TermRule) -> Refusal:
    """The finding that something was done after its last day."""
    days = (on - due).days
    return Refusal(
        f"late.{code}"[:32], f"{label}：应在{due.isoformat()}前，实际{on.isoformat()}，晚了{days}日。", rule.basis
    )
