"""Names of terms and disclosures in a declaration: known to the rulepacks, and able to be what the step makes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guiju.kernel.lawbook.api import Lawbook, NotInForce, TermRule, UnknownRule
from guiju.kernel.procedure.declarations import Procedure, Step
from guiju.kernel.procedure.term_changes import EXTENDED_BY
from guiju.kernel.terms.api import suspendable


def step_terms(step: Step, lawbook: Lawbook, on: dt.date) -> Iterator[str]:
    """Problems with the terms that a step opens, closes, suspends, resumes or extends."""
    for rule_id in (*step.may_open, *step.closes, *step.resumes):
        yield from _unknown(rule_id, lawbook, on)
    for rule_id in step.suspends:
        yield from _unknown(rule_id, lawbook, on)
        rule = _rule(rule_id, lawbook, on)
        if rule is not None and not suspendable(rule):
            yield f"期限“{rule.label}”没有可以中止的规定（规则 {rule_id} 的 suspended_by），却要中止它"
    for rule_id in step.extends:
        yield from _unknown(rule_id, lawbook, on)
        rule = _rule(rule_id, lawbook, on)
        if rule is not None and rule.extension is None:
            yield f"期限“{rule.label}”没有可以延长的规定（规则 {rule_id} 的 extension），却要延长它"
    if step.extends and EXTENDED_BY not in {item.name for item in step.inputs}:
        yield f"延长期限，表单里却没有“{EXTENDED_BY}”（延长多少）这一项"


def step_disclosures(step: Step, procedure: Procedure, lawbook: Lawbook, on: dt.date) -> Iterator[str]:
    """Problems with what a step discloses."""
    for code in step.may_disclose:
        rule = procedure.disclosure_table.get(code)
        if rule is None:
            yield f"没有“{code}”这条公开规则"
        elif rule.never:
            yield f"公开规则“{rule.label}”写明不公开，却要公开它"
        else:
            for term in filter(None, (rule.due_rule, rule.withdraw_rule)):
                yield from _unknown(term, lawbook, on)


def _rule(rule_id: str, lawbook: Lawbook, on: dt.date) -> TermRule | None:
    try:
        return lawbook.term_rule(rule_id, on)
    except (UnknownRule, NotInForce):
        return None  # an old procedure may name terms of its own time


def _unknown(rule_id: str, lawbook: Lawbook, on: dt.date) -> Iterator[str]:
    try:
        lawbook.term_rule(rule_id, on)
    except UnknownRule:
        yield f"没有“{rule_id}”这条期限规则"
    except NotInForce:
        pass  # an old procedure may open terms of its own time
