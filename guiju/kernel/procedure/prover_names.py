"""What a declaration must get right before it can be walked: names, law, terms; nothing that can never happen."""

from __future__ import annotations

import datetime as dt
import dis
from collections.abc import Iterator
from types import CodeType
from typing import Any

from guiju.kernel.lawbook.api import Basis, Lawbook, UnknownArticle, UnknownLaw
from guiju.kernel.organisation.api import ROLES
from guiju.kernel.procedure.declarations import START, Before, If, Procedure, Step, spoken
from guiju.kernel.procedure.prover_invariants import STAGE, names_of
from guiju.kernel.procedure.prover_terms import step_disclosures, step_terms

LONGEST_CODE = 32  # of what stands as the code of a finding


def declaration_problems(procedure: Procedure, lawbook: Lawbook, on: dt.date) -> list[str]:
    """Everything wrong with the names of a procedure, as Chinese sentences."""
    found = list(_stages(procedure))
    for step in procedure.steps:
        found += [f"步骤“{step.label}”（{step.code}）：{problem}" for problem in _step(step, procedure, lawbook, on)]
    found += _facts(procedure, lawbook)
    found += _conditions(procedure, lawbook)
    for invariant in procedure.invariants:
        found += _invariant(procedure, invariant)
    found += _terms(procedure)
    return found


def _stages(procedure: Procedure) -> Iterator[str]:
    known = set(procedure.stage_table)
    if len(known) != len(procedure.stages) or len(procedure.by_code) != len(procedure.steps):
        yield "有两个阶段或两个步骤用了同一个代码"
    yield from (f"补录可进入的阶段“{code}”没有定义" for code in procedure.backfill_stages if code not in known)
    if sum(START in step.frm for step in procedure.steps) != 1:
        yield "应当恰有一个步骤从登记之前开始"


def _step(step: Step, procedure: Procedure, lawbook: Lawbook, on: dt.date) -> Iterator[str]:
    stages = {START, *procedure.stage_table}
    yield from (f"没有“{code}”这个阶段" for code in (*step.frm, step.to or START) if code not in stages)
    facts, conditions = procedure.fact_table, procedure.condition_table
    plain = spoken(step.requires)
    for code in (*plain, *step.establishes, *step.voids):
        if code not in facts:
            yield f"没有“{code}”这个事实"
    for requirement in (*step.requires, *step.opens, *step.discloses):
        if isinstance(requirement, If) and requirement.given not in {*facts, *conditions}:
            yield f"没有“{requirement.given}”这个条件或事实"
    yield from (f"没有“{code}”这个条件" for code in step.when if code not in conditions)
    yield from (f"没有“{role}”这个岗位" for role in step.roles if role not in ROLES)
    if step.dated_by and step.dated_by not in {item.name for item in step.inputs}:
        yield f"日期取自“{step.dated_by}”，表单里没有这一项"
    if not step.basis:
        yield "没有写依据"
    yield from _bases(step.basis, lawbook)
    yield from step_terms(step, lawbook, on)
    yield from step_disclosures(step, procedure, lawbook, on)


def _bases(bases: tuple[Basis, ...], lawbook: Lawbook) -> Iterator[str]:
    for basis in bases:
        try:
            lawbook.basis(basis.law, basis.article)
        except (UnknownLaw, UnknownArticle) as error:
            yield str(error)


def _facts(procedure: Procedure, lawbook: Lawbook) -> Iterator[str]:
    established = {code for step in procedure.steps for code in step.establishes}
    for fact in procedure.facts:
        if fact.code not in established:
            yield f"事实“{fact.label}”没有一步能成立"
        if fact.remedy_step and fact.remedy_step not in procedure.by_code:
            yield f"事实“{fact.label}”的补救步骤“{fact.remedy_step}”没有定义"
        if len(fact.code) > LONGEST_CODE:
            yield f"事实“{fact.label}”的代码长于 {LONGEST_CODE} 个字符"
        yield from (f"事实“{fact.label}”：{problem}" for problem in _bases((fact.basis,), lawbook))


def _conditions(procedure: Procedure, lawbook: Lawbook) -> Iterator[str]:
    read = {name for step in procedure.steps for name in step.when}
    read |= {
        r.given for step in procedure.steps for r in (*step.requires, *step.opens, *step.discloses) if isinstance(r, If)
    }
    read |= {invariant.if_ for invariant in procedure.invariants}
    for condition in procedure.conditions:
        if condition.code not in read:
            yield f"条件“{condition.label}”没有一步读它"
        if condition.code in procedure.fact_table:
            yield f"条件“{condition.label}”与一个事实同名"
        if _reads_nothing(condition.test):
            yield f"条件“{condition.label}”不看事项也不看时刻，总是同一个答案"
        yield from (f"条件“{condition.label}”：{problem}" for problem in _bases((condition.basis,), lawbook))


def _reads_nothing(test: Any) -> bool:
    """Whether a test looks at none of its arguments, so that it is always true or always false."""
    code: CodeType | None = getattr(test, "__code__", None)
    if code is None:
        return False
    arguments = set(code.co_varnames[: code.co_argcount])
    used = {str(line.argval) for line in dis.get_instructions(code) if line.opname.startswith("LOAD_")}
    return arguments.isdisjoint(used | set(code.co_cellvars))


def _invariant(procedure: Procedure, invariant: Before) -> Iterator[str]:
    where = f"不变式 before({invariant.target}, {invariant.needed})："
    steps = procedure.by_code
    for code in (*names_of(invariant.target), *names_of(invariant.needed), *names_of(invariant.since)):
        if code not in steps:
            yield f"{where}没有“{code}”这个步骤"
    tables = (procedure.condition_table, steps, procedure.fact_table)
    meant = sum(invariant.if_ in table for table in tables)
    if invariant.if_ and meant != 1:
        yield f"{where}“{invariant.if_}”" + ("有两个意思" if meant else "不是条件、步骤或事实")
    if not invariant.carried_by:
        yield f"{where}没有写明由哪些要求保证（carried_by）"


def idle_carriers(procedure: Procedure, invariant: Before) -> list[str]:
    """Guards that an invariant says carry it and that no step asks for; the walk then shows what follows from it."""
    required = {name for step in procedure.steps for name in spoken(step.requires)}
    required |= {name for step in procedure.steps for name in step.when} | {STAGE}
    where = f"不变式 before({invariant.target}, {invariant.needed})："
    return [f"{where}没有一步要求“{code}”" for code in invariant.carried_by if code not in required]


def _terms(procedure: Procedure) -> Iterator[str]:
    """`open_terms_closed_at(end)`: a term is opened before it is closed, and never by the step that ends the matter."""
    opened = {rule for step in procedure.steps for rule in step.may_open}
    stopped = {rule for step in procedure.steps for rule in step.suspends}
    for step in procedure.steps:
        for done, rules in (("结束", step.closes), ("中止", step.suspends), ("延长", step.extends)):
            yield from (f"步骤“{step.label}”：没有一步起算期限“{r}”，却要{done}它" for r in rules if r not in opened)
        yield from (f"步骤“{step.label}”：没有一步中止期限“{r}”，却要恢复它" for r in step.resumes if r not in stopped)
        if procedure.open_terms_closed and step.to in procedure.ends and step.may_open:
            yield f"步骤“{step.label}”：办结的同时起算期限“{'、'.join(step.may_open)}”，等于没有起算"
