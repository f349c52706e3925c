"""The detail of an order, diverted from 110 or from the hotline. What callers said is private throughout."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import DetailModel
from guiju.kernel.organisation.api import Unit


class OrderKind(models.TextChoices):
    """Kinds of matter in this mechanism."""

    DIVERSION_110 = "diversion_110", "110分流工单"
    HOTLINE_12345 = "hotline_12345", "12345工单"


class Destination(models.TextChoices):
    """Where a 110 call was diverted to. Only the first is counted as diverted to people's mediation."""

    MEDIATION = "mediation", "人民调解"
    DEPARTMENT = "department", "其他部门"


class OrderClass(models.TextChoices):
    """办理类别 of a hotline order: which of the town's periods runs."""

    INQUIRY = "inquiry", "咨询、意见建议"
    ORDINARY = "ordinary", "一般求助、投诉、举报"
    COMPLEX = "complex", "复杂事项（已批准）"


class RequestKind(models.TextChoices):
    """诉求类型: the five that 12345 takes (国办发〔2022〕12号)."""

    INQUIRY = "inquiry", "咨询"
    HELP = "help", "非紧急求助"
    COMPLAINT = "complaint", "投诉"
    REPORT = "report", "举报"
    SUGGESTION = "suggestion", "意见建议"


class Satisfaction(models.TextChoices):
    """回访结果, as the person called back says it."""

    SATISFIED = "satisfied", "满意"
    MOSTLY = "mostly", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"
    NOT_REACHED = "not_reached", "未联系上"


class WorkOrderDetail(DetailModel):
    """One order. The day of its dispatch, by which figures count it, is the matter's event date."""

    called_on = models.DateField(null=True)
    call_medium = models.CharField(max_length=16, blank=True, default="")
    dispatched_by = models.CharField(max_length=32, blank=True, default="")
    village = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    place = PrivateField()
    facts = PrivateField()
    dispute_kind = models.CharField(max_length=24, blank=True, default="")
    destination = models.CharField(max_length=12, choices=Destination, blank=True, default="")
    destination_name = models.CharField(max_length=60, blank=True, default="")
    order_class = models.CharField(max_length=12, choices=OrderClass, blank=True, default="")
    request_kind = models.CharField(max_length=12, choices=RequestKind, blank=True, default="")
    handled_by = models.CharField(max_length=32, blank=True, default="")
    received_by = models.CharField(max_length=32, blank=True, default="")
    contacted_on = models.DateField(null=True)
    contact_way = models.CharField(max_length=12, blank=True, default="")
    contact_note = PrivateField()
    handled_on = models.DateField(null=True)
    outcome_note = PrivateField()
    forwarded_to = models.CharField(max_length=60, blank=True, default="")
    mediation_number = models.CharField(max_length=64, blank=True, default="")
    returned_on = models.DateField(null=True)
    return_reason = PrivateField()
    called_back_on = models.DateField(null=True)
    satisfaction = models.CharField(max_length=12, choices=Satisfaction, blank=True, default="")
    call_back_note = PrivateField()
    dispatched_again_on = models.DateField(null=True)
    note = PrivateField()
