"""The detail of a mediation, file or oral page, and its sessions. Text about people is private throughout."""

from __future__ import annotations

from django.db import models

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel, MatterModel
from guiju.kernel.organisation.api import Unit


class MediationKind(models.TextChoices):
    """Who mediates by which law: four separate statistics, of which only the first is people's mediation."""

    PEOPLE = "people", "人民调解"
    ADMINISTRATIVE = "administrative", "行政调解"
    PUBLIC_SECURITY = "public_security", "治安调解"
    COURT = "court", "诉前委派调解"


class AgreementForm(models.TextChoices):
    """书面协议 or 口头协议 (人民调解法 第28条)."""

    WRITTEN = "written", "书面"
    ORAL = "oral", "口头"


class Performance(models.TextChoices):
    """How far an agreement in force has been performed."""

    PERFORMED = "performed", "已履行"
    PARTLY = "partly", "部分履行"
    ONGOING = "ongoing", "履行中"
    REFUSED = "refused", "不履行"


class Grade(models.TextChoices):
    """风险 of the dispute (never of a person), judged with its reasons (人民调解法 第25条)."""

    LOW = "low", "低"
    MIDDLE = "middle", "中"
    HIGH = "high", "高"


class Conversion(models.TextChoices):
    """纠纷转化: what the mediation kept the dispute from turning into."""

    NONE = "none", "无"
    CRIMINAL = "criminal", "防止转刑事"
    PETITION = "petition", "防止群体上访"


class MediationDetail(DetailModel):
    """One mediation. `agreed_on` is the day that figures count; amounts are in yuan; dates without an event are empty."""

    mediation_kind = models.CharField(max_length=16, choices=MediationKind, default=MediationKind.PEOPLE)
    source = models.CharField(max_length=24, blank=True, default="")
    source_number = models.CharField(max_length=64, blank=True, default="")
    dispute_kind = models.CharField(max_length=24, blank=True, default="")
    village = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    place = PrivateField()
    facts = PrivateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    workroom = models.CharField(max_length=40, blank=True, default="")
    cross_committee = models.BooleanField(default=False)
    death = models.BooleanField(default=False)
    conversion = models.CharField(max_length=12, choices=Conversion, blank=True, default="")
    grade = models.CharField(max_length=8, choices=Grade, blank=True, default="")
    grade_reasons = PrivateField()
    note = PrivateField()
    accepted_on = models.DateField(null=True)
    informed_on = models.DateField(null=True)
    mediated_on = models.DateField(null=True)
    responsibility = PrivateField()
    agreement_text = PrivateField()
    agreement_form = models.CharField(max_length=8, choices=AgreementForm, blank=True, default="")
    agreement = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_on = models.DateField(null=True)
    performance_manner = models.CharField(max_length=40, blank=True, default="")
    performance_place = PrivateField()
    perform_by = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    confirmation = models.CharField(max_length=12, blank=True, default="")  # asked, declined
    confirmation_on = models.DateField(null=True)
    performance = models.CharField(max_length=12, choices=Performance, blank=True, default="")
    performed_on = models.DateField(null=True)
    revisited_on = models.DateField(null=True)
    terminated_on = models.DateField(null=True)
    termination = models.CharField(max_length=16, blank=True, default="")
    filed_on = models.DateField(null=True)
    file_number = models.CharField(max_length=64, blank=True, default="")
    continued_on = models.DateField(null=True)  # an oral page: the day it became a full file

    class Meta:
        indexes = [
            models.Index(fields=["town", "agreed_on"], name="mediation_by_agreement"),
            models.Index(fields=["town", "accepted_on"], name="mediation_by_acceptance"),
            models.Index(fields=["town", "mediated_on"], name="mediation_by_session"),
        ]


class MediationSession(MatterModel):
    """一次调解: when and where it was held, how it went, and the record of what was said."""

    ordinal = models.SmallIntegerField(default=1)
    held_on = models.DateField()
    held_at = models.CharField(max_length=40, blank=True, default="")
    result = models.CharField(max_length=12, blank=True, default="")  # agreed, again, none
    record = PrivateField()
