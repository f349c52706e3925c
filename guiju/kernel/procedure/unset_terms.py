"""Terms that steps name and no rulepack holds: days that no law gives are the town's own to set, and it may not have.

A step then opens no such term and goes on. What was left out is told: before the step, on the page of the matter, and
by `guiju doctor`. That a name is mistyped is found by the proof of the procedure, which runs with every rulepack.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from guiju.kernel.lawbook.api import Lawbook, NotInForce, UnknownRule
from guiju.kernel.procedure.checks import meant
from guiju.kernel.procedure.declarations import Procedure, Step
from guiju.kernel.procedure.snapshot import Moment, Snapshot

ANY_DAY = dt.date(2000, 1, 1)  # whether a rule is known does not hang on the day


@dataclass(frozen=True)
class UnsetTerm:
    """A term rule by name, and the step that would open it."""

    rule: str
    step: Step

    @property
    def sentence(self) -> str:
        """What is not counted, and what to do about it."""
        return (
            f"“{self.step.label}”起算的期限（{self.rule}）规则包里没有设定，所以不计算。要计算，请在本镇规则包里设定。"
        )


def is_unset(rule_id: str, lawbook: Lawbook) -> bool:
    """Whether no rulepack knows a term rule, on any day."""
    try:
        lawbook.term_rule(rule_id, ANY_DAY)
    except UnknownRule:
        return True
    except NotInForce:
        return False
    return False


def unset_terms(snapshot: Snapshot, moment: Moment) -> list[UnsetTerm]:
    """The terms that the steps done on a matter would have opened, had a rulepack set them."""
    done = {mark.code for mark in snapshot.steps}  # those of the kernel among them open no term
    return [
        UnsetTerm(rule_id, step)
        for step in snapshot.procedure.steps
        if step.code in done
        for rule_id in meant(step.opens, snapshot, moment)
        if is_unset(rule_id, moment.lawbook)
    ]


def unset_terms_of(procedures: Iterable[Procedure], lawbook: Lawbook) -> list[tuple[Procedure, UnsetTerm]]:
    """The same for all steps of procedures: what an installation with this lawbook never counts."""
    return [
        (procedure, UnsetTerm(rule_id, step))
        for procedure in procedures
        for step in procedure.steps
        for rule_id in step.may_open
        if is_unset(rule_id, lawbook)
    ]
