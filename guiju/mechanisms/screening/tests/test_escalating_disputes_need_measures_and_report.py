"""人民调解法 第25条: measures where a dispute may escalate, a report where it may become an offence."""

from __future__ import annotations

import pytest

from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Finding
from guiju.mechanisms.screening.models import FactorDetail
from guiju.mechanisms.screening.tests.made_disputes import graded


def test_quiet_dispute_may_be_settled_on_the_spot(desk):
    matter = desk.take(graded(desk), "resolve", outcome_note="当场握手言和")
    assert (Matter.objects.get(id=matter).stage, Matter.objects.get(id=matter).outcome) == ("resolved", "resolved")


def test_dispute_that_may_escalate_needs_measures_first(desk):
    matter = graded(desk, risk="escalate")
    assert desk.refusal_codes(matter, "resolve") == ["measures_taken"]
    desk.take(matter, "handle", measures="法律顾问到场，约定三日内不再施工")
    desk.take(matter, "resolve")
    assert Matter.objects.get(id=matter).outcome == "resolved"


@pytest.mark.parametrize("step", ["resolve", "hand_over"])
def test_dispute_that_may_become_an_offence_is_reported_first(desk, step):
    matter = graded(desk, risk="offence")
    desk.take(matter, "handle", measures="分头劝解")
    assert desk.refusal_codes(matter, step, handed_over_to="示例派出所") == ["reported"]
    desk.take(matter, "report", reported_to="示例派出所")
    desk.take(matter, step, handed_over_to="示例派出所")
    assert FactorDetail.objects.get(matter=matter).reported_to == "示例派出所"


def test_told_from_paper_it_is_recorded_and_names_what_is_missing(desk):
    matter = graded(desk, risk="offence")
    answer = desk.answer(matter, "resolve", mode="claimed")
    assert [finding.code for finding in answer.findings] == ["measures_taken", "reported"]
    desk.write(answer)
    assert set(Finding.objects.filter(matter=matter).values_list("code", flat=True)) == {"measures_taken", "reported"}


def test_measures_are_written_down(desk):
    matter = graded(desk)
    assert desk.refusal_codes(matter, "handle") == ["measures"]
    assert desk.finding_codes(matter, "handle") == ["measures"]
