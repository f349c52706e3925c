"""A year's report: its texts as the town wrote them, and the figures as they were locked. All ledgered."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedTextField
from guiju.kernel.organisation.api import Person, TownModel, Unit


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
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="passage_once")]


class Owner(TownModel):
    """主管部门：the unit that answers for a section, or for one figure, where it is not the one of the outline."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="owners")
    code = models.CharField(max_length=80)  # of a section, or kind:indicator
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "code"], name="owner_once")]


class FigureCheck(TownModel):
    """会签：what the unit that answers for a figure says of it; it holds for the records that it was said of."""

    class Verdict(models.TextChoices):
        CONFIRMED = "confirmed", "确认"
        OBJECTED = "objected", "有异议"
        NOT_OURS = "not_ours", "不归本部门"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=12)
    indicator = models.CharField(max_length=64)
    verdict = models.CharField(max_length=12, choices=Verdict)
    value = models.CharField(max_length=48)
    digest = models.CharField(max_length=64)
    remark = HashedTextField(blank=True, default="")  # which records, and why
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    passed_to = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    said_by = models.CharField(max_length=32, blank=True, default="")  # who signed the paper, where paper it was
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    checked_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "kind", "indicator"], name="figure_checked_once")]


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
