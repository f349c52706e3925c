"""A term is extended by whom its rule names, by no more than the rule gives, while it runs; paper is recorded."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Finding,
    Intent,
    NotAllowed,
    Planned,
    Refused,
    apply,
    moment_for,
    plan,
    plan_extension,
)
from guiju.kernel.terms.api import Term
from tests.example_mechanism.towns import NOW, acting_in, command_moment, found_town, loaded, opened_case, take, unit_of

pytestmark = pytest.mark.django_db
SEALED = dt.date(2026, 3, 2)
PLAIN = dt.date(2026, 4, 1)  # thirty days
BY: dict[str, Any] = {"reason": "情况复杂，检测没有完成", "approved_by": "示例负责人"}


@pytest.fixture
def town():
    return found_town()


@pytest.fixture
def leader(town):
    return moment_for(acting_in(town, "leader", unit_of(town, "office")), NOW)


@pytest.fixture
def clerk(town):
    return moment_for(acting_in(town, "justice_clerk", unit_of(town, "office")), NOW)


@pytest.fixture
def matter(town):
    matter = opened_case(command_moment(town), unit_of(town)).matter
    take(matter, command_moment(town), "seal")
    return matter


def term(matter, rule="coercion.seal") -> Term:
    return Term.objects.get(matter=matter, rule=rule)


def test_whom_the_rule_names_extends(town, leader, matter):
    done = apply([plan_extension(loaded(matter), leader, term(matter).id, 20, approved_on=SEALED, **BY)], NOW)[0]
    extended = term(matter)
    assert (extended.due_on, extended.extended_by) == (PLAIN + dt.timedelta(20), "20")
    assert "经行政机关负责人批准延长20日" in extended.explanation
    told = json.loads(Entry.objects.get(town_id=town.id, index=done.index).body)
    assert told["reason"] == BY["reason"]
    assert told["note"]["approved_by"] == "示例负责人"
    assert (told["note"]["due_before"], told["note"]["due_after"]) == ("2026-04-01", "2026-04-21")
    assert verify_town(town.id).whole


def test_more_than_the_rule_gives_is_refused_also_in_parts(leader, matter):
    with pytest.raises(NotAllowed, match="最多延长30日"):
        plan_extension(loaded(matter), leader, term(matter).id, 31, approved_on=SEALED, **BY)
    apply([plan_extension(loaded(matter), leader, term(matter).id, 20, approved_on=SEALED, **BY)], NOW)
    with pytest.raises(NotAllowed, match="已经延长20日"):
        plan_extension(loaded(matter), leader, term(matter).id, 11, approved_on=SEALED, **BY)
    plan_extension(loaded(matter), leader, term(matter).id, 10, approved_on=SEALED, **BY)


def test_rule_without_extension_is_not_extended(town, leader, matter):
    take(matter, command_moment(town), Intent("decide", mode="claimed"), "revoke")
    key = term(matter, "penalty.publicity.withdraw").id
    with pytest.raises(NotAllowed, match="没有可以延长的规定"):
        plan_extension(loaded(matter), leader, key, 5, approved_on=SEALED, **BY)


def test_other_posts_record_the_approval_on_paper(town, clerk, matter):
    with pytest.raises(NotAllowed, match="由行政机关负责人批准。请交给行政机关负责人、分管领导办理"):
        plan_extension(loaded(matter), clerk, term(matter).id, 20, approved_on=SEALED, **BY)
    told = plan_extension(loaded(matter), clerk, term(matter).id, 20, approved_on=SEALED, mode="claimed", **BY)
    assert (told.actor, told.medium, told.steps[0].mode) == ("示例负责人", "paper", "claimed")
    apply([told], NOW)
    assert term(matter).due_on == PLAIN + dt.timedelta(20)
    mediator = moment_for(acting_in(town, "mediator", unit_of(town, "mc")), NOW)
    with pytest.raises(NotAllowed, match="补记书面批准"):
        plan_extension(loaded(matter), mediator, term(matter).id, 5, approved_on=SEALED, mode="claimed", **BY)


def test_extension_after_the_last_day_is_refused_here_and_found_on_paper(town, matter):
    later = dt.datetime(2026, 4, 3, 2, tzinfo=dt.UTC)
    leader = moment_for(acting_in(town, "leader", unit_of(town, "office")), later)
    with pytest.raises(NotAllowed, match="2026-04-01届满"):
        plan_extension(loaded(matter), leader, term(matter).id, 20, approved_on=leader.today, **BY)
    on_paper = plan_extension(
        loaded(matter), leader, term(matter).id, 20, approved_on=leader.today, mode="claimed", **BY
    )
    apply([on_paper], later)
    assert Finding.objects.get(matter_id=matter).code == "extended_late"


@pytest.mark.parametrize("approved_on", [SEALED - dt.timedelta(1), SEALED + dt.timedelta(1)])
def test_day_of_approval_lies_between_beginning_and_today(leader, matter, approved_on):
    with pytest.raises(NotAllowed, match="批准日期"):
        plan_extension(loaded(matter), leader, term(matter).id, 20, approved_on=approved_on, **BY)


def test_reason_approver_and_running_term_are_wanted(town, leader, matter):
    key = term(matter).id
    for missing in ("reason", "approved_by"):
        with pytest.raises(NotAllowed, match="理由和批准人"):
            plan_extension(loaded(matter), leader, key, 20, approved_on=SEALED, **{**BY, missing: " "})
    take(matter, command_moment(town), "lift")
    with pytest.raises(NotAllowed, match="已经不在计算"):
        plan_extension(loaded(matter), leader, key, 20, approved_on=SEALED, **BY)


def test_step_extends_within_the_rule_or_is_refused(town, matter):
    moment = command_moment(town)
    refused = plan(loaded(matter), [Intent("prolong", {"extended_by": 31})], moment)
    assert isinstance(refused, Refused)
    assert "最多延长30日" in refused.refusals[0].reason
    take(matter, moment, Intent("prolong", {"extended_by": 15}))
    assert term(matter).due_on == PLAIN + dt.timedelta(15)
    claimed = plan(loaded(matter), [Intent("prolong", {"extended_by": 40}, mode="claimed")], moment)
    assert isinstance(claimed, Planned)
    assert [remark.code for remark in claimed.findings] == ["extension"]
    apply([claimed.plan], NOW)
    assert term(matter).due_on == PLAIN + dt.timedelta(30), "what goes beyond the rule is not counted"


def test_step_that_extends_nothing_is_refused(town, matter):
    take(matter, command_moment(town), "lift")
    refused = plan(loaded(matter, rows=KERNEL_ROWS), [Intent("prolong", {"extended_by": 5})], command_moment(town))
    assert isinstance(refused, Refused)
    assert "没有在计算" in refused.refusals[0].reason


def test_frozen_matter_is_extended_on_paper_only(leader, matter):
    frozen = loaded(matter)
    frozen.matter["frozen_on"] = SEALED
    with pytest.raises(NotAllowed, match="与留痕不符"):
        plan_extension(frozen, leader, term(matter).id, 20, approved_on=SEALED, **BY)
    recorded = plan_extension(frozen, leader, term(matter).id, 20, approved_on=SEALED, mode="claimed", **BY)
    assert [change.values["code"] for change in recorded.changes if change.model is Finding] == ["frozen"]
