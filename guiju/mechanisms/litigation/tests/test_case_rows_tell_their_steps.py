"""A row of the registers tells notice, answer, judgment and end, and no more; what is missing is asked or found."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter, Origin, Party
from guiju.kernel.organisation.api import Acting, HeldPost
from guiju.kernel.procedure.api import Planned, Unclear
from guiju.mechanisms.litigation.models import LitigationDetail
from guiju.mechanisms.litigation.rows import tells_reconsideration, tells_suit
from guiju.mechanisms.litigation.tests.made_cases import GOVERNMENT

NOTICE, END = dt.date(2026, 1, 14), dt.date(2026, 2, 18)
SUIT = {"copy_received_on": NOTICE, "standing": "defendant", "title": "请求撤销决定", "claimant": ("谷雨",)}
REVIEW = {"accepted_on": NOTICE, "title": "对答复不服", "claimant": ("云禾服装加工厂",)}


def steps_of(matter):
    return [(step["code"], step["event_date"]) for step in json.loads(Entry.objects.get(matter_id=matter).steps)]


def test_full_suit_row_is_one_entry_that_ends_closed(desk):
    planned = desk.told(tells_suit, **SUIT, outcome="claim_dismissed", closed_on=END, head_appeared="head")
    matter = desk.written(planned)
    days = [("register", NOTICE), ("decide", END), ("close", END)]
    assert steps_of(matter) == [(code, day.isoformat()) for code, day in days]
    # No column tells of the answer: that it is missing on record is found, not made up.
    assert [finding.code for finding in planned.findings] == ["answered"]
    found, detail = Matter.objects.get(id=matter), LitigationDetail.objects.get(matter=matter)
    assert (found.stage, found.outcome, found.unit.name) == ("closed", "claim_dismissed", GOVERNMENT)
    assert (detail.decided_on, detail.head_appeared) == (END, "head")


def test_withdrawn_suit_ends_without_a_judgment(desk):
    planned = desk.told(tells_suit, **SUIT, outcome="withdrawn", closed_on=END, head_appeared="head")
    matter = desk.written(planned)
    assert planned.findings == ()
    assert [code for code, _ in steps_of(matter)] == ["register", "withdraw"]
    assert LitigationDetail.objects.get(matter=matter).head_appeared == "head"


def test_open_suit_of_this_month_runs_its_term(desk):
    matter = desk.written(desk.told(tells_suit, **{**SUIT, "copy_received_on": dt.date(2026, 3, 9)}))
    from guiju.mechanisms.litigation.tests.made_cases import terms_of

    assert terms_of(matter) == {"litigation.answer": (dt.date(2026, 3, 24), "open")}


def test_yearly_table_knows_no_day_of_the_copy_and_starts_no_term(desk):
    row = {**SUIT, "copy_received_on": None, "accepted_on": dt.date(2026, 3, 9)}
    matter = desk.written(desk.told(tells_suit, **row))
    from guiju.mechanisms.litigation.tests.made_cases import terms_of

    assert (Matter.objects.get(id=matter).event_date, terms_of(matter)) == (dt.date(2026, 3, 9), {})


def test_reconsideration_row_is_answered_decided_and_closed(desk):
    answered = NOTICE + dt.timedelta(days=8)
    planned = desk.told(tells_reconsideration, **REVIEW, answered_on=answered, outcome="upheld", closed_on=END)
    matter = desk.written(planned)
    assert planned.findings == ()
    assert [code for code, _ in steps_of(matter)] == ["register", "answer", "decide", "close"]
    assert LitigationDetail.objects.get(matter=matter).standing == "respondent"


def test_persons_are_sealed_and_firms_are_not(desk):
    suit = desk.written(desk.told(tells_suit, **SUIT))
    review = desk.written(desk.told(tells_reconsideration, **REVIEW))
    person, firm = Party.objects.get(matter=suit), Party.objects.get(matter=review)
    assert (person.role, person.organisation, firm.role, firm.organisation) == (
        "plaintiff",
        "",
        "applicant",
        "云禾服装加工厂",
    )
    assert desk.snapshot(suit).text(person.name) == "谷雨"
    assert "谷雨" not in person.name


def test_outcome_without_its_day_is_recorded_and_says_so(desk):
    planned = desk.told(tells_suit, **{**SUIT, "standing": "third_party"}, outcome="rejected")
    matter = desk.written(planned)
    assert [finding.code for finding in planned.findings] == ["day_not_told"]
    assert Matter.objects.get(id=matter).stage == "decided"


@pytest.mark.parametrize("answer", ["驳回诉讼请求", "判决驳回诉讼请求", "claim_dismissed"])
def test_day_without_an_outcome_is_asked_and_understands_the_answer(desk, answer):
    said = tells_suit({**SUIT, "closed_on": END}, desk.moment)
    assert isinstance(said, Unclear)
    assert said.field == "outcome"
    planned = desk.told(tells_suit, **SUIT, closed_on=END, outcome=answer)
    assert planned.after.matter["outcome"] == "claim_dismissed"


def test_answer_that_is_no_outcome_is_asked_again(desk):
    assert isinstance(tells_suit({**SUIT, "closed_on": END, "outcome": "赢了"}, desk.moment), Unclear)


def test_department_that_goes_unsaid_is_asked_of_who_sees_one_unit_only(desk):
    unit = desk.moment.directory.units[GOVERNMENT]
    post = HeldPost("department_head", unit, GOVERNMENT)
    acting = Acting(desk.town.id, desk.town.code, "person:1", "柏青禾", 1, (post,))
    said = tells_suit(SUIT, dataclasses.replace(desk.moment, acting=acting))
    assert isinstance(said, Unclear)


def test_case_arises_from_the_act_that_it_contests(desk):
    act = desk.suit()
    there = dataclasses.replace(desk, numbers={"远执罚决〔2026〕3号": act})
    planned = there.told(tells_reconsideration, **REVIEW, act_number="远执罚决〔2026〕3号")
    assert isinstance(planned, Planned)
    origin = Origin.objects.get(matter=there.written(planned))
    assert (origin.source_id, origin.reason) == (act, "contested")
