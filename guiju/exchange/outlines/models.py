"""Where a village lies and how many households it has, from a day on."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.organisation.api import TownModel, Unit


class VillageArea(TownModel):
    """村界与户数：outline (rings of points, x and y in the file's degrees) and households (户) from a day on."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    households = models.IntegerField(null=True)
    outline = HashedTextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["town", "since"], name="village_area_by_day")]
