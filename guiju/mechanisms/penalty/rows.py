"""What repeats in a case: evidence, goods, notices, defences, opinions, services, payments, records."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import MatterModel
from guiju.kernel.organisation.api import Person


class CaseEvidence(MatterModel):
    """证据 (第46条): one piece, by its legal kind; the file, where there is one, is kept as the matter's evidence."""

    ordinal = models.SmallIntegerField(default=1)
    kind = models.CharField(max_length=24)
    title = PrivateField()
    obtained_on = models.DateField()
    manner = models.CharField(max_length=40, blank=True, default="")
    audited = models.BooleanField(null=True)  # a record of electronic monitoring: audited or not (第41条)


class CaseGood(MatterModel):
    """涉案物品: what was registered and kept in place, and what became of it (第56条)."""

    name = models.CharField(max_length=80)
    quantity = models.CharField(max_length=24, blank=True, default="")
    keeper = models.CharField(max_length=40, blank=True, default="")
    kept_on = models.DateField()
    disposal = models.CharField(max_length=24, blank=True, default="")
    disposed_on = models.DateField(null=True)


class ServedNotice(MatterModel):
    """告知: each notice with what it proposed; a later one takes the place of an earlier one (第44条)."""

    ordinal = models.SmallIntegerField(default=1)
    served_on = models.DateField()
    kinds = models.CharField(max_length=120, blank=True, default="")
    fine = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    confiscation = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    hearing_told = models.BooleanField(default=False)
    defence_until = models.DateField(null=True)


class CaseOpinion(MatterModel):
    """意见: of the team's legal officer, of the legal reviewer, of one member of a collective discussion."""

    class Kind(models.TextChoices):
        CHECK = "check", "法制员审查"
        REVIEW = "review", "法制审核"
        DISCUSSION = "discussion", "集体讨论"

    kind = models.CharField(max_length=12, choices=Kind)
    ordinal = models.SmallIntegerField(default=1)
    given_on = models.DateField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=32, blank=True, default="")
    agrees = models.BooleanField(null=True)
    attends_only = models.BooleanField(default=False)  # a reviewer who attends the discussion without a vote
    text = PrivateField()
    adopted = models.BooleanField(null=True)
    answer = PrivateField()


class ServiceOfPaper(MatterModel):
    """送达: of one paper to the party, with manner and receipt (第61条)."""

    paper = models.CharField(max_length=24)
    manner = models.CharField(max_length=16)
    sent_on = models.DateField(null=True)
    served_on = models.DateField(null=True)
    note = models.CharField(max_length=80, blank=True, default="")


class Payment(MatterModel):
    """缴款: fine or late fee paid on a day, with the payment code and the receipt of the 非税 system (第67条)."""

    kind = models.CharField(max_length=8)  # fine, late
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    paid_on = models.DateField()
    payment_code = models.CharField(max_length=40, blank=True, default="")
    receipt = models.CharField(max_length=40, blank=True, default="")


class Instalment(MatterModel):
    """分期、延期: what is to be paid by which day, after approval (第66条)."""

    ordinal = models.SmallIntegerField(default=1)
    due_on = models.DateField()
    amount = models.DecimalField(max_digits=14, decimal_places=2)


class RecordItem(MatterModel):
    """音像记录: which step was recorded, on which device, and where the media stay (第47条; 三项制度)."""

    item = models.CharField(max_length=24)
    device = models.CharField(max_length=40, blank=True, default="")
    file_name = models.CharField(max_length=120, blank=True, default="")
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=40, blank=True, default="")  # of the recording: 执法现场, 听证场所
    kept_at = models.CharField(max_length=80, blank=True, default="")
    keep_until = models.DateField(null=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    recorded_on = models.DateField()


class CreditRepair(MatterModel):
    """信用修复: asked for by the party, and what the organ of the platform answered, with its number."""

    asked_on = models.DateField()
    organ = models.CharField(max_length=64, blank=True, default="")
    result = models.CharField(max_length=12, blank=True, default="")  # repaired, refused; empty: no answer yet
    decided_on = models.DateField(null=True)
    number = models.CharField(max_length=64, blank=True, default="")


CHILDREN = (
    CaseEvidence,
    CaseGood,
    ServedNotice,
    CaseOpinion,
    ServiceOfPaper,
    Payment,
    Instalment,
    RecordItem,
    CreditRepair,
)
