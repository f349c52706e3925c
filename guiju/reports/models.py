"""A year's report: its texts as the town wrote them, and the figures as they were locked. All ledgered."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.organisation.api import Person, TownModel


class Report(TownModel):
    """年度报告：one a town and year; `outline` names the outline from which its text begins."""

    year = models.SmallIntegerField()
    outline = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "year"], name="report_once_a_year")]


class Passage(TownModel):
    """段落：the town's own text in place of the outline's, or added to a section; empty when the town struck it out."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="passages")
    code = models.CharField(max_length=64)
    text = HashedTextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="passage_once")]


class Lock(TownModel):
    """锁定：from here on the report prints these figures; `known_until` entries were known when they were counted."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="lock")
    as_of = models.DateField(null=True)  # set only where one day was given for all figures
    known_until = models.BigIntegerField()
    locked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    locked_on = models.DateField()
    outline_text = HashedTextField()  # the outline itself, so that a later one does not change what was reported


class LockedFigure(TownModel):
    """锁定的数字：value as JSON, its records (row, matter, number, day, amount, entry), digest, and what stood beside."""

    lock = models.ForeignKey(Lock, on_delete=models.PROTECT, related_name="figures")
    place = models.SmallIntegerField()
    indicator = models.CharField(max_length=64)
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=64)
    unit = models.CharField(max_length=12)
    value = models.CharField(max_length=48)
    numerator = models.IntegerField(null=True)
    denominator = models.IntegerField(null=True)
    start = models.DateField()
    as_of = models.DateField()
    record_list = HashedTextField()
    digest = models.CharField(max_length=64)
    definition = models.CharField(max_length=400)
    basis = models.CharField(max_length=300, blank=True, default="")
    returned = models.IntegerField(null=True)
    owed = models.IntegerField(null=True)
    last_year = models.CharField(max_length=48)
    quarter = models.CharField(max_length=48)
    quarter_before = models.CharField(max_length=48)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lock", "kind", "indicator"], name="figure_locked_once")]
