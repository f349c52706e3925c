"""The checklist of the party's rights follows the case: done, running, not due, lacking."""

from __future__ import annotations

from decimal import Decimal

from guiju.mechanisms.penalty.rights import rights
from guiju.mechanisms.penalty.tests.made_cases import Desk


def states(desk: Desk, matter: int) -> dict[str, str]:
    return {right.label: right.state for right in rights(desk.snapshot(matter), desk.moment)}


def test_rights_of_a_case_in_its_defence_window(desk: Desk) -> None:
    found = states(desk, desk.noticed())
    assert found == {
        "两名执法人员、出示证件": "done",
        "事先告知": "done",
        "陈述、申辩": "running",
        "听证": "not_due",
        "法制审核": "not_due",
        "告知复议、诉讼途径": "to_come",
    }


def test_hearing_right_runs_and_then_lacks_while_it_is_not_held(desk: Desk) -> None:
    matter = desk.noticed(fine=Decimal(80000), hearing_told=True)
    assert states(desk, matter)["听证"] == "running"
    desk.take(matter, "ask_hearing")
    assert states(desk, matter)["听证"] == "lacking"
    assert states(desk, matter)["法制审核"] == "lacking"


def test_notice_lacks_after_new_evidence(desk: Desk) -> None:
    matter = desk.noticed()
    desk.take(matter, "supplement")
    assert states(desk, matter)["事先告知"] == "lacking"
