"""The detail of a screened dispute and of a campaign. What people told about one another is private throughout."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel


class Grade(models.TextChoices):
    """级别 of the dispute (never of a person), judged with its reasons (人民调解法 第25条)."""

    ORDINARY = "ordinary", "一般"
    LARGER = "larger", "较大"
    SERIOUS = "serious", "重大"


class Risk(models.TextChoices):
    """Whether the dispute may get worse: what 第25条 then asks for differs."""

    NONE = "none", "没有激化可能"
    ESCALATE = "escalate", "可能激化"
    OFFENCE = "offence", "可能引起治安、刑事案件"


class CampaignKind(models.TextChoices):
    """常态排查 goes on all the time; 专项排查 has an occasion and two days."""

    STANDING = "standing", "常态排查"
    SPECIAL = "special", "专项排查"


class FactorDetail(DetailModel):
    """One screened dispute. `persons` is the number of people it concerns (人); the matter itself is the 起.

    The day of its screening, by which figures count it, is the matter's event date.
    """

    campaign = models.CharField(max_length=40, blank=True, default="")
    subject = PrivateField()  # 纠纷名称 as written: it may hold names, so the matter's title is composed
    dispute_kind = models.CharField(max_length=24, blank=True, default="")
    place = PrivateField()
    facts = PrivateField()
    persons = models.IntegerField(null=True)
    resolve_by = models.DateField(null=True)
    screened_by = models.CharField(max_length=32, blank=True, default="")
    grade = models.CharField(max_length=12, choices=Grade, blank=True, default="")
    grade_reasons = PrivateField()
    risk = models.CharField(max_length=12, choices=Risk, blank=True, default="")
    assessed_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    reported_to = models.CharField(max_length=60, blank=True, default="")
    handled_by_unit = models.CharField(max_length=60, blank=True, default="")
    handled_by = models.CharField(max_length=32, blank=True, default="")
    resolution_way = models.CharField(max_length=40, blank=True, default="")
    measures = PrivateField()
    handed_over_to = models.CharField(max_length=60, blank=True, default="")
    handed_over_on = models.DateField(null=True)
    taken_back_on = models.DateField(null=True)
    take_back_reason = PrivateField()
    resolved_on = models.DateField(null=True)
    outcome_note = PrivateField()
    mediation_number = models.CharField(max_length=64, blank=True, default="")
    feedback = PrivateField()
    note = PrivateField()


class CampaignDetail(DetailModel):
    """One round of screening: what it looks for, where, from which day to which."""

    campaign_kind = models.CharField(max_length=12, choices=CampaignKind, default=CampaignKind.SPECIAL)
    name = models.CharField(max_length=40)
    scope = models.CharField(max_length=120, blank=True, default="")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    summary = models.CharField(max_length=200, blank=True, default="")
