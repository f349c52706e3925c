"""The detail of a piece of legal education: for whom, on what, in which form, how many persons and attendances."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField, PrivateField
from guiju.kernel.matters.api import DetailModel


class EducationKind(models.TextChoices):
    """Kinds of matter in this mechanism."""

    TRAINING = "training", "法治培训"
    STUDY = "study", "领导干部学法"
    LECTURE = "lecture", "法治讲座"
    PUBLIC_EVENT = "public_event", "法治宣传活动"
    LAW_EXAM = "law_exam", "法律知识考试"
    WORK_MEETING = "work_meeting", "法治工作会议"
    VENUE = "venue", "法治宣传阵地"
    VENUE_AWARD = "venue_award", "阵地获评授牌"


class Audience(models.TextChoices):
    """For whom. Trainings of the first three are those of the villages' leaders in law."""

    LEADERS_AND_GUIDES = "leaders_and_guides", "法治带头人、法律明白人"
    LEADERS = "leaders", "法治带头人"
    GUIDES = "guides", "法律明白人"
    ENFORCEMENT = "enforcement", "行政执法人员"
    MEDIATORS = "mediators", "人民调解员"
    OFFICIALS = "officials", "机关和村居干部"
    YOUTH = "youth", "青少年和家长"
    ENTERPRISE = "enterprise", "企业人员"
    RESIDENTS = "residents", "村居民"
    OTHER = "other", "其他"


VILLAGE_LEADERS = (Audience.LEADERS_AND_GUIDES, Audience.LEADERS, Audience.GUIDES)


class Body(models.TextChoices):
    """Which body of the leadership studied."""

    CENTRE_GROUP = "centre_group", "党委中心组"
    EXECUTIVE_MEETING = "executive_meeting", "政府常务会议（镇长办公会）"
    PARTY_BRANCH = "party_branch", "党支部"
    OFFICIALS = "officials", "机关干部学习"
    OTHER = "other", "其他"


class Topic(models.TextChoices):
    """What was studied, by the contents of the five-year plan."""

    THOUGHT = "thought", "习近平法治思想"
    CONSTITUTION = "constitution", "宪法"
    CIVIL_CODE = "civil_code", "民法典"
    ADMINISTRATIVE = "administrative", "行政法律"
    PARTY_RULES = "party_rules", "党内法规"
    OTHER = "other", "其他"


class StudyForm(models.TextChoices):
    """In which form it was studied."""

    SPECIAL_STUDY = "special_study", "专题学习"
    DISCUSSION = "discussion", "集体讨论交流"
    SPECIAL_LECTURE = "special_lecture", "法治专题讲座"
    COURT_HEARING = "court_hearing", "旁听庭审"
    OTHER = "other", "其他"


class MeetingKind(models.TextChoices):
    """Kinds of meetings on rule-of-law work."""

    REGULAR = "regular", "工作例会"
    LEADING_GROUP = "leading_group", "领导小组会议"
    COORDINATION = "coordination", "协调小组会议"
    CONFERENCE = "conference", "法治建设大会"
    OTHER = "other", "其他"


class Level(models.TextChoices):
    """Of which level a venue is, or who awards it."""

    NATIONAL = "national", "国家级"
    CITY = "city", "市级"
    DISTRICT = "district", "区级"
    TOWN = "town", "镇级"
    VILLAGE = "village", "村居级"


class EducationDetail(DetailModel):
    """One piece of work. `persons` is 人, `attendances` 人次; a number that nobody told is empty, not nought.

    `audience`, `body` and `topic` are the words of the register, the fields with `_kind` what they mean.
    """

    audience_kind = models.CharField(max_length=20, choices=Audience, blank=True, default="")
    audience = models.CharField(max_length=80, blank=True, default="")
    attendances = models.IntegerField(null=True)
    persons = models.IntegerField(null=True)
    expected = models.IntegerField(null=True)
    passed = models.IntegerField(null=True)
    leaflets = models.IntegerField(null=True)
    place = models.CharField(max_length=80, blank=True, default="")
    form = models.CharField(max_length=40, blank=True, default="")
    body_kind = models.CharField(max_length=20, choices=Body, blank=True, default="")
    body = models.CharField(max_length=60, blank=True, default="")
    topic_kind = models.CharField(max_length=20, choices=Topic, blank=True, default="")
    topic = models.CharField(max_length=80, blank=True, default="")
    study_form = models.CharField(max_length=20, choices=StudyForm, blank=True, default="")
    meeting_kind = models.CharField(max_length=20, choices=MeetingKind, blank=True, default="")
    attending_units = models.CharField(max_length=200, blank=True, default="")
    participants = models.CharField(max_length=200, blank=True, default="")
    content = HashedTextField(blank=True, default="")
    level = models.CharField(max_length=12, choices=Level, blank=True, default="")
    area = models.IntegerField(null=True)
    venue_number = models.CharField(max_length=64, blank=True, default="")
    honour = models.CharField(max_length=80, blank=True, default="")
    awarded_by = models.CharField(max_length=80, blank=True, default="")
    note = PrivateField()
