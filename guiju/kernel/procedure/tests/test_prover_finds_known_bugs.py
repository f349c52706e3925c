"""The prover finds procedures that do not keep their invariants, and declarations that would prove nothing."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import Before, Fact, If, Proof, Stage, lawbook_in_use, prove
from tests.example_mechanism.procedure import CASE, INVARIANTS, LOCAL

DAY = dt.date(2026, 3, 2)
NOTICE_FIRST = INVARIANTS[0]


def proof_of(procedure) -> Proof:
    return prove(procedure, lawbook_in_use(), DAY)


def with_step(code, **values):
    steps = tuple(dataclasses.replace(step, **values) if step.code == code else step for step in CASE.steps)
    return dataclasses.replace(CASE, steps=steps)


def test_sound_procedure_is_proved_over_more_than_its_stages():
    proof = proof_of(CASE)
    assert proof.holds, str(proof)
    assert proof.states > 100
    assert proof.cases > proof.states
    assert len(proof.mutants) == len(INVARIANTS)


def test_stale_notice_after_new_evidence_is_found():
    """New evidence does not void the notice: the fact that guards read is there, the step since then is not."""
    proof = proof_of(with_step("collect", voids=("defence_closed", "hearing_held", "reviewed", "read_out")))
    (found,) = proof.counterexamples
    assert "“决定”之前要有“告知”（自最后一次“取证”以后）" in found
    assert "反例：" in found
    assert found.count("取证 ") == 2  # the shortest way has evidence, notice, evidence again
    assert "〔补记〕" not in found


def test_shortest_counterexample_is_given():
    proof = proof_of(with_step("decide", requires=()))
    notice = next(text for text in proof.counterexamples if "“告知”" in text)
    assert notice.endswith("反例：立案 → 决定")


def test_hearing_that_was_asked_for_must_be_held():
    decide = CASE.step("decide")
    kept = tuple(r for r in decide.requires if r != If("hearing_asked", "hearing_held"))
    proof = proof_of(with_step("decide", requires=kept))
    (found,) = proof.counterexamples
    assert "要求听证 → 决定" in found


def test_review_is_wanted_only_where_it_is_due():
    decide = CASE.step("decide")
    kept = tuple(r for r in decide.requires if r != If("review_due", "reviewed"))
    (found,) = proof_of(with_step("decide", requires=kept)).counterexamples
    assert found.endswith("决定（应当法制审核）")


def test_stage_entered_by_backfill_has_no_facts():
    """What only the order of stages carries does not hold for a matter that a sheet row begins in the middle."""
    stages = dataclasses.replace(CASE, backfill_stages=("decided",))
    (found,) = proof_of(stages).counterexamples
    assert found == "“送达”之前要有“决定”。反例：补录进入“已决定” → 送达"


def test_claimed_step_that_leaves_no_finding_is_found():
    """An exemption that lets a claimed step pass in silence breaks the invariant, though nobody can take it."""
    freed = with_step("decide", requires=(*CASE.step("decide").requires[1:], If("reviewed", "noticed")))
    assert any("〔补记〕" in text or "决定" in text for text in proof_of(freed).counterexamples)


def test_warned_requirement_passes_with_finding_and_is_named():
    proof = proof_of(CASE)
    assert proof.warned == ("“决定”之前要有“宣读”（自最后一次“取证”以后）",)
    assert "只作提醒" in str(proof)


def test_warned_requirement_carries_nothing_that_is_not_named():
    """The finding must name the missing fact: an invariant that names another guard is broken by a warned pass."""
    wrong = Before("decide", "read_out", since="collect", carried_by=("reviewed",))
    proof = proof_of(dataclasses.replace(CASE, invariants=(wrong,)))
    assert len(proof.counterexamples) == 1


def test_guards_that_carry_nothing_are_found():
    """The mutant without the named guard is as sound as before, so the guard carries nothing."""
    idle = Before("serve", "decide", carried_by=("read_out",))
    proof = proof_of(dataclasses.replace(CASE, invariants=(idle,), backfill_stages=()))
    assert not proof.holds
    assert any("也找不到反例" in text or "反例" in text for text in (*proof.problems, *proof.counterexamples))


def test_target_that_is_never_reached_lawfully_is_found():
    """“告知” before “立案” can never be kept: the registration is the first step."""
    vacuous = Before("serve", "drop", carried_by=("stage",))
    proof = proof_of(dataclasses.replace(CASE, invariants=(vacuous,)))
    assert not proof.holds


def never(snapshot, moment):
    return False


@pytest.mark.parametrize(
    ("procedure", "said"),
    [
        (with_step("notify", requires=("evidense",)), "没有“evidense”这个事实"),
        (with_step("notify", when=("due",)), "没有“due”这个条件"),
        (with_step("notify", frm=("opne",)), "没有“opne”这个阶段"),
        (with_step("notify", to="nowhere"), "没有“nowhere”这个阶段"),
        (with_step("notify", roles=("sheriff",)), "没有“sheriff”这个岗位"),
        (with_step("notify", basis=()), "没有写依据"),
        (with_step("notify", basis=(Basis("administrative-penalty-law", "999"),)), "999"),
        (with_step("notify", opens=("penalty.never",)), "没有“penalty.never”这条期限规则"),
        (with_step("notify", dated_by="day"), "表单里没有这一项"),
        (with_step("register", frm=("open",)), "恰有一个步骤从登记之前开始"),
        (with_step("serve", opens=("penalty.serve",)), "等于没有起算"),
        (with_step("drop", closes=("penalty.serve",)), "没有一步起算期限"),
        (with_step("notify", suspends=("penalty.never",)), "没有“penalty.never”这条期限规则"),
        (with_step("notify", suspends=("coercion.court.apply",)), "没有可以中止的规定"),
        (with_step("ask_hearing", suspends=()), "没有一步中止期限“penalty.decide”，却要恢复它"),
        (with_step("seal", opens=()), "没有一步起算期限“coercion.seal”，却要延长它"),
        (with_step("prolong", extends=("penalty.publicity.withdraw",)), "没有可以延长的规定"),
        (with_step("prolong", inputs=()), "表单里却没有“extended_by”"),
        (with_step("notify", discloses=("decisions",)), "没有“decisions”这条公开规则"),
        (with_step("notify", discloses=("never",)), "写明不公开，却要公开它"),
        (with_step("notify", discloses=(If("rain", "decision"),)), "没有“rain”这个条件或事实"),
        (
            dataclasses.replace(
                CASE, disclosures=tuple(dataclasses.replace(r, due_rule="penalty.never") for r in CASE.disclosures)
            ),
            "没有“penalty.never”这条期限规则",
        ),
        (with_step("notify", establishes=()), "没有一步能成立"),
        (dataclasses.replace(CASE, backfill_stages=("gone",)), "补录可进入的阶段“gone”没有定义"),
        (
            dataclasses.replace(CASE, conditions=(dataclasses.replace(CASE.conditions[0], test=never),)),
            "总是同一个答案",
        ),
        (dataclasses.replace(CASE, invariants=(Before("decide", "notice"),)), "没有“notice”这个步骤"),
        (dataclasses.replace(CASE, invariants=(Before("decide", "notify"),)), "没有写明由哪些要求保证"),
        (
            dataclasses.replace(CASE, invariants=(dataclasses.replace(NOTICE_FIRST, if_="rain"),)),
            "“rain”不是条件、步骤或事实",
        ),
        (
            dataclasses.replace(CASE, invariants=(dataclasses.replace(NOTICE_FIRST, carried_by=("hope",)),)),
            "没有一步要求“hope”",
        ),
        (
            dataclasses.replace(CASE, facts=(*CASE.facts, Fact("sealed", "已封存", "还没有封存。", LOCAL))),
            "事实“已封存”没有一步能成立",
        ),
        (dataclasses.replace(CASE, stages=(*CASE.stages, Stage("island", "孤岛"))), "阶段“孤岛”永远到不了"),
        (with_step("drop", frm=("dropped",)), "步骤“撤案”永远办不到"),
    ],
)
def test_declaration_that_would_prove_nothing_fails(procedure, said):
    proof = proof_of(procedure)
    assert not proof.holds
    assert any(said in problem for problem in proof.problems), proof.problems


def test_condition_that_no_step_reads_fails():
    kept = tuple(r for r in CASE.step("decide").requires if not isinstance(r, If))
    unread = with_step("decide", requires=kept)
    unread = dataclasses.replace(unread, invariants=())
    assert any("没有一步读它" in problem for problem in proof_of(unread).problems)
