"""A handover: from whom to whom, on which day, of what."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.organisation.api import Person, TownModel


class Handover(TownModel):
    """交接：the list as it was printed; the signed paper comes back as a file. It moves no post: that is an act of its own."""

    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    witness = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    handed_on = models.DateField()
    listed = HashedTextField()
    lines = models.IntegerField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_sha256 = models.CharField(max_length=64, blank=True, default="")
    signed_media_type = models.CharField(max_length=80, blank=True, default="")
    signed_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["town", "-id"], name="handover_list")]
