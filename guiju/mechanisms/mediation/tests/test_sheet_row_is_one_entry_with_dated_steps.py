"""One row of a committee's register is one mediation: one entry with its dated steps, and findings for what it lacks."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from guiju.kernel.documents.api import Document, NumberSeries
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Origin, Participation
from guiju.kernel.procedure.api import Finding, Planned, Refused, apply
from guiju.mechanisms.mediation.models import MediationDetail
from guiju.mechanisms.mediation.rows import tells_mediation, tells_oral
from guiju.mechanisms.mediation.tests.made_mediations import VILLAGE_COMMITTEE

ACCEPTED, AGREED, PERFORMED, FILED = (dt.date(2022, 3, day) for day in (1, 9, 12, 20))
SETTLED = {
    "number": "林人调〔2022〕7号",
    "registered_on": ACCEPTED,
    "accepted_on": ACCEPTED,
    "source": "police_110",
    "source_number": "FL202200001",
    "applicant": ("谷雨",),
    "applicant_phone": "13800000000",
    "respondent": ("云禾服装加工厂",),
    "dispute_kind": "labour",
    "facts": "两个月工资没有发",
    "mediator": "柏青禾",
    "co_mediator": "桑晓",
    "legal_adviser": "路明",
    "informed_on": ACCEPTED,
    "mediated_on": AGREED,
    "outcome": "agreement",
    "agreement_form": "written",
    "agreement_number": "林人调协〔2022〕5号",
    "agreed_on": AGREED,
    "amount": 5600,
    "performance": "performed",
    "performed_on": PERFORMED,
    "filed_on": FILED,
    "file_number": "林人调卷〔2022〕7号",
}
STEPS = [
    ("register", ACCEPTED),
    ("accept", ACCEPTED),
    ("inform", ACCEPTED),
    ("appoint", ACCEPTED),
    ("mediate", AGREED),
    ("make_agreement", AGREED),
    ("sign_and_seal", AGREED),
    ("take_effect", AGREED),
    ("perform", PERFORMED),
    ("file", FILED),
]
BULK = {
    "number": "A-20220315-3",
    "accepted_on": ACCEPTED,
    "dispute_kind": "property_management",
    "mediator": "柏青禾",
    "mediated_on": AGREED,
    "agreement_number": "林人调协〔2022〕6号",
    "outcome": "agreement",
    "parties": ("谷雨", "夏至", "芒种"),
}


def written(desk, row, tells=tells_mediation):
    planned = desk.told(tells, row)
    assert isinstance(planned, Planned), planned
    return planned, apply([planned.plan], desk.now)[0].matter


def test_full_row_is_one_entry_with_ten_dated_steps_and_no_finding(desk):
    planned, matter = written(desk, SETTLED)
    assert planned.findings == ()
    (entry,) = Entry.objects.filter(matter_id=matter)
    assert [(step["code"], step["event_date"], step["mode"]) for step in json.loads(entry.steps)] == [
        (code, day.isoformat(), "claimed") for code, day in STEPS
    ]
    found = Matter.objects.get(id=matter)
    assert (found.stage, found.outcome, found.closed_on) == ("filed", "agreement", FILED)
    assert (found.number, found.number_imported, found.registered_on) == ("林人调〔2022〕7号", True, ACCEPTED)
    detail = MediationDetail.objects.get(matter=matter)
    assert (detail.agreed_on, detail.amount, detail.performed_on) == (AGREED, 5600, PERFORMED)
    assert (detail.file_number, detail.agreement_form) == ("林人调卷〔2022〕7号", "written")
    joined = Participation.objects.filter(matter=matter).order_by("capacity")
    assert [(row.capacity, row.joined_on) for row in joined] == [
        ("co_mediator", ACCEPTED),
        ("legal_adviser", AGREED),
        ("mediator", ACCEPTED),
    ]


def test_agreement_keeps_the_number_of_the_committees_book_and_lifts_ours(desk):
    _, matter = written(desk, SETTLED)
    paper = Document.objects.get(matter=matter)
    assert (paper.number, paper.number_imported, paper.content, paper.made_on) == (
        "林人调协〔2022〕5号",
        True,
        "",
        AGREED,
    )
    lifted = dict(NumberSeries.objects.values_list("kind", "last"))
    unit = desk.unit(VILLAGE_COMMITTEE)
    assert lifted == {f"mediation.register.{unit}": 7, f"mediation.agreement.{unit}": 5}


def test_bulk_row_agrees_on_the_day_of_its_session_and_its_first_person_applies(desk):
    planned, matter = written(desk, BULK)
    assert [finding.code for finding in planned.findings] == ["informed"]
    detail = MediationDetail.objects.get(matter=matter)
    assert (detail.agreed_on, detail.accepted_on, detail.performance) == (AGREED, ACCEPTED, "ongoing")
    snapshot = desk.snapshot(matter)
    from guiju.kernel.matters.api import Party

    people = [(row["role"], snapshot.text(row["name"])) for row in snapshot.of(Party)]
    assert people == [("applicant", "谷雨"), ("respondent", "夏至"), ("respondent", "芒种")]


def test_agreement_without_a_number_leaves_the_signatures_open(desk):
    planned, matter = written(desk, {**SETTLED, "agreement_number": None})
    assert {finding.code for finding in planned.findings} == {"signed_by_parties", "signed_by_mediator", "sealed"}
    assert Document.objects.filter(matter=matter).count() == 0
    assert Finding.objects.filter(matter=matter, answer="").count() == 3


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"agreed_on": None, "mediated_on": None}, "还没有填“协议日期”。"),
        (
            {"accepted_on": dt.date(2022, 3, 10), "mediated_on": None, "informed_on": None},
            "协议日期2022-03-09早于受理日期2022-03-10，请核对两个日期。",
        ),
        ({"performed_on": dt.date(2022, 3, 2)}, "履行日期2022-03-02早于协议日期2022-03-09，请核对两个日期。"),
        ({"applicant": None}, "还没有填“申请人”。"),
    ],
)
def test_row_that_cannot_be_is_refused_by_name(desk, values, reason):
    answer = desk.told(tells_mediation, {**SETTLED, **values})
    assert isinstance(answer, Refused)
    assert reason in [refusal.reason for refusal in answer.refusals]


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        ({"registered_on": ACCEPTED, "applicant": "谷雨"}, "registered"),
        ({"registered_on": ACCEPTED, "accepted_on": ACCEPTED, "applicant": "谷雨", "outcome": "ongoing"}, "accepted"),
        ({**BULK, "outcome": "ongoing"}, "mediating"),
        ({**BULK, "outcome": "failed"}, "terminated"),
        ({**BULK, "outcome": "withdrawn", "mediated_on": None}, "withdrawn"),
        (BULK, "effective"),
        ({**BULK, "performance": "performed"}, "performed"),
    ],
)
def test_row_goes_as_far_as_the_sheet_tells(desk, row, stage):
    _, matter = written(desk, row)
    assert Matter.objects.get(id=matter).stage == stage


def test_performance_without_a_day_is_known_but_not_dated(desk):
    planned, matter = written(desk, {**BULK, "performance": "performed"})
    assert [finding.code for finding in planned.findings] == ["informed", "day_not_told"]
    detail = MediationDetail.objects.get(matter=matter)
    assert (detail.performance, detail.performed_on) == ("performed", None)


def test_mediation_arises_from_the_order_that_it_names(desk):
    import dataclasses

    order = desk.register(number="FL202200001")
    moment = dataclasses.replace(desk.moment, numbers={"FL202200001": order})
    from guiju.kernel.procedure.api import Snapshot, plan, procedure_in_force

    told = tells_mediation({"unit": desk.unit(VILLAGE_COMMITTEE), **SETTLED}, moment)
    planned = plan(Snapshot(procedure_in_force("mediation", "file", AGREED)), told.intents, moment)
    matter = apply([planned.plan], desk.now)[0].matter
    origin = Origin.objects.get(matter_id=matter)
    assert (origin.source_id, origin.reason) == (order, "diverted")


def test_city_page_without_names_is_recorded_and_says_so(desk):
    row = {"accepted_on": AGREED, "place": "现场", "outcome": "agreement", "agreement_text": "当面道歉"}
    planned, matter = written(desk, row, tells_oral)
    assert [finding.code for finding in planned.findings] == ["parties"]
    found = Matter.objects.get(id=matter)
    assert (found.kind, found.outcome, found.closed_on) == ("oral", "agreement", AGREED)
