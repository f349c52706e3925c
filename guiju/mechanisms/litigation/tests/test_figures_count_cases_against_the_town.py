"""Cases against the town count, those beside it do not; nought is derived, and shares tell both their numbers."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.indicators.api import derive, indicator_of
from guiju.kernel.procedure.api import apply, load_snapshot, plan_void
from guiju.mechanisms.litigation.rows import tells_reconsideration
from guiju.mechanisms.litigation.tests.made_cases import YEAR

COUNTS = ("litigation.cases", "litigation.third_party", "litigation.lost", "reconsideration.cases")


def test_no_case_is_nought_and_no_share(desk):
    assert [desk.figure(name) for name in COUNTS] == [0, 0, 0, 0]
    assert desk.figure("litigation.head_appeared") is None


def test_defendant_counts_and_third_party_counts_apart(desk):
    desk.suit()
    desk.suit(standing="third_party")
    desk.review()
    desk.review(standing="third_party")
    assert [desk.figure(name) for name in COUNTS] == [1, 1, 0, 1]


def test_lost_and_corrected_count_in_the_year_of_the_decision(desk):
    last_year = desk.on(dt.date(2025, 12, 1))
    suit, review = last_year.suit(), last_year.review()
    desk.heard(suit)
    desk.take(suit, "decide", outcome="partly_revoked")
    desk.take(review, "answer")
    desk.take(review, "decide", outcome="unlawful")
    names = ("litigation.cases", "litigation.lost", "reconsideration.cases", "reconsideration.corrected")
    assert [desk.figure(name) for name in names] == [0, 1, 0, 1]


def test_upheld_is_neither_lost_nor_corrected(desk):
    review = desk.review()
    desk.take(review, "answer")
    desk.take(review, "decide", outcome="upheld")
    assert desk.figure("reconsideration.corrected") == 0


def test_appearance_is_a_share_of_the_cases_that_were_heard(desk):
    first, second = desk.suit(), desk.suit()
    desk.suit()  # not heard yet
    desk.heard(first)
    desk.heard(second, head_appeared="not_head", delegate="柏青禾")
    share = derive(indicator_of("litigation.head_appeared"), desk.town.id, YEAR)
    assert (share.numerator, share.denominator, share.value) == (1, 2, 50)


def test_answers_in_time_are_a_share_of_those_whose_term_is_known(desk):
    in_time, late = desk.review(), desk.review()
    desk.later(3).take(in_time, "answer")
    desk.later(40).take(late, "answer")
    row = {"accepted_on": dt.date(2026, 1, 5), "title": "对答复不服", "answered_on": dt.date(2026, 3, 2)}
    desk.written(desk.told(tells_reconsideration, **row))  # nobody knows when the copy came
    share = derive(indicator_of("reconsideration.answered_in_time"), desk.town.id, YEAR)
    assert (share.numerator, share.denominator) == (1, 2)


def test_voided_case_counts_nowhere(desk):
    matter = desk.suit()
    apply([plan_void(load_snapshot(matter), desk.moment, "重复登记")], desk.now)
    assert desk.figure("litigation.cases") == 0
