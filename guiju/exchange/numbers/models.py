"""A number that somebody else gave."""

from __future__ import annotations

from django.db import models

from guiju.kernel.organisation.api import Person, TownModel


class Keeper(models.TextChoices):
    """Whose book a number stands in."""

    OFFICE = "office", "党政办发文"
    SUPERIOR = "superior", "上级系统"
    COMMITTEE = "committee", "人民调解委员会"
    OTHER = "other", "其他"


class GivenNumber(TownModel):
    """别人编的号：the number as it was given, what it was given to, when, and where it was read; never a person's name."""

    keeper = models.CharField(max_length=12, choices=Keeper)
    number = models.CharField(max_length=64)
    title = models.CharField(max_length=120, blank=True, default="")
    given_on = models.DateField(null=True)
    source = models.CharField(max_length=120)
    cancelled_on = models.DateField(null=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    entered_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "number"], name="given_number")]
