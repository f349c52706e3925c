"""The detail of a suit or reconsideration, and its hearings."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel, MatterModel


class LitigationKind(models.TextChoices):
    """Kinds of matter in this mechanism."""

    SUIT = "suit", "行政诉讼"
    RECONSIDERATION = "reconsideration", "行政复议"


class Standing(models.TextChoices):
    """In which standing the town takes part. Only as defendant or respondent it must answer in time."""

    DEFENDANT = "defendant", "被告"
    RESPONDENT = "respondent", "被申请人"
    THIRD_PARTY = "third_party", "第三人"


class Appearance(models.TextChoices):
    """出庭: whether the person in charge was there; staff that appeared take part by name."""

    HEAD = "head", "负责人出庭"
    NOT_HEAD = "not_head", "负责人未出庭"


class Outcome(models.TextChoices):
    """How it ended, for suits and reconsiderations alike."""

    UPHELD = "upheld", "维持"
    CLAIM_DISMISSED = "claim_dismissed", "驳回诉讼（复议）请求"
    REJECTED = "rejected", "驳回起诉（申请）"
    WITHDRAWN = "withdrawn", "撤回"
    SETTLED = "settled", "调解、和解结案"
    REVOKED = "revoked", "撤销"
    PARTLY_REVOKED = "partly_revoked", "部分撤销"
    CHANGED = "changed", "变更"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"
    ORDERED = "ordered", "责令履行"
    OTHER = "other", "其他"


# The act did not stand: 败诉 of a suit, 纠错 of a reconsideration.
CORRECTED = (
    Outcome.REVOKED,
    Outcome.PARTLY_REVOKED,
    Outcome.CHANGED,
    Outcome.UNLAWFUL,
    Outcome.VOID,
    Outcome.ORDERED,
)
# What obliges the town to do something before the matter is closed.
OBLIGING = (Outcome.REVOKED, Outcome.PARTLY_REVOKED, Outcome.ORDERED)


class LitigationDetail(DetailModel):
    """One suit or reconsideration. The term to answer runs from `copy_received_on`; without it none is counted."""

    standing = models.CharField(max_length=12, choices=Standing)
    authority = models.CharField(max_length=60, blank=True, default="")  # the court, or who reconsiders
    authority_number = models.CharField(max_length=64, blank=True, default="")
    act_number = models.CharField(max_length=64, blank=True, default="")  # of the act that is contested
    claim = PrivateField()
    simplified = models.BooleanField(default=False)
    accepted_on = models.DateField(null=True)
    copy_received_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = PrivateField()
    hearing_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    head_appeared = models.CharField(max_length=12, choices=Appearance, blank=True, default="")
    absence_reason = models.CharField(max_length=200, blank=True, default="")
    decided_on = models.DateField(null=True)
    decision_number = models.CharField(max_length=64, blank=True, default="")
    appealed_on = models.DateField(null=True)
    appealed_by = models.CharField(max_length=12, blank=True, default="")  # ours, theirs
    performed_on = models.DateField(null=True)
    performance = PrivateField()
    review = PrivateField()
    note = PrivateField()

    class Meta:
        indexes = [models.Index(fields=["town", "decided_on"], name="litigation_by_decision")]


class CourtHearing(MatterModel):
    """一次开庭或者听证: when, and whether the person in charge was there."""

    ordinal = models.SmallIntegerField(default=1)
    held_on = models.DateField()
    head_appeared = models.CharField(max_length=12, choices=Appearance, blank=True, default="")
