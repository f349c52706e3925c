"""Refusals of a decision that is taken here: each names its article, and nothing is written."""

from __future__ import annotations

from decimal import Decimal

from guiju.mechanisms.penalty.rows import CaseEvidence
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, Desk

HEAVY = {"fine": Decimal(80000), "hearing_told": True}


def test_decision_waits_for_the_end_of_the_defence_window(desk: Desk) -> None:
    matter = desk.noticed()
    assert desk.refusal_codes(matter, "decide") == ["waived"]
    assert isinstance(desk.after(10).answer(matter, "decide"), list)


def test_giving_up_the_defence_alone_leaves_the_hearing_to_be_asked_for(desk: Desk) -> None:
    matter = desk.noticed(**HEAVY)
    assert desk.refusal_codes(matter, "waive") == ["hearing_not_waived"]
    assert desk.snapshot(matter).stage == "noticed"
    desk.take(matter, "waive", hearing_waived=True)
    assert desk.snapshot(matter).detail["hearing_until"] is None


def test_new_evidence_makes_the_notice_stale(desk: Desk) -> None:
    matter = desk.noticed()
    desk.take(matter, "waive")
    desk.take(matter, "supplement")
    assert "noticed" not in desk.snapshot(matter).facts
    desk.take(matter, "conclude")
    desk.take(matter, "notify")
    desk.take(matter, "check_file")
    assert desk.refusal_codes(matter, "decide") == ["waived"]


def test_defence_is_reviewed_before_the_decision(desk: Desk) -> None:
    matter = desk.noticed()
    desk.take(matter, "hear_defence")
    later = desk.after(10)
    assert later.refusal_codes(matter, "decide") == ["defence_reviewed"]
    later.take(matter, "review_defence")
    later.take(matter, "decide")


def test_defence_never_makes_the_penalty_heavier(desk: Desk) -> None:
    matter = desk.noticed()
    desk.take(matter, "hear_defence")
    later = desk.after(10)
    later.take(matter, "review_defence")
    assert later.refusal_codes(matter, "decide", fine=Decimal(4000)) == ["heavier"]


def test_decision_beyond_the_notice_wants_a_new_notice(desk: Desk) -> None:
    matter = desk.noticed()
    assert desk.after(10).refusal_codes(matter, "decide", fine=Decimal(4000)) == ["beyond_notice"]


def test_right_to_a_hearing_is_told(desk: Desk) -> None:
    matter = desk.clue()
    desk.take(matter, "file_case")
    desk.take(matter, "inspect")
    desk.take(matter, "conclude", fine=Decimal(80000), complex=True)
    assert desk.refusal_codes(matter, "notify", fine=Decimal(80000)) == ["hearing_untold"]


def test_hearing_asked_in_time_is_held(desk: Desk) -> None:
    matter = desk.noticed(**HEAVY)
    desk.take(matter, "ask_hearing")
    later = desk.after(20)
    assert "hearing_settled" in later.refusal_codes(matter, "decide", fine=Decimal(80000))
    assert desk.refusal_codes(matter, "announce_hearing", set_for=desk.after(3).today) == ["hearing_short"]
    desk.take(matter, "announce_hearing", set_for=later.today)
    later.take(matter, "hold_hearing")
    assert later.refusal_codes(matter, "decide", hard=True, fine=Decimal(80000)) == ["reviewed"]
    later.take(matter, "pass_review")
    later.take(matter, "decide", fine=Decimal(80000))


def test_hearing_asked_too_late_is_refused(desk: Desk) -> None:
    matter = desk.noticed(**HEAVY)
    assert desk.after(30).refusal_codes(matter, "ask_hearing") == ["hearing_late"]


def test_review_stands_before_a_weighty_decision(desk: Desk) -> None:
    matter = desk.noticed(public_interest=True)
    later = desk.after(10)
    assert later.refusal_codes(matter, "decide") == ["reviewed"]


def test_reviewer_is_qualified_and_from_outside_the_case(desk: Desk) -> None:
    matter = desk.noticed(public_interest=True)
    assert desk.refusal_codes(matter, "pass_review", reviewer=PEOPLE["fresh"]) == ["reviewer_unqualified"]
    soft = desk.refusal_codes(matter, "pass_review", hard=False, reviewer=PEOPLE["check"])
    assert "reviewer_worked" in soft


def test_complex_case_is_discussed_by_the_organs_leaders(desk: Desk) -> None:
    matter = desk.noticed(complex=True)
    later = desk.after(10)
    assert set(later.refusal_codes(matter, "decide")) == {"reviewed", "discussed"}
    assert later.refusal_codes(matter, "discuss", members=PEOPLE["o1"]) == ["post.members"]
    later.take(matter, "discuss")
    later.take(matter, "pass_review")
    later.take(matter, "decide")


def test_decision_past_its_term_wants_an_approved_extension(desk: Desk) -> None:
    matter = desk.noticed()
    later = desk.after(100)
    assert later.refusal_codes(matter, "decide") == ["decision_late"]
    later.take(matter, "extend", extended_by=30, approver=PEOPLE["mayor"], ground="依据（示例）")
    later.take(matter, "decide")


def test_two_officers_hold_certificates_on_the_day(desk: Desk) -> None:
    matter = desk.clue()
    named = f"{PEOPLE['o1']}、{PEOPLE['o3']}"
    assert desk.refusal_codes(matter, "file_case", officers=named) == ["two_officers"]


def test_recused_officer_takes_no_further_part(desk: Desk) -> None:
    matter = desk.clue()
    desk.take(matter, "file_case")
    desk.take(matter, "recuse", person=PEOPLE["o1"], approver=PEOPLE["mayor"], reason="利害关系（示例）")
    assert desk.refusal_codes(matter, "inspect") == ["recused"]


def test_time_barred_act_is_not_filed(desk: Desk) -> None:
    matter = desk.clue(occurred_on=desk.today.replace(year=desk.today.year - 3))
    assert desk.refusal_codes(matter, "file_case") == ["time_barred"]


def test_claimed_decision_leaves_what_is_missing_as_findings(desk: Desk) -> None:
    matter = desk.noticed()
    planned = desk.claim(matter, "decide", number="远综执罚决〔2026〕9号")
    assert {finding.code for finding in planned.findings} == {"waived"}


def test_only_a_monitoring_record_has_to_be_audited(desk: Desk) -> None:
    matter = desk.clue()
    desk.take(matter, "file_case")
    assert desk.refusal_codes(matter, "collect", kind="audio_visual", audited="no") == ["not_audited"]
    desk.take(matter, "collect", kind="audio_visual", audited="yes")
    desk.take(matter, "collect", audited="")
    told = CaseEvidence.objects.filter(matter_id=matter).order_by("ordinal").values_list("audited", flat=True)
    assert list(told) == [True, None]
