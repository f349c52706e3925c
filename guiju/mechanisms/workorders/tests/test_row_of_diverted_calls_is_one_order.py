"""One row of a register of diverted calls is one order; where it went stands in a column or shows by the unit."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import Refused
from guiju.kernel.terms.api import Term
from guiju.mechanisms.workorders.models import WorkOrderDetail
from guiju.mechanisms.workorders.rows import tells_diversion
from tests.invented_desk import DEPARTMENT, VILLAGE_COMMITTEE

SENT, BACK = dt.date(2022, 3, 1), dt.date(2022, 3, 4)
ROW = {
    "number": "FL202200001",
    "called_on": SENT,
    "dispatched_on": SENT,
    "destination": "人民调解",
    "dispute_kind": "neighbour",
    "caller": "谷雨",
    "caller_phone": "19900001234",
    "facts": "谷雨与邻居因漏水吵架",
    "outcome": "dispersed",
    "closed_on": BACK,
}


def told(desk, **values):
    row = {"unit": desk.unit(VILLAGE_COMMITTEE), **ROW, **values}
    return desk.told(tells_diversion, row)


def written(desk, **values):
    planned = told(desk, **values)
    return planned, Matter.objects.get(id=desk.write(planned))


def test_finished_row_is_closed_without_finding_or_term(desk):
    planned, matter = written(desk)
    assert planned.findings == ()
    assert (matter.stage, matter.outcome, matter.closed_on) == ("closed", "dispersed", BACK)
    assert (matter.number, matter.number_imported, matter.master) == ("FL202200001", True, "")
    assert not Term.objects.filter(matter=matter).exists()
    assert WorkOrderDetail.objects.get(matter=matter).contacted_on is None  # the sheet does not say when


@pytest.mark.parametrize(
    ("values", "stage", "outcome", "findings", "terms"),
    [
        ({"outcome": None, "closed_on": None}, "dispatched", "", [], ["open"]),
        ({"closed_on": None}, "handled", "dispersed", ["day_not_told"], []),
        ({"outcome": "returned", "note": "地址在外镇"}, "returned", "returned", [], []),
        ({"outcome": "returned"}, "returned", "returned", ["return_reason"], []),
        ({"outcome": "written_agreement"}, "closed", "written_agreement", ["mediation_number"], []),
        ({"outcome": None}, "closed", "", ["stage"], []),
    ],
)
def test_row_goes_as_far_as_the_sheet_tells(desk, values, stage, outcome, findings, terms):
    planned, matter = written(desk, **values)
    assert (matter.stage, matter.outcome) == (stage, outcome)
    assert [finding.code for finding in planned.findings] == findings
    assert [term.state for term in Term.objects.filter(matter=matter)] == terms


@pytest.mark.parametrize(
    ("said", "unit", "destination"),
    [
        ("人民调解", VILLAGE_COMMITTEE, "mediation"),
        ("镇调委会", VILLAGE_COMMITTEE, "mediation"),
        (None, VILLAGE_COMMITTEE, "mediation"),
        (DEPARTMENT, DEPARTMENT, "department"),
        (None, DEPARTMENT, "department"),
    ],
)
def test_destination_stands_in_its_column_or_shows_by_the_unit(desk, said, unit, destination):
    _, matter = written(desk, destination=said, unit=desk.unit(unit), outcome="forwarded")
    detail = WorkOrderDetail.objects.get(matter=matter)
    assert (detail.destination, detail.destination_name) == (destination, said or unit)
    assert matter.unit_id == desk.unit(unit)


def test_police_number_is_the_masters(desk):
    _, matter = written(desk, number="2022030100017", master="110接处警")
    assert (matter.master, matter.master_number) == ("110接处警", "2022030100017")


@pytest.mark.parametrize("values", [{"closed_on": dt.date(2022, 2, 1)}, {"called_on": BACK}])
def test_days_out_of_order_are_refused(desk, values):
    answer = told(desk, **values)
    assert isinstance(answer, Refused)
    assert [refusal.code for refusal in answer.refusals] == ["input"]


def test_telephone_is_kept_where_no_name_was_left(desk):
    _, matter = written(desk, caller=None)
    snapshot = desk.snapshot(matter.id)
    (party,) = snapshot.of(Party)
    assert (party["organisation"], snapshot.text(party["telephone"])) == ("未留姓名", "19900001234")
    _, other = written(desk, caller=None, caller_phone=None, number="FL202200002")
    assert not Party.objects.filter(matter=other).exists()


def test_firm_that_calls_is_no_person(desk):
    _, matter = written(desk, caller="云禾服装加工厂")
    assert Party.objects.get(matter=matter).organisation == "云禾服装加工厂"


def test_caller_and_call_stand_nowhere_in_clear(desk):
    _, matter = written(desk, place="林泉村3组谷雨家", note="谷雨情绪激动", caller_address="谷雨家")
    bodies = "".join(Entry.objects.values_list("body", flat=True))
    row = WorkOrderDetail.objects.filter(matter=matter).values().get()
    clear = bodies + matter.title + "".join(str(value) for value in row.values())
    assert "谷雨" not in clear
    assert "19900001234" not in clear
