"""One detail table and one child table that have a field of every kind which a ledgered table may have."""

from django.db import models

from guiju.kernel.ledger.api import HashedJSONField, HashedTextField, PrivateField
from guiju.kernel.matters.api import DetailModel, MatterModel


class CaseDetail(DetailModel):
    """The case: the sum in question, what was found, a private remark."""

    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    findings = HashedTextField(blank=True, default="")
    remark = PrivateField()
    collected = models.IntegerField(default=0)
    decided_on = models.DateField(null=True)


class CaseItem(MatterModel):
    """A piece of evidence told in words."""

    label = models.CharField(max_length=40)
    ordinal = models.SmallIntegerField(default=1)
    seen_at = models.DateTimeField(null=True)
    original = models.BooleanField(default=True)
    further = HashedJSONField(null=True)
