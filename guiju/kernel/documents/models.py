"""Documents as they were issued, and the gapless series of their numbers."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import PrivateField
from guiju.kernel.matters.api import MatterModel
from guiju.kernel.organisation.api import TownModel


class NumberSeries(TownModel):
    """字号：one counter row per town, kind and year; ours are gapless, those of others are typed in with their source."""

    kind = models.CharField(max_length=48)
    year = models.SmallIntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "kind", "year"], name="series_once")]


class Document(MatterModel):
    """文书：number and content frozen in the step's transaction; a voided one keeps its number as 作废."""

    class State(models.TextChoices):
        ISSUED = "issued", "已制作"
        VOIDED = "voided", "作废"

    kind = models.CharField(max_length=32)
    title = models.CharField(max_length=80)
    number = models.CharField(max_length=64, blank=True, default="")
    number_imported = models.BooleanField(default=False)
    content = PrivateField()
    made_on = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.ISSUED)

    class Meta:
        indexes = [
            models.Index(fields=["town", "kind", "made_on"], name="document_by_date"),
            models.Index(fields=["matter"], name="document_by_matter"),
        ]
