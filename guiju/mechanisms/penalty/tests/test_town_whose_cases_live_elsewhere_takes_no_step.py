"""In companion mode the superior's system is master: nothing is taken here, what happened there is recorded as before."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import Intent, Planned, Refused, apply, forget_directory, offers
from guiju.mechanisms.penalty.companion import MODE_SETTING, UNIFIED
from guiju.mechanisms.penalty.tests.made_cases import CLUE, Desk
from guiju.mechanisms.penalty.tests.test_list_before_a_signature_says_what_lacks import day, listed


@pytest.fixture
def companion(desk: Desk) -> Desk:
    """The town of the made cases, whose cases live in the superior's system since March."""
    apply([plan_setting(desk.town.pk, "system:test", MODE_SETTING, "companion", dt.date(2026, 3, 1))], desk.now)
    forget_directory()
    return desk


def test_step_is_refused_with_what_can_be_done_here(companion: Desk) -> None:
    matter = listed(companion)
    answer = companion.answer(matter, "inspect")
    assert isinstance(answer, Refused)
    (refusal,) = answer.refusals
    assert (refusal.code, refusal.hard) == ("elsewhere", True)
    assert UNIFIED in refusal.reason and "签批前清单" in refusal.remedy
    offered = offers(companion.snapshot(matter), companion.moment)
    assert all("elsewhere" in {r.code for r in offer.refusals} for offer in offered)


def test_what_happened_there_is_claimed_without_a_finding(companion: Desk) -> None:
    matter = listed(companion)
    planned = companion.claim(matter, "inspect", inspected_on=day(3, 3))
    assert "elsewhere" not in {finding.code for finding in planned.findings}


def test_new_case_is_not_begun_here_but_told_by_the_list(companion: Desk) -> None:
    answer = companion.planned("ordinary", [Intent("register_clue", {**CLUE, "unit": companion.unit()})])
    assert isinstance(answer, Refused) and [r.code for r in answer.refusals] == ["elsewhere"]
    assert listed(companion)


def test_case_begun_here_before_goes_on_here(desk: Desk) -> None:
    matter = desk.clue()
    apply([plan_setting(desk.town.pk, "system:test", MODE_SETTING, "companion", desk.today)], desk.now)
    forget_directory()
    desk.take(matter, "file_case")


def test_mode_is_dated_and_full_without_it(desk: Desk) -> None:
    matter = listed(desk)
    desk.take(matter, "inspect")
    apply([plan_setting(desk.town.pk, "system:test", MODE_SETTING, "companion", day(4, 1))], desk.now)
    forget_directory()
    assert isinstance(desk.answer(matter, "inspect")[0], Planned)  # type: ignore[index]
    assert isinstance(desk.on(day(4, 1)).answer(matter, "inspect"), Refused)
