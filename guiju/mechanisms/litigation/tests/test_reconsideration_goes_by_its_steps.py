"""A reconsideration is answered before it is decided; since 2024 it may be heard, with the person in charge."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import load_snapshot

OLD_DAY = dt.date(2022, 6, 8)


def test_decision_wants_the_answer_under_the_article_of_its_time(desk):
    for there, article in ((desk, "第48条"), (desk.on(OLD_DAY), "第23条")):
        matter = there.review()
        (refusal,) = there.answer(matter, "decide", outcome="upheld").refusals
        assert (refusal.code, refusal.basis.label) == ("answered", f"《行政复议法》{article}")
        there.take(matter, "answer")
        there.take(matter, "decide", outcome="upheld")
        there.take(matter, "close")
        assert Matter.objects.get(id=matter).stage == "closed"


def test_only_the_new_act_has_a_hearing(desk):
    old, new = desk.on(OLD_DAY).review(), desk.review()
    steps = [set(load_snapshot(matter).procedure.by_code) for matter in (old, new)]
    assert ["hear" in codes for codes in steps] == [False, True]


def test_absence_from_the_hearing_is_explained_and_somebody_sent(desk):
    matter = desk.review()
    desk.take(matter, "answer")
    assert desk.refusal_codes(matter, "hear", head_appeared="not_head") == ["delegate"]
    absent = {"head_appeared": "not_head", "delegate": "柏青禾"}
    assert desk.refusal_codes(matter, "hear", **absent) == ["absence_reason"]
    desk.take(matter, "hear", **absent, absence_reason="在外地开会")
    assert Matter.objects.get(id=matter).stage == "heard"


def test_matter_keeps_the_act_under_which_it_began(desk):
    matter = desk.on(dt.date(2023, 12, 20)).review()
    there = desk.on(dt.date(2024, 1, 4))
    there.take(matter, "answer")
    assert load_snapshot(matter).procedure.version == "2017"


def test_decision_that_orders_is_performed_first(desk):
    matter = desk.review()
    desk.take(matter, "answer")
    desk.take(matter, "decide", outcome="ordered")
    assert desk.refusal_codes(matter, "close") == ["performed"]


def test_withdrawal_closes_it_without_a_decision(desk):
    matter = desk.review()
    desk.take(matter, "withdraw")
    found = Matter.objects.get(id=matter)
    assert (found.stage, found.outcome) == ("closed", "withdrawn")
