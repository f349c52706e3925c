"""Evidence: files by content hash. The bytes lie encrypted in a folder; the row says what they are."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import MatterModel


class Evidence(MatterModel):
    """证据材料：kind, title (private where it names a person), hash and size of the bytes, and when it was made."""

    kind = models.CharField(max_length=24)
    title = PrivateField()
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    pages = models.SmallIntegerField(null=True)
    made_on = models.DateField(null=True)
    step = models.CharField(max_length=32, blank=True, default="")
