"""A dispute that was handed over is followed until it is settled, taken back or taken off the list."""

from __future__ import annotations

from guiju.kernel.matters.api import Matter
from guiju.mechanisms.screening.models import FactorDetail
from guiju.mechanisms.screening.tests.made_disputes import graded
from tests.invented_desk import DEPARTMENT, TODAY


def state(matter):
    row = Matter.objects.get(id=matter)
    return row.stage, row.outcome, row.closed_on


def test_receiver_must_be_named(desk):
    matter = graded(desk)
    assert desk.refusal_codes(matter, "hand_over") == ["handed_over_to"]
    assert desk.finding_codes(matter, "hand_over") == ["handed_over_to"]


def test_handed_over_dispute_is_open_and_says_where_it_went(desk):
    matter = desk.take(graded(desk), "hand_over", handed_over_to=DEPARTMENT)
    assert state(matter) == ("handed_over", "handed_over", None)
    detail = FactorDetail.objects.get(matter=matter)
    assert (detail.handed_over_to, detail.handed_over_on) == (DEPARTMENT, TODAY)


def test_dispute_taken_back_is_ours_again(desk):
    matter = desk.take(graded(desk), "hand_over", handed_over_to=DEPARTMENT)
    desk.take(matter, "take_back", take_back_reason="不属该部门职责")
    assert state(matter) == ("handling", "ongoing", None)
    assert FactorDetail.objects.get(matter=matter).handed_over_to == ""
    assert desk.refusal_codes(matter, "close") == ["stage"]


def test_dispute_settled_elsewhere_counts_as_settled_and_is_closed(desk):
    matter = desk.take(graded(desk), "hand_over", handed_over_to=DEPARTMENT)
    desk.take(matter, "resolve", outcome_note="部门答复后双方认可")
    desk.take(matter, "close")
    assert state(matter) == ("closed", "resolved", TODAY)
    desk.take(matter, "hear_feedback", feedback="满意")
    assert desk.snapshot(matter).text(FactorDetail.objects.get(matter=matter).feedback) == "满意"


def test_closed_without_settlement_it_stays_handed_over(desk):
    matter = desk.take(graded(desk), "hand_over", handed_over_to=DEPARTMENT)
    desk.take(matter, "close")
    assert state(matter) == ("closed", "handed_over", TODAY)
