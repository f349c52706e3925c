"""The detail of a legal service: who served, how many persons and attendances, on what."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel


class ServiceKind(models.TextChoices):
    """Kinds of matter in this mechanism."""

    CONSULTATION = "consultation", "法律咨询"
    GUIDANCE = "guidance", "需求指引"
    ADVISER_ANSWER = "adviser_answer", "顾问解答咨询"
    RECEPTION = "reception", "顾问接待"
    OPINION = "opinion", "法律意见"
    AID = "aid", "协助申请法律援助"
    ADVISER_LECTURE = "adviser_lecture", "顾问法治讲座"


class ServiceDetail(DetailModel):
    """One service. `persons` is 人, `attendances` 人次; the matter itself is the 件."""

    attendances = models.IntegerField(default=1)
    persons = models.IntegerField(default=1)
    medium = models.CharField(max_length=16, blank=True, default="")
    topic = models.CharField(max_length=40, blank=True, default="")
    content = PrivateField()
    served_by = models.CharField(max_length=32, blank=True, default="")
    guided_to = models.CharField(max_length=60, blank=True, default="")
    outcome_note = PrivateField()
    adopted = models.CharField(max_length=12, blank=True, default="")
    received_on = models.DateField(null=True)
    note = PrivateField()
