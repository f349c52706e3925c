"""The list before a signature says what is there, what lacks and what does not apply, from the step's own guards."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from guiju.kernel.procedure.api import KERNEL_ROWS, Checklist, Opens, Refused, checklists, gaps
from guiju.mechanisms.penalty.companion import UNIFIED
from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, Desk
from guiju.mechanisms.penalty.told_ordinary import tells_case


def day(month: int, number: int) -> dt.date:
    return dt.date(2026, month, number)


def lists(desk: Desk, matter: int) -> tuple[Checklist, ...]:
    return checklists(desk.snapshot(matter, rows=KERNEL_ROWS), desk.moment)


def states(desk: Desk, matter: int, step: str) -> dict[str, str]:
    """The points of one paper by code."""
    found = next(checked for checked in lists(desk, matter) if checked.step.code == step)
    return {point.code: point.state for point in found.points}


def listed(desk: Desk, **row: Any) -> int:
    """A case that a superior's list tells."""
    case = {
        "number": "ZF2026-0001",
        "master": UNIFIED,
        "source": "patrol",
        "item": "waste_sorting",
        "party_kind": "organisation",
        "party": "示例食品有限公司",
        "officers": OFFICERS,
        "filed_on": day(3, 2),
        **row,
    }
    told = tells_case(case, desk.moment)
    assert isinstance(told, Opens), told
    return desk.open(told.kind, *told.intents)


def test_before_the_filing_officers_and_catalogue_are_looked_at(desk: Desk) -> None:
    found = lists(desk, desk.clue())
    assert [checked.step.code for checked in found] == ["file_case"]
    assert states(desk, desk.clue(), "file_case") == {"two_officers": "lacking", "catalogue": "have"}


def test_case_that_a_list_tells_lacks_its_evidence_before_the_investigation_is_concluded(desk: Desk) -> None:
    matter = listed(desk)
    assert states(desk, matter, "conclude")["evidence_collected"] == "lacking"
    assert states(desk, matter, "conclude")["filed"] == "have"
    point = next(p for p in lists(desk, matter)[-1].points if p.code == "evidence_collected")
    assert point.basis is not None and (point.remedy_step, bool(point.remedy)) == ("collect", True)


def test_points_that_hold_only_under_a_condition_are_not_due_without_it(desk: Desk) -> None:
    found = states(desk, desk.noticed(), "decide")
    assert (found["noticed"], found["checked"]) == ("have", "have")
    assert (found["reviewed"], found["discussed"], found["hearing_settled"]) == ("not_due", "not_due", "not_due")


def test_open_defence_window_lacks_until_its_day(desk: Desk) -> None:
    matter = desk.noticed()
    found = next(checked for checked in lists(desk, matter) if checked.step.code == "decide")
    assert [point.code for point in found.of("lacking")] == ["waived"]
    window = next(point for point in found.points if point.code == "term.penalty.defence")
    assert window.state == "running" and window.day is not None and window.day > desk.today
    later = desk.on(window.day + dt.timedelta(1))
    assert states(later, matter, "decide")["waived"] == "not_due"
    assert gaps(lists(later, matter)) == ()


def test_review_and_hearing_that_are_due_stand_before_the_decision(desk: Desk) -> None:
    matter = desk.noticed(fine=Decimal(80000), hearing_told=True, complex=True)
    desk.take(matter, "ask_hearing")
    assert [checked.step.code for checked in lists(desk, matter)] == [
        "announce_hearing",
        "hold_hearing",
        "pass_review",
        "discuss",
        "decide",
    ]
    assert {"hearing_settled", "reviewed", "discussed"} <= {point.code for point in gaps(lists(desk, matter))}


def test_a_hearing_nobody_asked_for_is_no_gap(desk: Desk) -> None:
    assert [checked.step.code for checked in lists(desk, desk.noticed())] == ["decide"]


def test_notice_of_a_heavy_penalty_has_to_tell_the_right_to_a_hearing(desk: Desk) -> None:
    matter = listed(desk, inspected_on=day(3, 3), concluded_on=day(3, 9), kinds="罚款", fine=Decimal(60000))
    assert states(desk, matter, "notify")["hearing_untold"] == "lacking"


def test_rule_that_is_not_certain_is_to_be_confirmed(desk: Desk) -> None:
    old = desk.on(dt.date(2022, 3, 10))
    case = {"filed_on": dt.date(2022, 3, 1), "inspected_on": dt.date(2022, 3, 2)}
    matter = listed(old, **case, concluded_on=dt.date(2022, 3, 8), kinds="罚款", fine=Decimal(60000))
    assert states(old, matter, "notify")["hearing_untold"] == "unsure"


def test_decision_past_its_term_lacks_once(desk: Desk) -> None:
    late = desk.on(dt.date(2026, 9, 1))
    matter = desk.noticed()
    found = states(late, matter, "decide")
    assert found["decision_late"] == "lacking" and "term.penalty.decide" not in found


def test_closing_asks_for_record_payment_and_publicity(desk: Desk) -> None:
    matter = desk.decided()
    desk.take(matter, "serve")
    found = states(desk, matter, "close")
    assert (found["unpaid"], found["unpublished"]) == ("lacking", "lacking")
    assert "records_missing" in found


def test_lists_agree_with_what_the_step_itself_answers(desk: Desk) -> None:
    """Whatever lacks hard before the decision is what the decision is refused for, and nothing else."""
    matter = desk.noticed(fine=Decimal(80000), hearing_told=True, complex=True)
    answer = desk.answer(matter, "decide", fine=Decimal(80000))
    assert isinstance(answer, Refused)
    decision = next(checked for checked in lists(desk, matter) if checked.step.code == "decide")
    assert {refusal.code for refusal in answer.refusals} == {p.code for p in decision.of("lacking", "unsure")}


def test_list_makes_no_query(desk: Desk, django_assert_num_queries: Any) -> None:
    snapshot, moment = desk.snapshot(desk.noticed(), rows=KERNEL_ROWS), desk.moment
    with django_assert_num_queries(0):
        checklists(snapshot, moment)


@pytest.mark.parametrize("end", ["closed", "archived"])
def test_nothing_is_asked_of_a_case_that_is_over(desk: Desk, end: str) -> None:
    volume = {"archived_on": day(3, 11), "keeping_term": "years_30"} if end == "archived" else {}
    matter = listed(desk, result="withdrawn", closed_on=day(3, 10), **volume)
    assert [c.step.code for c in lists(desk, matter)] == (["archive"] if end == "closed" else [])
