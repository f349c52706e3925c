"""What the desk keeps for a person beside the record: half-written forms, and views of the list."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import Kind
from guiju.kernel.organisation.api import Person, Town, Unit


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


class SavedView(models.Model):
    """视图：filters of the list of matters under a name, kept by somebody for themselves or for their unit.

    What is searched for is never kept: it may be the name of a party.
    """

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+", null=True)  # all of it see the view
    name = models.CharField(max_length=20)
    query = models.CharField(max_length=200)  # the filters as the list's address names them
    usual = models.BooleanField(default=False)  # what its keeper's list opens with

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "person", "name"], name="saved_view_once")]
        indexes = [models.Index(fields=["town", "unit"], name="saved_view_of_unit")]

    def __str__(self) -> str:
        return self.name
