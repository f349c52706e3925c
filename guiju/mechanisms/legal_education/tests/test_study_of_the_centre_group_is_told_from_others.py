"""Only 党委中心组 on 习近平法治思想 stands in the figure, whatever words the register uses for it."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.indicators.api import Period
from guiju.mechanisms.legal_education.models import EducationDetail, EducationKind
from guiju.mechanisms.legal_education.tests.made_education import TODAY, YEAR
from guiju.mechanisms.legal_education.words import audience_of, body_of, topic_of


def study(desk, **row):
    return desk.imported(EducationKind.STUDY, **{"study_form": "special_study", **row})


def test_centre_group_counts_under_any_of_its_names(desk):
    for body in ("党委中心组", "镇党委理论学习中心组", "中心组（扩大）学习会"):
        study(desk, body=body, topic="习近平法治思想")
    assert desk.figure("study.centre_group") == 3


@pytest.mark.parametrize(
    ("body", "topic"),
    [("镇长办公会", "习近平法治思想"), ("机关第一支部", "习近平法治思想"), ("党委中心组", "民法典")],
)
def test_other_bodies_and_other_topics_do_not_count(desk, body, topic):
    study(desk, body=body, topic=topic)
    assert (desk.figure("study.centre_group"), desk.figure("study.discussions")) == (0, 0)


def test_discussion_is_one_of_the_studies(desk):
    study(desk, body="党委中心组", topic="习近平法治思想")
    study(desk, body="党委中心组", topic="习近平法治思想", study_form="discussion")
    assert (desk.figure("study.centre_group"), desk.figure("study.discussions")) == (2, 1)


def test_study_after_the_cut_off_waits(desk):
    study(desk, body="党委中心组", topic="习近平法治思想")
    assert desk.figure("study.centre_group", Period(YEAR.start, TODAY - dt.timedelta(days=1))) == 0


def test_words_of_the_register_are_kept_beside_their_meaning(desk):
    detail = EducationDetail.objects.get(matter=study(desk, body="机关第一支部", topic="行政处罚法"))
    assert (detail.body, detail.body_kind, detail.topic, detail.topic_kind) == (
        "机关第一支部",
        "party_branch",
        "行政处罚法",
        "administrative",
    )


def test_choice_at_the_desk_needs_no_words(desk):
    matter = desk.record(
        "study", body_kind="executive_meeting", topic_kind="constitution", study_form="special_lecture"
    )
    detail = EducationDetail.objects.get(matter=matter)
    assert (detail.body, detail.topic) == ("政府常务会议（镇长办公会）", "宪法")
    assert (desk.figure("study.executive_meeting"), desk.figure("study.special_lectures")) == (1, 1)


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        ("法治带头人、法律明白人", "leaders_and_guides"),
        ("各村居法律明白人和行政执法人员", "guides"),
        ("法治带头人", "leaders"),
        ("行政执法人员", "enforcement"),
        ("学生和家长", "youth"),
        ("企业管理人员", "enterprise"),
        ("机关工作人员", "officials"),
        ("老年学校学员", "residents"),
        ("来宾", "other"),
    ],
)
def test_audience_is_told_by_its_words(words, audience):
    assert audience_of(words) == audience


def test_unknown_words_mean_others():
    assert (body_of("读书会"), topic_of("古诗"), audience_of("")) == ("other", "other", "other")
