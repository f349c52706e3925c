"""A step that the law does not allow is refused with article and remedy; a claimed one is recorded with findings."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from guiju.kernel.procedure.api import Finding, Intent, Refused, Snapshot, apply, moment_for, plan, refusals
from tests.example_mechanism.procedure import CASE, HEARING, LOCAL, NOTICE
from tests.example_mechanism.towns import (
    NOW,
    acting_in,
    command_moment,
    found_town,
    loaded,
    opened_case,
    planned,
    registration,
    take,
    unit_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_town()


@pytest.fixture
def moment(town):
    return command_moment(town)


def snapshot_of(*facts, stage="open", **detail):
    matter: dict[str, Any] = {"stage": stage, "row_version": 1}
    return Snapshot(CASE, 7, matter, detail={"matter_id": 7, **detail}, facts=frozenset(facts))


def against(code, snapshot, moment):
    return {refusal.code: refusal for refusal in refusals(CASE.step(code), snapshot, moment)}


def test_missing_fact_names_article_remedy_and_the_step_that_helps(moment):
    found = against("decide", snapshot_of(), moment)
    assert set(found) == {"noticed", "defence_closed", "read_out"}
    notice = found["noticed"]
    assert (notice.reason, notice.basis, notice.remedy, notice.remedy_step) == (
        "还没有告知。",
        NOTICE,
        "先告知。",
        "notify",
    )
    assert notice.hard


def test_requirement_under_a_condition_is_asked_where_it_holds(moment):
    kept = ("noticed", "defence_closed", "read_out")
    assert against("decide", snapshot_of(*kept), moment) == {}
    assert set(against("decide", snapshot_of(*kept, "hearing_asked"), moment)) == {"hearing_held"}
    assert against("decide", snapshot_of(*kept, "hearing_asked"), moment)["hearing_held"].basis == HEARING
    assert set(against("decide", snapshot_of(*kept, amount=20000), moment)) == {"reviewed"}
    assert against("decide", snapshot_of(*kept, "reviewed", amount=20000), moment) == {}


def test_condition_without_a_sentence_of_its_own_still_says_one(moment):
    notify = dataclasses.replace(CASE.step("notify"), when=("review_due",))
    found = [refusal.reason for refusal in refusals(notify, snapshot_of("evidence"), moment)]
    assert found == ["告知要在“应当法制审核”时办理。"]


def test_wrong_stage_says_where_the_matter_is(moment):
    (refusal,) = refusals(CASE.step("serve"), snapshot_of(), moment)
    assert (refusal.code, refusal.reason) == ("stage", "现在是“调查”，送达要在“已决定”时办理。")
    assert refusal.remedy_step == "decide"  # the step that leads there
    (refusal,) = refusals(CASE.step("collect"), Snapshot(CASE), moment)
    assert refusal.reason.startswith("还没有登记")


def test_other_post_is_told_whose_step_it_is(town):
    mediator = moment_for(acting_in(town, "mediator", unit_of(town, "mc")), NOW)
    refusal = against("collect", snapshot_of(), mediator)["post"]
    assert refusal.reason == "取证由司法所内勤、村居干部办理，您的岗位不能办。"
    for mode in ("taken", "claimed"):
        assert isinstance(plan(snapshot_of(), [Intent("collect", mode=mode)], mediator), Refused)


def test_missing_input_is_named_by_its_label(moment):
    answer = plan(Snapshot(CASE), [Intent("register", {})], moment)
    assert isinstance(answer, Refused)
    assert [(refusal.field, refusal.reason) for refusal in answer.refusals] == [("unit", "还没有填“单位”。")]


def test_hard_refusals_come_first_and_no_reason_passes_them(moment):
    intent = Intent("decide", reasons={"noticed": "来不及", "read_out": "当事人不在场", "defence_closed": "来不及"})
    answer = plan(snapshot_of(), [intent], moment)
    assert isinstance(answer, Refused)
    assert [refusal.code for refusal in answer.refusals] == ["noticed", "defence_closed"]
    everything = plan(snapshot_of(), [Intent("decide")], moment)
    assert isinstance(everything, Refused)
    assert [refusal.hard for refusal in everything.refusals] == [True, True, False]


def test_warning_passes_with_a_written_reason_that_answers_its_finding(town, moment):
    matter = opened_case(moment, unit_of(town)).matter
    take(matter, moment, "collect", "notify", "hear_defence")
    answer = plan(loaded(matter), [Intent("decide")], moment)
    assert isinstance(answer, Refused)
    assert answer.only_warnings
    assert answer.refusals[0].basis == LOCAL
    take(matter, moment, Intent("decide", reasons={"read_out": "当事人不在场"}))
    (finding,) = Finding.objects.filter(town=town)
    assert (finding.code, finding.answer, finding.answer_text) == ("read_out", "reason", "当事人不在场")


def test_claimed_step_is_recorded_with_what_is_missing(town, moment):
    matter = opened_case(moment, unit_of(town)).matter
    take(matter, moment, Intent("decide", mode="claimed"))
    left = Finding.objects.filter(town=town).values_list("code", "answer")
    assert set(left) == {("noticed", ""), ("defence_closed", ""), ("read_out", "")}
    assert loaded(matter).stage == "decided"


def test_claim_from_another_stage_names_stage_and_facts(town, moment):
    matter = opened_case(moment, unit_of(town)).matter
    take(matter, moment, Intent("serve", mode="claimed"))
    codes = Finding.objects.filter(town=town).values_list("code", flat=True)
    assert "stage" in codes


@pytest.mark.parametrize(
    ("snapshot", "code"),
    [(snapshot_of(stage="closed"), "collect"), (Snapshot(CASE), "collect"), (snapshot_of(), "register")],
    ids=["ended", "not registered", "registered already"],
)
def test_what_never_happened_cannot_be_claimed_either(moment, snapshot, code):
    assert isinstance(plan(snapshot, [Intent(code, {"unit": 1}, mode="claimed")], moment), Refused)


def test_one_row_is_one_entry_with_its_steps_in_order(town, moment):
    intents = [
        dataclasses.replace(registration(unit_of(town)), mode="claimed"),
        Intent("collect", mode="claimed"),
        Intent("notify", mode="claimed"),
    ]
    answer = planned(Snapshot(CASE), intents, moment)
    matter = apply([answer.plan], NOW)[0].matter
    assert [(mark.code, mark.mode) for mark in loaded(matter).steps] == [
        ("register", "claimed"),
        ("collect", "claimed"),
        ("notify", "claimed"),
    ]
    assert answer.findings == ()
    assert loaded(matter).facts == {"evidence", "noticed"}
