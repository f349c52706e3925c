"""Terms of matters: opened, met, closed or suspended by steps; every due date keeps its explanation."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.matters.api import MatterModel


class Term(MatterModel):
    """期限：one period of one matter. Only force 法定期限 is ever called 逾期."""

    class State(models.TextChoices):
        OPEN = "open", "计算中"
        SUSPENDED = "suspended", "中止计时"
        MET = "met", "已按期办理"
        LATE = "late", "已办理，超过期限"
        CLOSED = "closed", "不再计算"

    rule = models.CharField(max_length=64)
    label = models.CharField(max_length=48)
    force = models.CharField(max_length=8)
    red = models.BooleanField(default=False)  # statutory and verified: may be called 逾期
    started_on = models.DateField()
    due_on = models.DateField()
    provisional = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    ended_on = models.DateField(null=True)
    suspended_on = models.DateField(null=True)
    suspensions = models.CharField(max_length=1000, blank=True, default="")  # from/to;from/to, 45 of them
    extended_by = models.CharField(max_length=24, blank=True, default="")
    backfilled = models.BooleanField(default=False)  # opened by claimed steps: 补录待清理
    explanation = HashedTextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["town", "state", "due_on"], name="term_by_due"),
            models.Index(fields=["matter"], name="term_by_matter"),
        ]
