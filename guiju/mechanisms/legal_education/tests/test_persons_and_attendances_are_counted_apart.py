"""人 and 人次 are two fields: neither is made of the other, and a number that nobody told is not nought."""

from __future__ import annotations

import pytest

from guiju.kernel.procedure.api import Refused, apply, load_snapshot, plan_void
from guiju.mechanisms.legal_education.models import EducationDetail
from guiju.mechanisms.legal_education.tests.made_education import NOW


def test_training_of_village_leaders_counts_sessions_and_attendances(desk):
    desk.record("training", audience_kind="guides", attendances=40, expected=45)
    desk.record("training", audience_kind="leaders_and_guides", attendances=26)
    assert (desk.figure("training.sessions"), desk.figure("training.attendance")) == (2, 66)


@pytest.mark.parametrize("audience", ["enforcement", "mediators", "officials", "residents", "other"])
def test_training_of_others_stands_in_neither_figure(desk, audience):
    desk.record("training", audience_kind=audience, attendances=40)
    assert (desk.figure("training.sessions"), desk.figure("training.attendance")) == (0, 0)


def test_training_without_attendances_is_asked_for_them(desk):
    answer = desk.answer("training", audience_kind="guides")
    assert isinstance(answer, Refused)
    assert [(refusal.field, refusal.reason) for refusal in answer.refusals] == [("attendances", "还没有填“参加人次”。")]


def test_event_without_a_number_of_people_stays_without_one(desk):
    matter = desk.record("public_event", form="咨询摆摊")
    detail = EducationDetail.objects.get(matter=matter)
    assert (detail.attendances, detail.persons, detail.leaflets) == (None, None, None)
    assert (desk.figure("events.held"), desk.figure("events.attendance")) == (1, 0)


def test_exam_counts_those_who_took_it(desk):
    desk.record("law_exam", audience_kind="officials", expected=50, persons=48, passed=47)
    assert (desk.figure("exams.held"), desk.figure("exams.takers")) == (1, 48)


@pytest.mark.parametrize("mode", ["taken", "claimed"])
def test_more_passed_than_took_part_is_a_slip(desk, mode):
    answer = desk.answer("law_exam", mode, audience_kind="officials", persons=40, passed=41)
    assert isinstance(answer, Refused)
    assert [refusal.reason for refusal in answer.refusals] == ["合格41人多于参考40人，请核对两个数。"]


def test_voided_record_counts_nowhere(desk):
    matter = desk.record("training", audience_kind="guides", attendances=40)
    apply([plan_void(load_snapshot(matter), desk.moment, "重复登记")], NOW)
    assert (desk.figure("training.sessions"), desk.figure("training.attendance")) == (0, 0)
