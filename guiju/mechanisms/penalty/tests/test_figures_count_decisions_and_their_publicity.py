"""Shares of publication and of complete records with both numbers; revoked decisions and others' systems count."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.indicators.api import Figure, derive, indicator_of, year_until
from guiju.kernel.procedure.api import Intent
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, Desk

YEAR = year_until(dt.date(2026, 12, 31))


def figure(desk: Desk, name: str) -> Figure:
    return derive(indicator_of(f"penalty.{name}"), desk.town.id, YEAR)


def both(desk: Desk, name: str) -> tuple[int | None, int | None]:
    found = figure(desk, name)
    return found.numerator, found.denominator


def served(desk: Desk) -> int:
    matter = desk.decided()
    desk.take(matter, "serve")
    return matter


def test_share_is_none_without_decisions(desk: Desk) -> None:
    assert figure(desk, "published_share").value is None
    assert figure(desk, "recorded_share").value is None


def test_only_what_is_public_by_its_day_is_published_in_time(desk: Desk) -> None:
    in_time, late, unpublished = served(desk), served(desk), served(desk)
    desk.after(5).take(in_time, "publish", address="https://example.invalid/1")
    desk.after(20).claim(late, "publish", address="https://example.invalid/2")
    assert both(desk, "published_share") == (1, 3)
    assert unpublished


def test_revoked_decision_still_counts_with_its_publication(desk: Desk) -> None:
    matter = served(desk)
    later = desk.after(3)
    later.take(matter, "publish", address="https://example.invalid/1")
    later.take(matter, "pay")
    later.take(matter, "close")
    later.take(matter, "revoke")
    assert both(desk, "published_share") == (1, 1)
    assert figure(desk, "decisions").value == 1


def test_closed_case_is_fully_recorded_or_says_what_is_missing(desk: Desk) -> None:
    paid = served(desk)
    desk.after(3).take(paid, "pay")
    desk.after(3).take(paid, "close", reasons={"unpublished": "示例"})
    withdrawn = desk.investigated()
    desk.take(withdrawn, "withdraw_case", approver="霜降", reason="示例")
    bare = desk.clue()
    desk.take(bare, "file_case")
    desk.take(bare, "withdraw_case", approver="霜降", reason="示例")  # nothing of an investigation is on record
    assert both(desk, "recorded_share") == (2, 3)


def test_cases_decisions_and_amounts_are_counted_by_procedure(desk: Desk) -> None:
    served(desk)
    desk.investigated()
    begun = {"officers": OFFICERS, "certificate_shown": True, "unit": desk.unit(), "item": "waste_sorting"}
    party = {"party_kind": "person", "party": "示例当事人", "place": "示例路", "facts": "示例"}
    spot = desk.open("simple", Intent("begin_on_spot", {**begun, **party}))
    desk.take(spot, "decide_on_spot", fine=Decimal(100), told_rights=True, delivered=True)
    named = ("filed", "on_spot", "decisions", "fines", "hearings", "no_penalty")
    assert [figure(desk, name).value for name in named] == [2, 1, 2, Decimal("3100.00"), 0, 0]


def test_decision_after_ninety_days_is_not_within_its_term(desk: Desk) -> None:
    served(desk)
    late = desk.noticed()
    desk.take(late, "waive")
    desk.after(120).claim(late, "decide")
    assert both(desk, "within_term") == (1, 2)


def test_review_counts_where_the_law_wants_one(desk: Desk) -> None:
    served(desk)
    matter = desk.noticed(complex=True)
    desk.take(matter, "waive")
    desk.take(matter, "pass_review")
    desk.take(matter, "discuss")
    desk.take(matter, "decide")
    assert both(desk, "reviewed_share") == (1, 1)
