"""A form that somebody else prescribed, with what was said of it; and when it was taken out filled."""

from __future__ import annotations

from django.db import models

from guiju.exchange.superiors_forms.mapping import RHYTHMS
from guiju.kernel.ledger.api import Kind
from guiju.kernel.organisation.api import Person, Town


class SuperiorForm(models.Model):
    """上级的表: a blank and its mapping. The blank is kept encrypted: what somebody uploads may hold names."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    name = models.CharField("表名", max_length=60)
    owner = models.CharField("谁要的", max_length=60, blank=True, default="")
    file_name = models.CharField(max_length=200)
    blank = models.BinaryField()  # encrypted
    sha256 = models.CharField(max_length=64)  # of the blank as it came
    mapping = models.JSONField(default=dict)
    rhythm = models.CharField("多久填一次", max_length=8, choices=list(RHYTHMS.items()), default="month")
    due_day = models.SmallIntegerField("每期结束后几号前报", null=True)  # as the superior asks; no term of law
    asked = models.JSONField(default=list)  # what a changed blank left open: texts of the form, nothing of people
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "name"], name="superior_form_once")]

    def __str__(self) -> str:
        return self.name


class FormTaken(models.Model):
    """填出的表: a form taken out filled, for which month, by whom, with clear text or masked. The file itself is not kept."""

    ledger_kind = Kind.OPERATIONAL
    town = models.ForeignKey(Town, on_delete=models.CASCADE, related_name="+")
    form = models.ForeignKey(SuperiorForm, on_delete=models.CASCADE, related_name="taken_set")
    year = models.SmallIntegerField()
    month = models.SmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    sha256 = models.CharField(max_length=64)
    clear = models.BooleanField(default=False)
    taken_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["town", "form", "-taken_at"], name="form_taken_list")]
