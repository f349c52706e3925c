"""What must be public, by when, in which redacted form. First form: the items and their state."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.matters.api import MatterModel


class DisclosureItem(MatterModel):
    """公开事项：due by a day, published or not; content is made by the mechanism's redaction rule."""

    class State(models.TextChoices):
        DUE = "due", "待公开"
        PUBLISHED = "published", "已公开"
        WITHDRAWN = "withdrawn", "已撤下"
        DROPPED = "dropped", "不再公开"

    rule = models.CharField(max_length=48)
    title = models.CharField(max_length=120)
    due_rule = models.CharField(max_length=64, blank=True, default="")
    force = models.CharField(max_length=8, blank=True, default="")
    red = models.BooleanField(default=False)  # statutory and verified: may be called 逾期
    started_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    provisional = models.BooleanField(default=False)
    explanation = HashedTextField(blank=True, default="")
    backfilled = models.BooleanField(default=False)  # called for by claimed steps: 补录待清理
    state = models.CharField(max_length=12, choices=State, default=State.DUE)
    published_on = models.DateField(null=True)
    address = models.CharField(max_length=200, blank=True, default="")
    withdrawn_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["town", "state", "due_on"], name="disclosure_by_due")]
