"""The detail of a penalty case. Text about people is private; amounts are yuan; dates without an event are empty."""

from __future__ import annotations

from django.db import models

from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel


class PartyKind(models.TextChoices):
    """Who is penalised: amounts of the law differ between a citizen and an organisation (第51、63条)."""

    PERSON = "person", "公民"
    BUSINESS = "business", "个体工商户"
    ORGANISATION = "organisation", "法人或者其他组织"


class PenaltyKind(models.TextChoices):
    """处罚种类 (第9条), lightest first: of several in one decision the yearbook counts the heaviest, the last here."""

    WARNING = "warning", "警告"
    CRITICISM = "criticism", "通报批评"
    FINE = "fine", "罚款"
    CONFISCATION = "confiscation", "没收违法所得、没收非法财物"
    SUSPEND_LICENCE = "suspend_licence", "暂扣许可证件"
    LOWER_GRADE = "lower_grade", "降低资质等级"
    RESTRICT = "restrict", "限制开展生产经营活动"
    SUSPEND_BUSINESS = "suspend_business", "责令停产停业"
    CLOSE = "close", "责令关闭、限制从业"
    REVOKE_LICENCE = "revoke_licence", "吊销许可证件"
    DETENTION = "detention", "行政拘留"
    OTHER = "other", "其他"


class NoPenalty(models.TextChoices):
    """Why there is no penalty (第30、31、33、36条)."""

    MINOR = "minor", "轻微并及时改正，没有造成危害后果"
    FIRST = "first", "初次违法、后果轻微并及时改正"
    NO_FAULT = "no_fault", "没有主观过错"
    UNDER_AGE = "under_age", "不满十四周岁"
    INCAPABLE = "incapable", "不能辨认或者控制自己的行为"
    TIME_BARRED = "time_barred", "超过追究时效"


class PenaltyDetail(DetailModel):
    """One case. `decided_on` is the day that figures of decisions count, `case_closed_on` that of closed cases."""

    source = models.CharField(max_length=24, blank=True, default="")
    source_number = models.CharField(max_length=64, blank=True, default="")
    item = models.CharField(max_length=48, blank=True, default="")  # of the town's catalogue
    cause = models.CharField(max_length=80, blank=True, default="")  # 案由
    party_kind = models.CharField(max_length=16, choices=PartyKind, default=PartyKind.PERSON)
    place = PrivateField()
    facts = PrivateField()
    occurred_on = models.DateField(null=True)  # the act, or its end where it went on
    discovered_on = models.DateField(null=True)
    safety = models.BooleanField(default=False)  # life, health or financial safety with harm: 第36条
    inspection_code = models.CharField(max_length=64, blank=True, default="")  # 检查码 or plan number
    filed_on = models.DateField(null=True)

    concluded_on = models.DateField(null=True)
    proposed_kinds = models.CharField(max_length=120, blank=True, default="")  # codes parted by commas
    proposed_fine = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    proposed_confiscation = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    proposal = PrivateField()
    violated_rule = models.CharField(max_length=160, blank=True, default="")  # 违反的规定
    penalty_basis = models.CharField(max_length=160, blank=True, default="")  # 处罚依据; empty: of the catalogue
    circumstances = models.CharField(max_length=24, blank=True, default="")  # 从轻、减轻、从重
    complex = models.BooleanField(default=False)  # 情节复杂或者重大违法
    public_interest = models.BooleanField(default=False)
    several_relations = models.BooleanField(default=False)

    notified_on = models.DateField(null=True)
    told_kinds = models.CharField(max_length=120, blank=True, default="")
    told_fine = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    told_confiscation = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    hearing_told = models.BooleanField(default=False)
    defence_until = models.DateField(null=True)  # the day that the notice names
    hearing_until = models.DateField(null=True)  # the last day on which a hearing may be asked for
    waived_on = models.DateField(null=True)
    defence_on = models.DateField(null=True)
    defence = PrivateField()
    defence_adopted = models.CharField(max_length=8, blank=True, default="")  # all, partly, none
    hearing_asked_on = models.DateField(null=True)
    hearing_set_for = models.DateField(null=True)
    hearing_held_on = models.DateField(null=True)
    hearing_opinion = PrivateField()
    checked_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True)
    discussed_on = models.DateField(null=True)

    decided_on = models.DateField(null=True)
    decided_kinds = models.CharField(max_length=120, blank=True, default="")
    heaviest_kind = models.CharField(max_length=24, choices=PenaltyKind, blank=True, default="")
    fine = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    confiscation = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    decision = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    decision_text = PrivateField()
    no_penalty = models.CharField(max_length=16, choices=NoPenalty, blank=True, default="")
    served_on = models.DateField(null=True)
    announced_on = models.DateField(null=True)
    notice_term = models.CharField(max_length=8, blank=True, default="")  # national, local: the period of the notice
    cash_collected_on = models.DateField(null=True)
    on_record_on = models.DateField(null=True)  # an on-spot decision reported back (第52条)

    paid = models.DecimalField(max_digits=14, decimal_places=2, default=0)  # of the fine, without late fees
    paid_on = models.DateField(null=True)  # the last payment
    pay_by = models.DateField(null=True)  # after deferral: the last instalment's day
    urged_on = models.DateField(null=True)
    court_applied_on = models.DateField(null=True)
    court_result = models.CharField(max_length=16, blank=True, default="")
    corrected_on = models.DateField(null=True)
    correct_by = models.DateField(null=True)
    remedy_on = models.DateField(null=True)  # reconsideration or suit begun: no late fee until it ends (第73条)
    remedy_ended_on = models.DateField(null=True)
    revoked_on = models.DateField(null=True)
    revocation = models.CharField(max_length=24, blank=True, default="")
    paused_in = models.CharField(max_length=16, blank=True, default="")  # the stage in which the case rests
    crime = models.BooleanField(default=False)  # transferred because a crime is suspected
    transferred_to = models.CharField(max_length=64, blank=True, default="")
    transferred_on = models.DateField(null=True)
    receipt_on = models.DateField(null=True)
    case_closed_on = models.DateField(null=True)
    recorded = models.BooleanField(null=True)  # at closing: every required record is there (第47条)
    archived_on = models.DateField(null=True)
    volume_number = models.CharField(max_length=64, blank=True, default="")
    keeping_term = models.CharField(max_length=16, blank=True, default="")
    pages = models.IntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["town", "decided_on"], name="penalty_by_decision"),
            models.Index(fields=["town", "case_closed_on"], name="penalty_by_closing"),
            models.Index(fields=["town", "filed_on"], name="penalty_by_filing"),
        ]
