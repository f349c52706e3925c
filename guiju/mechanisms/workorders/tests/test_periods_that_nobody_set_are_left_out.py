"""In a town whose rulepacks set no period of its own, an order is taken in, told and handled; what is not counted is said."""

from __future__ import annotations

import pytest

from guiju.kernel.ledger.api import verify_town
from guiju.kernel.procedure.api import Intent, Planned, Snapshot, consequences, procedure_in_force, unset_terms
from guiju.kernel.terms.api import Term
from guiju.mechanisms.workorders.tests.made_orders import diverted, hotline_order
from tests.invented_desk import TODAY


@pytest.fixture
def plain_desk(desk, settings):
    """The desk of a town with nothing but the rulepacks of the nation and the city."""
    settings.GUIJU_RULEPACKS = ["cn", "cn-sh"]
    return desk


def rules(matter):
    return set(Term.objects.filter(matter=matter).values_list("rule", flat=True))


def told(desk, matter):
    return [term.rule for term in unset_terms(desk.snapshot(matter), desk.moment)]


def test_steps_are_taken_without_the_period(plain_desk):
    order, call = hotline_order(plain_desk), diverted(plain_desk)
    assert rules(order) == {"hotline.handle.ordinary"}
    assert rules(call) == set()
    assert told(plain_desk, order) == ["hotline.contact"]
    assert told(plain_desk, call) == ["diversion.contact"]
    for matter in (order, call):
        plain_desk.take(matter, "contact")
    plain_desk.take(order, "handle", outcome="explained")
    plain_desk.take(order, "call_back", satisfaction="dissatisfied")
    plain_desk.take(order, "dispatch_again")
    assert told(plain_desk, order) == ["hotline.contact", "hotline.handle.again"]
    assert verify_town(plain_desk.town.id).whole


@pytest.mark.parametrize("mode", ["taken", "claimed"])
def test_who_submits_is_told_before(plain_desk, mode):
    values = {"dispatched_on": TODAY, "destination": "mediation", "unit": plain_desk.unit(), "facts": "示例"}
    answer = plain_desk.planned("diversion_110", [Intent("divert", values, mode=mode)])
    assert isinstance(answer, Planned)
    assert [term.rule for term in answer.unset] == ["diversion.contact"]
    before = Snapshot(procedure_in_force("workorders", "diversion_110", TODAY))
    (line,) = [item.text for item in consequences(answer, before, 1) if item.kind == "term"]
    assert "登记分流工单" in line
    assert "没有设定" in line


def test_call_for_a_department_waits_for_no_contact(plain_desk):
    assert told(plain_desk, diverted(plain_desk, destination="department")) == []


def test_where_the_town_has_set_them_nothing_is_left_out(desk):
    order, call = hotline_order(desk), diverted(desk)
    assert told(desk, order) == told(desk, call) == []
    assert rules(call) == {"diversion.contact"}
