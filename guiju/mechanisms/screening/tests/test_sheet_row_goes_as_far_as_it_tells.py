"""One row of a screening sheet is one dispute: found, graded, taken up, handed over or settled, as far as it tells."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import Refused
from guiju.mechanisms.screening.models import FactorDetail
from guiju.mechanisms.screening.rows import tells_factor
from tests.invented_desk import DEPARTMENT

FOUND, CLOSED = dt.date(2022, 3, 1), dt.date(2022, 3, 9)
FULL = {
    "event_date": FOUND,
    "number": "青排查〔2022〕7号",
    "campaign": "常态排查",
    "subject": "谷雨家楼上漏水",
    "dispute_kind": "neighbour",
    "grade": "ordinary",
    "persons": 3,
    "parties": ("谷雨", "云禾服装加工厂"),
    "measures": "上门劝解",
    "outcome": "resolved",
    "closed_on": CLOSED,
    "screened_by": "柏青禾",
}


def told(desk, **values):
    row = {"unit": desk.unit(), **FULL, **values}
    return desk.told(tells_factor, row)


def written(desk, **values):
    planned = told(desk, **values)
    return planned, Matter.objects.get(id=desk.write(planned))


def test_full_row_is_one_entry_with_its_steps_and_no_finding(desk):
    planned, matter = written(desk)
    assert planned.findings == ()
    (entry,) = Entry.objects.filter(matter_id=matter.id)
    assert [(step["code"], step["event_date"]) for step in json.loads(entry.steps)] == [
        ("register", "2022-03-01"),
        ("assess", "2022-03-01"),
        ("handle", "2022-03-01"),
        ("resolve", "2022-03-09"),
        ("close", "2022-03-09"),
    ]
    assert (matter.stage, matter.outcome, matter.event_date, matter.closed_on) == ("closed", "resolved", FOUND, CLOSED)
    detail = FactorDetail.objects.get(matter=matter)
    assert (detail.resolved_on, detail.persons, detail.grade) == (CLOSED, 3, "ordinary")


@pytest.mark.parametrize(
    ("values", "stage", "outcome", "findings"),
    [
        ({"outcome": None, "closed_on": None, "measures": None}, "assessed", "", []),
        ({"outcome": None, "closed_on": None}, "handling", "ongoing", []),
        ({"outcome": "ongoing", "closed_on": None}, "handling", "ongoing", []),
        ({"outcome": "ongoing", "closed_on": None, "measures": None}, "handling", "ongoing", ["measures"]),
        ({"closed_on": None}, "closed", "resolved", ["day_not_told"]),
        (
            {"outcome": "handed_over", "closed_on": None, "handed_over_to": DEPARTMENT, "handed_over_on": CLOSED},
            "handed_over",
            "handed_over",
            [],
        ),
        (
            {"outcome": "handed_over", "closed_on": None},
            "handed_over",
            "handed_over",
            ["handed_over_to", "day_not_told"],
        ),
        ({"grade": None, "measures": None}, "closed", "resolved", ["stage"]),
        ({"outcome": None, "measures": None}, "closed", "", ["stage"]),
    ],
)
def test_row_goes_as_far_as_the_sheet_tells(desk, values, stage, outcome, findings):
    planned, matter = written(desk, **values)
    assert (matter.stage, matter.outcome) == (stage, outcome)
    assert [finding.code for finding in planned.findings] == findings


def test_settlement_without_a_day_is_known_but_not_dated(desk):
    _, matter = written(desk, closed_on=None)
    assert FactorDetail.objects.get(matter=matter).resolved_on is None


def test_day_before_the_dispute_was_found_is_named(desk):
    answer = told(desk, closed_on=dt.date(2022, 2, 1))
    assert isinstance(answer, Refused)
    assert answer.refusals[0].reason == "化解日期2022-02-01早于排查日期2022-03-01，请核对两个日期。"


def test_identity_number_belongs_to_the_first_person_and_firms_are_no_persons(desk):
    _, matter = written(desk, party_id="310100199001010003")
    snapshot = desk.snapshot(matter.id)
    parties = [
        (row["ordinal"], snapshot.text(row["name"]), row["organisation"], snapshot.text(row["id_number"]))
        for row in snapshot.of(Party)
    ]
    assert parties == [(1, "谷雨", "", "310100199001010003"), (2, "", "云禾服装加工厂", "")]


def test_names_and_what_was_told_stand_nowhere_in_clear(desk):
    _, matter = written(desk, facts="谷雨说楼上不肯修", note="谷雨联系不便", feedback="谷雨满意")
    bodies = "".join(Entry.objects.values_list("body", flat=True))
    row = FactorDetail.objects.filter(matter=matter).values().get()
    assert "谷雨" not in bodies + matter.title + "".join(str(value) for value in row.values())
    assert "云禾服装加工厂" in bodies
