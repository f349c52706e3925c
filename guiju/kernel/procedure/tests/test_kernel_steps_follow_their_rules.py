"""Correction, void, answer, erasure, reveal, evidence, joining: who may, what the entry says, what stays."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, open_values, told_commitments, verify_town
from guiju.kernel.matters.api import Matter, Participation, Party, find
from guiju.kernel.procedure.api import (
    Finding,
    Intent,
    NotAllowed,
    Refused,
    apply,
    moment_for,
    plan,
    plan_answer,
    plan_attachment,
    plan_correction,
    plan_erasure,
    plan_join,
    plan_reveal,
    plan_void,
)
from guiju.kernel.terms.api import Term
from tests.example_mechanism.models import CaseDetail
from tests.example_mechanism.towns import (
    NOW,
    acting_in,
    command_moment,
    found_town,
    loaded,
    opened_case,
    take,
    unit_of,
)

pytestmark = pytest.mark.django_db
ROWS = (Finding, Term, Party, Participation, Evidence)


@pytest.fixture
def town():
    return found_town()


@pytest.fixture
def clerk(town):
    """The moment of the justice office's clerk, who may correct."""
    return moment_for(acting_in(town, "justice_clerk", unit_of(town, "office")), NOW)


@pytest.fixture
def mediator(town):
    return moment_for(acting_in(town, "mediator", unit_of(town, "mc")), NOW)


@pytest.fixture
def matter(town):
    """A case that a claimed notice without evidence left a finding on."""
    moment = command_moment(town)
    key = opened_case(moment, unit_of(town), names=["孙示例"], telephone="13800000001", remark="私下的话").matter
    take(key, moment, Intent("notify", {}, mode="claimed"))
    return key


def seen(matter):
    return loaded(matter, rows=ROWS)


def last_entry(matter):
    return json.loads(Entry.objects.filter(matter_id=matter).order_by("-index").values_list("body", flat=True)[0])


def test_correction_tells_field_old_new_reason_and_basis(matter, clerk, town):
    change: dict[Any, Any] = {
        (Matter, matter): {"title": "改正的题目"},
        (CaseDetail, matter): {"collected": 4, "amount": None},
    }
    apply([plan_correction(seen(matter), clerk, change, "抄错了", "《某通知》")], NOW)
    entry = last_entry(matter)
    assert (entry["kind"], entry["reason"], entry["basis"]) == ("correction", "抄错了", ["《某通知》"])
    told = {item["field"]: item["old"] for item in entry["note"]["corrected"]}
    assert told == {"matters_matter.title": "示例案件", "example_mechanism_casedetail.collected": "0"}
    fields = {name: value for change in entry["changes"] for name, value in change["f"].items()}
    assert (fields["title"], fields["collected"]) == ("改正的题目", 4)
    assert Matter.objects.get(id=matter).title == "改正的题目"
    assert verify_town(town.id).whole


def test_correction_of_a_private_field_tells_no_name(matter, clerk, town):
    party = Party.objects.get(matter_id=matter)
    apply([plan_correction(seen(matter), clerk, {(Party, party.id): {"name": "孙改正"}}, "听错了")], NOW)
    body = json.dumps(last_entry(matter), ensure_ascii=False)
    assert "孙" not in body
    assert "（个人信息）" in body
    party.refresh_from_db()
    assert open_values([party.name]) == {party.name: "孙改正"}
    assert verify_town(town.id).whole


@pytest.mark.parametrize(
    ("values", "reason", "said"),
    [({"title": "新"}, "  ", "要写明理由"), ({"title": "示例案件"}, "再看一遍", "没有改动")],
)
def test_correction_without_reason_or_change_is_refused(matter, clerk, values, reason, said):
    with pytest.raises(NotAllowed, match=said):
        plan_correction(seen(matter), clerk, {(Matter, matter): values}, reason)


def test_correction_of_another_matters_row_is_refused(matter, clerk, town):
    opened_case(command_moment(town), unit_of(town), names=["示例乙"])
    foreign = Party.objects.exclude(matter_id=matter).get().id
    with pytest.raises(NotAllowed, match="不在这件事项里"):
        plan_correction(seen(matter), clerk, {(Party, foreign): {"ordinal": 2}}, "理由")


def test_correcting_voiding_and_erasing_belong_to_their_posts(matter, mediator):
    attempts = [
        lambda: plan_correction(seen(matter), mediator, {(Matter, matter): {"title": "新"}}, "理由"),
        lambda: plan_void(seen(matter), mediator, "理由"),
        lambda: plan_erasure(seen(matter), mediator, ["0" * 64], "理由"),
    ]
    for attempt in attempts:
        with pytest.raises(NotAllowed, match="司法所"):
            attempt()


def test_void_closes_terms_keeps_everything_and_ends_the_steps(matter, clerk, town):
    assert Term.objects.get(matter_id=matter).state == "open"
    apply([plan_void(seen(matter), clerk, "重复登记")], NOW)
    row = Matter.objects.get(id=matter)
    assert (row.voided, row.closed_on, row.number) == (True, clerk.today, "例〔2026〕1号")
    assert Term.objects.get(matter_id=matter).state == "closed"
    assert Finding.objects.filter(matter_id=matter).exists()
    for mode in ("taken", "claimed"):
        answer = plan(seen(matter), [Intent("collect", {}, mode=mode)], clerk)
        assert isinstance(answer, Refused)
        assert "已经作废" in answer.refusals[0].reason
    with pytest.raises(NotAllowed, match="已经作废"):
        plan_void(seen(matter), clerk, "再作废一次")
    assert verify_town(town.id).whole


def test_void_wants_a_reason(matter, clerk):
    with pytest.raises(NotAllowed, match="理由"):
        plan_void(seen(matter), clerk, "")


def test_finding_is_answered_and_stays(matter, clerk, town):
    (finding,) = Finding.objects.filter(matter_id=matter)
    assert (finding.code, finding.step, finding.answer) == ("evidence", "notify", "")
    apply([plan_answer(seen(matter), clerk, [finding.id], "mended", "证据补进来了")], NOW)
    finding.refresh_from_db()
    assert (finding.answer, finding.answer_text, finding.answered_by) == ("mended", "证据补进来了", clerk.acting.actor)
    assert finding.text == "还没有证据。"
    assert last_entry(matter)["kind"] == "answer"
    assert verify_town(town.id).whole


def test_answer_wants_a_reason_a_known_kind_and_a_finding_of_this_matter(matter, clerk, town):
    (finding,) = Finding.objects.filter(matter_id=matter)
    with pytest.raises(NotAllowed, match="理由"):
        plan_answer(seen(matter), clerk, [finding.id], "mended", " ")
    with pytest.raises(ValueError):
        plan_answer(seen(matter), clerk, [finding.id], "forgotten", "算了")
    other = opened_case(command_moment(town), unit_of(town)).matter
    with pytest.raises(NotAllowed, match="不在这件事项里"):
        plan_answer(seen(other), clerk, [finding.id], "mended", "理由")


def test_finding_that_was_deleted_by_hand_is_named(matter, town):
    """Plans know adding and changing only; what is deleted behind their back, verification names."""
    finding = Finding.objects.get(matter_id=matter)
    Finding.objects.filter(id=finding.id)._raw_delete("default")
    places = [problem.place for problem in verify_town(town.id).mismatches]
    assert places == [f"事项 {matter}，procedure_finding {finding.id}：账上有，表里没有"]


def test_reveal_writes_who_which_and_why_and_changes_nothing(matter, clerk):
    before = Matter.objects.values().get(id=matter)
    with pytest.raises(NotAllowed, match="事由"):
        plan_reveal(seen(matter), clerk, fields=["party.name"], reason="")
    apply([plan_reveal(seen(matter), clerk, fields=["party.name"], reason="联系当事人")], NOW)
    entry = last_entry(matter)
    assert (entry["kind"], entry["actor"], entry["note"]) == ("reveal", clerk.acting.actor, {"fields": ["party.name"]})
    assert entry["changes"] == []
    assert Matter.objects.values().get(id=matter) == before


def test_reveal_does_not_make_an_open_form_stale(matter, clerk):
    opened = seen(matter)
    apply([plan_reveal(opened, clerk, fields=["party.name"], reason="联系当事人")], NOW)
    change: dict[Any, Any] = {(Matter, matter): {"title": "新题目"}}
    apply([plan_correction(opened, clerk, change, "写错了")], NOW)
    assert Matter.objects.get(id=matter).title == "新题目"


def test_erasure_empties_store_and_search_and_is_accepted(matter, clerk, town):
    party = Party.objects.get(matter_id=matter)
    assert find(town.id, "孙示例") == [matter]
    apply([plan_erasure(seen(matter), clerk, [party.name, party.telephone], "本人要求删除")], NOW)
    assert open_values([party.name, party.telephone]) == {}
    assert find(town.id, "孙示例") == []
    assert find(town.id, "13800000001") == []
    assert find(town.id, "示例案件") == [matter]
    assert last_entry(matter)["erased"] == [party.name, party.telephone]
    assert verify_town(town.id).whole


def test_corrected_value_is_found_anew_and_can_be_erased_too(matter, clerk, town):
    party = Party.objects.get(matter_id=matter)
    first = party.name
    apply([plan_correction(seen(matter), clerk, {(Party, party.id): {"name": "赵改正"}}, "听错了")], NOW)
    assert find(town.id, "赵改正") == [matter]
    assert find(town.id, "孙示例") == []
    with pytest.raises(NotAllowed, match="不在这件事项里"):
        plan_erasure(seen(matter), clerk, [first], "本人要求删除")
    told = told_commitments(matter)
    apply([plan_erasure(seen(matter), clerk, sorted(told), "本人要求删除", earlier=told)], NOW)
    assert open_values(told) == {}
    assert verify_town(town.id).whole


def test_erasure_wants_a_reason(matter, clerk):
    with pytest.raises(NotAllowed, match="理由"):
        plan_erasure(seen(matter), clerk, [Party.objects.get(matter_id=matter).name], "")


def test_erasure_of_another_matters_value_is_refused(matter, clerk, town):
    opened_case(command_moment(town), unit_of(town), names=["示例乙"])
    foreign = Party.objects.exclude(matter_id=matter).get().name
    with pytest.raises(NotAllowed, match="不在这件事项里"):
        plan_erasure(seen(matter), clerk, [foreign], "本人要求删除")


def test_evidence_is_attached_with_its_hash_and_a_private_title(matter, clerk, town):
    values: dict[str, Any] = {"sha256": "ab" * 32, "size_bytes": 12, "media_type": "image/jpeg", "kind": "photo"}
    apply([plan_attachment(seen(matter), clerk, title="孙示例家的墙", step="collect", **values)], NOW)
    row = Evidence.objects.get(matter_id=matter)
    assert (row.sha256, row.step) == ("ab" * 32, "collect")
    assert open_values([row.title]) == {row.title: "孙示例家的墙"}
    assert "孙示例" not in json.dumps(last_entry(matter), ensure_ascii=False)
    assert verify_town(town.id).whole


def test_person_joins_a_matter_once_and_the_earliest_day_counts(matter, clerk, town):
    def join(day):
        joined = plan_join(seen(matter), clerk, capacity="legal_adviser", name="示例mediator", on=day)
        if joined:
            apply([joined[0]], NOW)
        return joined

    assert join(dt.date(2026, 2, 10))
    assert join(dt.date(2026, 2, 11)) is None
    assert join(dt.date(2026, 2, 3))
    (row,) = Participation.objects.filter(matter_id=matter)
    assert row.joined_on == dt.date(2026, 2, 3)
    assert row.person_id == clerk.directory.person("示例mediator")
    assert verify_town(town.id).whole
