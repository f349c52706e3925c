"""A row of a ledger is a case with its dated steps; what it does not say is left as a finding, never made up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.matters.api import Matter, Participation
from guiju.kernel.procedure.api import Finding, Opens, Unclear
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.register import UNIFIED
from guiju.mechanisms.penalty.rows import Payment
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, PEOPLE, Desk
from guiju.mechanisms.penalty.told import NOT_TOLD
from guiju.mechanisms.penalty.told_ordinary import tells_case
from guiju.mechanisms.penalty.told_simple import tells_on_spot


def day(month: int, number: int) -> dt.date:
    return dt.date(2025, month, number)


COMPLETE: dict[str, Any] = {
    "number": "远综执罚立〔2025〕7号",
    "source": "patrol",
    "found_on": day(3, 3),
    "item": "waste_sorting",
    "party_kind": "organisation",
    "party": "示例食品有限公司",
    "officers": OFFICERS,
    "filed_on": day(3, 4),
    "approver": PEOPLE["vice"],
    "inspected_on": day(3, 5),
    "certificate_shown": True,
    "inspection_code": "示例",
    "concluded_on": day(3, 12),
    "notified_on": day(3, 13),
    "waived_on": day(3, 14),
    "checked_on": day(3, 14),
    "checker": PEOPLE["check"],
    "decided_on": day(3, 17),
    "decider": PEOPLE["mayor"],
    "decision_number": "远综执罚决〔2025〕7号",
    "result": "penalised",
    "kinds": "罚款",
    "fine": Decimal(3000),
    "manner": "direct",
    "served_on": day(3, 18),
    "published_on": day(3, 20),
    "address": "https://example.invalid/7",
    "paid_on": day(3, 21),
    "closed_on": day(3, 24),
    "archived_on": day(3, 31),
    "volume_number": "2025-7",
    "keeping_term": "years_30",
}


def written(desk: Desk, tells: Any = tells_case, **row: Any) -> int:
    told = tells(row, desk.moment)
    assert isinstance(told, Opens), told
    return desk.open(told.kind, *told.intents)


def findings(matter: int) -> set[str]:
    return set(Finding.objects.filter(matter_id=matter).values_list("code", flat=True))


def test_complete_row_is_an_archived_case_without_findings(desk: Desk) -> None:
    matter = written(desk, **COMPLETE)
    snapshot = desk.snapshot(matter)
    assert (snapshot.stage, snapshot.matter["outcome"]) == ("archived", "penalised")
    assert snapshot.matter["number"] == "远综执罚立〔2025〕7号"
    detail = PenaltyDetail.objects.get(matter_id=matter)
    assert (detail.fine, detail.paid, detail.recorded) == (3000, 3000, True)
    assert detail.decision is not None and detail.decision.number == "远综执罚决〔2025〕7号"
    item = DisclosureItem.objects.get(matter_id=matter)
    assert item.state == DisclosureItem.State.PUBLISHED
    assert findings(matter) == set()


def test_what_is_missing_before_the_decision_is_named(desk: Desk) -> None:
    gone = ("notified_on", "waived_on", "checked_on")
    matter = written(desk, **{name: value for name, value in COMPLETE.items() if name not in gone})
    assert {"noticed", "checked"} <= findings(matter)
    assert desk.snapshot(matter).matter["outcome"] == "penalised"


def test_late_publication_is_recorded_and_says_so(desk: Desk) -> None:
    matter = written(desk, **{**COMPLETE, "published_on": day(4, 30), "closed_on": day(5, 6), "archived_on": None})
    assert findings(matter) == {"late.publication"}


def test_nobody_is_made_up_where_no_officer_is_named(desk: Desk) -> None:
    nobody = dict.fromkeys(("officers", "approver", "decider", "checker"))
    matter = written(desk, **{**COMPLETE, **nobody})
    assert not Participation.objects.filter(matter_id=matter).exists()
    assert findings(matter) == {"two_officers", "post.decider"}
    assert NOT_TOLD not in str(list(Finding.objects.values_list("text", flat=True)))


def test_hearing_review_and_discussion_are_told(desk: Desk) -> None:
    row = {
        **COMPLETE,
        "waived_on": None,
        "fine": Decimal(60000),
        "complex": True,
        "hearing_told": True,
        "hearing_asked_on": day(3, 17),
        "hearing_announced_on": day(3, 20),
        "hearing_held_on": day(4, 8),
        "host": PEOPLE["host"],
        "checked_on": day(4, 10),
        "reviewed_on": day(4, 14),
        "reviewer": PEOPLE["review"],
        "discussed_on": day(4, 16),
        "members": f"{PEOPLE['mayor']}、{PEOPLE['vice']}",
        "decided_on": day(4, 18),
        "served_on": day(4, 21),
        "published_on": day(4, 22),
        "paid_on": day(4, 25),
        "closed_on": day(4, 28),
        "archived_on": None,
    }
    matter = written(desk, **row)
    assert findings(matter) == set()
    assert PenaltyDetail.objects.get(matter_id=matter).hearing_held_on == day(4, 8)


ENDINGS = [
    ({"result": "withdrawn", "closed_on": day(3, 20)}, "closed", "withdrawn"),
    ({"result": "terminated", "closed_on": day(3, 20)}, "closed", "terminated"),
    (
        {
            "result": "transferred",
            "transferred_on": day(3, 14),
            "receiver": "示例公安派出所",
            "crime": True,
            "receipt_on": day(3, 16),
        },
        "transferred",
        "transferred",
    ),
    ({"result": "rejected", "filed_on": None, "closed_on": day(3, 6)}, "not_filed", "rejected"),
    ({"result": "ongoing"}, "concluded", ""),
]


@pytest.mark.parametrize(("end", "stage", "outcome"), ENDINGS, ids=[end[0]["result"] for end in ENDINGS])
def test_case_ends_without_a_decision_as_the_row_says(desk: Desk, end: Any, stage: str, outcome: str) -> None:
    begun = {**COMPLETE, **dict.fromkeys(list(COMPLETE)[list(COMPLETE).index("notified_on") :])}
    snapshot = desk.snapshot(written(desk, **{**begun, **end}))
    assert (snapshot.stage, snapshot.matter["outcome"]) == (stage, outcome)


def test_no_penalty_tells_its_ground_or_asks(desk: Desk) -> None:
    nothing = {"notified_on": None, "waived_on": None, "kinds": None, "fine": None, "paid_on": None}
    row = {**COMPLETE, **nothing, "published_on": None, "result": "no_penalty", "educated": True}
    assert isinstance(tells_case(row, desk.moment), Unclear)
    matter = written(desk, **row, ground="初次违法")
    assert PenaltyDetail.objects.get(matter_id=matter).no_penalty == "first"
    assert findings(matter) == set()


def test_revoked_decision_is_taken_down_and_closed(desk: Desk) -> None:
    told = {"revoked_on": day(6, 3), "revocation": "revoked", "taken_down_on": day(6, 4), "closed_on": day(6, 6)}
    matter = written(desk, **{**COMPLETE, **told, "archived_on": None})
    snapshot = desk.snapshot(matter)
    assert (snapshot.stage, snapshot.matter["outcome"]) == ("closed", "revoked")
    assert DisclosureItem.objects.get(matter_id=matter).state == DisclosureItem.State.WITHDRAWN
    assert findings(matter) == set()


def test_court_and_late_fee_are_told_by_their_days(desk: Desk) -> None:
    row = {
        **COMPLETE,
        "urged_on": day(10, 9),
        "court_applied_on": day(10, 24),
        "court": "示例区人民法院",
        "court_result": "paid",
        "ruled_on": day(12, 8),
        "paid": Decimal(6000),
        "late": Decimal(3000),
        "paid_on": day(12, 5),
        "closed_on": day(12, 10),
        "archived_on": None,
    }
    matter = written(desk, **row)
    paid = dict(Payment.objects.filter(matter_id=matter).values_list("kind", "amount"))
    assert paid == {"fine": 3000, "late": 3000}
    assert findings(matter) == set()


def test_superiors_case_keeps_its_number_and_its_master(desk: Desk) -> None:
    listed = {
        name: value for name, value in COMPLETE.items() if name not in ("approver", "checker", "certificate_shown")
    }
    matter = Matter.objects.get(id=written(desk, **{**listed, "number": "ZF2025-0007", "master": UNIFIED}))
    assert (matter.number, matter.master, matter.master_number) == ("ZF2025-0007", UNIFIED, "ZF2025-0007")
    assert PenaltyDetail.objects.get(matter_id=matter.pk).recorded is True


def test_unknown_kind_is_asked(desk: Desk) -> None:
    told = tells_case({**COMPLETE, "kinds": "罚款、批评"}, desk.moment)
    assert isinstance(told, Unclear) and "批评" in told.question


SPOT: dict[str, Any] = {
    "number": "远综执当罚〔2025〕3号",
    "decided_on": day(3, 3),
    "officers": OFFICERS,
    "source": "patrol",
    "item": "waste_sorting",
    "party_kind": "person",
    "party": "示例当事人",
    "fine": Decimal(100),
    "handed_over": True,
    "reported_on": day(3, 4),
    "published_on": day(3, 6),
    "address": "https://example.invalid/3",
    "paid_on": day(3, 7),
    "closed_on": day(3, 10),
}


def test_decision_on_the_spot_is_reported_paid_and_closed(desk: Desk) -> None:
    matter = written(desk, tells_on_spot, **SPOT)
    snapshot = desk.snapshot(matter)
    assert (snapshot.stage, snapshot.matter["number"]) == ("closed", "远综执当罚〔2025〕3号")
    assert findings(matter) == set()


def test_fine_above_the_limit_of_a_person_is_named(desk: Desk) -> None:
    matter = written(desk, tells_on_spot, **{**SPOT, "fine": Decimal(300)})
    assert findings(matter) == {"beyond_simple"}
