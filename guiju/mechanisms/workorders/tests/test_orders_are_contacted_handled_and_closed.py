"""A diverted call: the people are contacted within the town's own day, handled as it really was, told back."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Planned
from guiju.kernel.terms.api import Term
from guiju.mechanisms.workorders.models import WorkOrderDetail
from guiju.mechanisms.workorders.tests.made_orders import diverted
from tests.invented_desk import DEPARTMENT, TODAY, VILLAGE_COMMITTEE

CONTACT = "diversion.contact"


def state(matter):
    row = Matter.objects.get(id=matter)
    return row.stage, row.outcome, row.closed_on


def test_order_to_mediation_goes_to_the_committee_of_the_village(desk):
    row = Matter.objects.get(id=diverted(desk))
    assert (row.unit_id, row.title) == (desk.unit(VILLAGE_COMMITTEE), "林泉村：邻里纠纷（110分流）")
    assert (row.number, row.number_imported, row.event_date) == ("远分流〔2026〕1号", False, TODAY)


def test_contact_is_the_towns_own_requirement_and_never_red(desk):
    matter = diverted(desk)
    term = Term.objects.get(matter=matter)
    assert (term.rule, term.force, term.red, term.due_on) == (CONTACT, "内部要求", False, dt.date(2026, 3, 13))
    desk.take(matter, "contact", contact_way="telephone")
    assert Term.objects.get(matter=matter).state == Term.State.MET


def test_late_contact_is_late_and_still_not_red(desk):
    matter = diverted(desk)
    desk.on(dt.date(2026, 3, 20)).take(matter, "contact")
    term = Term.objects.get(matter=matter)
    assert (term.state, term.red) == (Term.State.LATE, False)


@pytest.mark.parametrize(
    "values", [{"destination": "department"}, {"dispatched_on": dt.date(2020, 5, 6), "called_on": None}]
)
def test_no_period_runs_for_departments_or_before_the_town_set_one(desk, values):
    assert not Term.objects.filter(matter=diverted(desk, **values)).exists()


def test_order_is_handled_closed_and_called_back(desk):
    matter = diverted(desk)
    assert desk.refusal_codes(matter, "close") == ["stage"]
    desk.take(matter, "contact")
    desk.take(matter, "handle", outcome="settled_on_the_spot", outcome_note="各退一步")
    assert state(matter) == ("handled", "settled_on_the_spot", None)
    desk.take(matter, "close")
    desk.take(matter, "call_back", satisfaction="mostly")
    assert state(matter) == ("closed", "settled_on_the_spot", TODAY)
    assert WorkOrderDetail.objects.get(matter=matter).satisfaction == "mostly"


def test_handling_before_contact_warns_and_passes_with_a_reason(desk):
    matter = diverted(desk)
    answer = desk.answer(matter, "handle", outcome="dispersed")
    assert [(refusal.code, refusal.hard) for refusal in answer.refusals] == [("contacted", False)]
    assert isinstance(desk.answer(matter, "handle", outcome="dispersed", reasons={"contacted": "民警已带到"}), Planned)
    desk.take(matter, "handle", outcome="repeated")
    desk.take(matter, "close")
    assert Term.objects.get(matter=matter).state == Term.State.CLOSED


def test_order_goes_back_only_with_a_reason_and_by_its_own_step(desk):
    matter = diverted(desk)
    assert desk.refusal_codes(matter, "give_back") == ["return_reason"]
    assert "input" in desk.refusal_codes(matter, "handle", outcome="returned")
    desk.take(matter, "give_back", return_reason="地址在外镇")
    assert state(matter) == ("returned", "returned", TODAY)
    assert desk.snapshot(matter).text(WorkOrderDetail.objects.get(matter=matter).return_reason) == "地址在外镇"


def test_department_order_keeps_its_department(desk):
    matter = diverted(desk, destination="department", unit=desk.unit(DEPARTMENT))
    row = Matter.objects.get(id=matter)
    assert (row.unit_id, row.title) == (desk.unit(DEPARTMENT), "林泉村：非警务警情（110分流）")
    assert WorkOrderDetail.objects.get(matter=matter).destination_name == DEPARTMENT


def test_days_that_cannot_be_are_slips(desk):
    matter = diverted(desk)
    assert desk.refusal_codes(matter, "contact", contacted_on=TODAY - dt.timedelta(days=1)) == ["input"]
    assert desk.refusal_codes(matter, "contact", contacted_on=TODAY + dt.timedelta(days=1)) == ["input"]
