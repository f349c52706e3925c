"""A suit cannot be heard or decided as if the town had answered; who appears is settled for every hearing."""

from __future__ import annotations

import pytest

from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.api import Planned
from guiju.mechanisms.litigation.models import CourtHearing, LitigationDetail


def test_hearing_wants_the_answer_and_who_appears(desk):
    matter = desk.suit()
    assert desk.refusal_codes(matter, "hear", head_appeared="head") == ["answered", "appearance_arranged"]
    refused = desk.answer(matter, "hear", head_appeared="head").refusals
    assert [(item.basis.label, item.hard) for item in refused] == [
        ("《行政诉讼法》第67条", True),
        ("《行政诉讼法》第3条", True),
    ]
    desk.heard(matter)
    assert Matter.objects.get(id=matter).stage == "heard"


def test_third_party_may_be_heard_without_an_answer(desk):
    matter = desk.suit(standing="third_party")
    desk.take(matter, "hear", head_appeared="not_head")
    assert Matter.objects.get(id=matter).stage == "heard"


def test_second_hearing_is_arranged_anew(desk):
    matter = desk.suit()
    desk.heard(matter)
    assert desk.refusal_codes(matter, "hear", head_appeared="head") == ["appearance_arranged"]
    desk.heard(matter, head_appeared="not_head", delegate="柏青禾")
    assert list(CourtHearing.objects.filter(matter=matter).order_by("ordinal").values_list("ordinal", flat=True)) == [
        1,
        2,
    ]
    assert LitigationDetail.objects.get(matter=matter).head_appeared == "head"  # was there once


def test_person_in_charge_who_cannot_come_sends_staff(desk):
    matter = desk.suit()
    desk.take(matter, "answer")
    assert desk.refusal_codes(matter, "arrange", hearing_on=desk.day, head_attends="not_head") == ["delegate"]
    desk.take(matter, "arrange", hearing_on=desk.day, head_attends="not_head", delegate="柏青禾")
    assert desk.refusal_codes(matter, "hear", head_appeared="not_head") == ["delegate"]
    desk.take(matter, "hear", head_appeared="not_head", delegate="柏青禾", legal_adviser="路明")
    joined = Participation.objects.filter(matter=matter).order_by("capacity")
    assert [(row.capacity, row.person.code) for row in joined] == [("delegate", "lead"), ("legal_adviser", "adviser")]


def test_hearing_held_without_an_answer_is_recordable_and_leaves_findings(desk):
    matter = desk.suit()
    planned = desk.answer(matter, "hear", mode="claimed", head_appeared="head")
    assert isinstance(planned, Planned)
    assert {finding.code for finding in planned.findings} == {"answered", "appearance_arranged"}


def test_judgment_without_an_answer_is_refused_and_told_what_to_do(desk):
    matter = desk.suit()
    (refusal,) = desk.answer(matter, "decide", outcome="claim_dismissed").refusals
    assert (refusal.code, refusal.remedy_step) == ("answered", "answer")


def test_order_of_the_court_is_performed_before_the_case_is_closed(desk):
    matter = desk.suit()
    desk.heard(matter)
    desk.take(matter, "decide", outcome="ordered")
    assert desk.refusal_codes(matter, "close") == ["performed"]
    desk.take(matter, "perform", performance="已重新作出决定")
    desk.take(matter, "close")
    found = Matter.objects.get(id=matter)
    assert (found.stage, found.outcome, found.closed_on) == ("closed", "ordered", desk.day)


def test_closing_before_performance_needs_a_written_reason(desk):
    matter = desk.suit()
    desk.heard(matter)
    desk.take(matter, "decide", outcome="ordered")
    planned = desk.answer(matter, "close", reasons={"performed": "对方已书面免除"})
    assert isinstance(planned, Planned)
    assert [finding.code for finding in planned.findings] == ["performed"]


@pytest.mark.parametrize("outcome", ["claim_dismissed", "rejected", "settled", "unlawful"])
def test_outcome_that_orders_nothing_closes_at_once(desk, outcome):
    matter = desk.suit()
    desk.heard(matter)
    desk.take(matter, "decide", outcome=outcome)
    assert desk.refusal_codes(matter, "perform", performance="无") == ["to_perform"]
    desk.take(matter, "close")


def test_appeal_opens_the_case_again_and_the_later_judgment_stands(desk):
    matter = desk.suit()
    desk.heard(matter)
    desk.take(matter, "decide", outcome="revoked")
    desk.take(matter, "appeal", appealed_by="ours", authority="示例市第二中级人民法院")
    assert Matter.objects.get(id=matter).outcome == ""
    desk.heard(matter)
    desk.take(matter, "decide", outcome="claim_dismissed")
    desk.take(matter, "close")
    assert Matter.objects.get(id=matter).outcome == "claim_dismissed"


def test_days_out_of_order_are_slips(desk):
    import datetime as dt

    matter = desk.suit()
    assert desk.refusal_codes(matter, "answer", answered_on=desk.day - dt.timedelta(days=1)) == ["input"]
    assert desk.refusal_codes(matter, "answer", answered_on=desk.day + dt.timedelta(days=1)) == ["input"]
