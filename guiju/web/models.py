"""What the desk keeps for a person beside the record: half-written forms."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import Kind
from guiju.kernel.organisation.api import Person, Town


class FormDraft(models.Model):
    """草稿：what somebody typed into one form and has not sent: encrypted, seen by nobody else, dropped after 30 days."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=200)  # the form's address
    content = models.BinaryField()  # encrypted
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "person", "path"], name="form_draft_once")]

    def __str__(self) -> str:
        return self.path
