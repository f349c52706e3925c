"""Planning is pure: it makes no query, changes nothing it was given, and says the same each time."""

from __future__ import annotations

import pytest

from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import (
    Finding,
    Intent,
    NotAllowed,
    Planned,
    Refused,
    Snapshot,
    consequences,
    offers,
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
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import (
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
def case():
    """A town's moment and a case with evidence, loaded with its findings."""
    town = found_town()
    moment = command_moment(town)
    done = opened_case(moment, unit_of(town), names=["示例甲"])
    take(done.matter, moment, Intent("notify", {}, mode="claimed"), "collect")
    return moment, loaded(done.matter, rows=(Finding, Term)), unit_of(town)


def test_every_planning_function_is_free_of_queries(case, django_assert_num_queries):
    moment, snapshot, unit = case
    finding = next(iter(snapshot.rows[Finding]))
    before = repr((snapshot.matter, snapshot.detail, snapshot.rows, snapshot.facts, snapshot.steps))
    with django_assert_num_queries(0):
        for _ in range(2):
            answer = plan(snapshot, [Intent("notify")], moment)
            assert isinstance(answer, Planned)
            consequences(answer, snapshot, 5)
            assert isinstance(plan(snapshot, [Intent("decide")], moment), Refused)
            assert isinstance(plan(snapshot, [Intent("decide", mode="claimed")], moment), Planned)
            assert isinstance(plan(Snapshot(CASE), [registration(unit)], moment), Planned)
            assert len(offers(snapshot, moment)) == len([s for s in CASE.steps if "open" in s.frm])
            plan_correction(snapshot, moment, {(CaseDetail, snapshot.key): {"collected": 9}}, "数错了")
            plan_answer(snapshot, moment, [finding], "reason", "有纸质记录")
            plan_attachment(
                snapshot, moment, sha256="0" * 64, size_bytes=1, media_type="image/png", title="照片", kind="photo"
            )
            plan_erasure(snapshot, moment, ["0" * 64], "本人要求", earlier={"0" * 64})
            plan_reveal(snapshot, moment, fields=["party.name"], reason="核对")
            plan_join(snapshot, moment, capacity="legal_adviser", name="示例某人", on=moment.today)
            plan_void(snapshot, moment, "登记错了")
    assert repr((snapshot.matter, snapshot.detail, snapshot.rows, snapshot.facts, snapshot.steps)) == before


def test_same_question_gets_the_same_answer(case):
    moment, snapshot, _ = case
    intent = Intent("decide", mode="claimed")
    first, second = (planned(snapshot, [intent], moment) for _ in range(2))
    assert [(f.code, f.reason) for f in first.findings] == [(f.code, f.reason) for f in second.findings]
    assert [(c.model, c.op, sorted(c.values)) for c in first.plan.changes] == [
        (c.model, c.op, sorted(c.values)) for c in second.plan.changes
    ]
    assert first.after.facts == second.after.facts


def test_plan_that_is_not_applied_leaves_nothing(case):
    moment, snapshot, _ = case
    entries = Entry.objects.count()
    plan(snapshot, [Intent("notify")], moment)
    assert Entry.objects.count() == entries
    assert loaded(snapshot.key).facts == snapshot.facts


def test_refusals_need_no_query_either(case, django_assert_num_queries):
    moment, snapshot, _ = case
    with django_assert_num_queries(0), pytest.raises(NotAllowed):
        plan_void(snapshot, moment, " ")
