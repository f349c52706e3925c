"""Attested figures: what a superior's platform gives only as a total. Never in a matter QuerySet, always marked."""

from __future__ import annotations

from django.db import models

from guiju.kernel.organisation.api import Person, TownModel


class Attestation(TownModel):
    """平台数据：value, platform, query conditions, period and cut-off, who attests and when; lapses with the period."""

    indicator = models.CharField(max_length=64)
    period_from = models.DateField()
    as_of = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=2)
    unit = models.CharField(max_length=12)
    platform = models.CharField(max_length=64)
    conditions = models.CharField(max_length=200)
    name = models.CharField(max_length=48, blank=True, default="")  # of a figure that we do not count ourselves
    evidence_sha256 = models.CharField(max_length=64, blank=True, default="")
    evidence_media_type = models.CharField(max_length=80, blank=True, default="")
    attested_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    attested_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["town", "indicator", "as_of"], name="attestation_by_figure")]
