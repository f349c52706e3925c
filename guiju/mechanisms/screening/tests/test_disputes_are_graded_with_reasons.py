"""A dispute is graded, never a person, and a grade comes with its reasons."""

from __future__ import annotations

import pytest

from guiju.kernel.matters.api import Matter, Participation
from guiju.mechanisms.screening import forms
from guiju.mechanisms.screening.models import CampaignDetail, FactorDetail
from guiju.mechanisms.screening.tests.made_disputes import found, graded

WATCHING = ("稳控", "管控", "重点人", "人员类别", "积分", "评分", "民族", "学历")


def test_grade_without_reasons_is_refused_by_its_article(desk):
    matter = found(desk)
    answer = desk.answer(matter, "assess", grade="serious")
    assert [(refusal.code, refusal.hard) for refusal in answer.refusals] == [("grade_reasons", True)]
    assert answer.refusals[0].basis.article == "25"


def test_grade_may_be_judged_anew_and_the_stage_stays(desk):
    matter = graded(desk)
    desk.take(matter, "handle", measures="上门劝解")
    desk.take(matter, "assess_again", grade="larger", grade_reasons="又有六户加入")
    assert Matter.objects.get(id=matter).stage == "handling"
    assert FactorDetail.objects.get(matter=matter).grade == "larger"


def test_measures_come_after_the_grade(desk):
    assert desk.refusal_codes(found(desk), "handle", measures="上门劝解") == ["stage"]


def test_days_before_the_dispute_was_found_or_ahead_are_slips(desk):
    matter = graded(desk)
    for day in (desk.moment.today.replace(day=11), desk.moment.today.replace(day=13)):
        assert desk.refusal_codes(matter, "handle", measures="劝解", handled_on=day) == ["input"]


def test_title_holds_the_village_and_the_kind_and_no_name(desk):
    assert Matter.objects.get(id=found(desk)).title == "林泉村：邻里纠纷"
    assert Matter.objects.get(id=found(desk, dispute_kind=None)).title == "林泉村：矛盾纠纷"


def test_nobody_takes_part_by_being_named(desk):
    assert not Participation.objects.filter(matter=found(desk)).exists()


@pytest.mark.parametrize("word", WATCHING)
def test_no_input_watches_or_sorts_people(word):
    asked = [value for value in vars(forms).values() if isinstance(value, forms.Input)]
    asked += [item for group in vars(forms).values() if isinstance(group, tuple) for item in group]
    assert asked
    assert [item.label for item in asked if word in item.label] == []


def test_everything_told_about_people_is_private():
    private = {field.name for field in FactorDetail._meta.fields if type(field).__name__ == "PrivateField"}
    assert private >= {"subject", "facts", "place", "grade_reasons", "measures", "outcome_note", "feedback", "note"}
    assert not {field.name for field in CampaignDetail._meta.fields} & {"parties", "persons"}
