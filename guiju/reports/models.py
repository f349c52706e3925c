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
    rounds = HashedTextField(blank=True, default="")  # which rounds of returns stand behind it, and who lacks
    last_year = models.CharField(max_length=48)
    quarter = models.CharField(max_length=48)
    quarter_before = models.CharField(max_length=48)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["lock", "kind", "indicator"], name="figure_locked_once")]


class Material(TownModel):
    """举措的材料：a photo, minutes or a notice that stands behind a paragraph of the report; the bytes lie by their hash."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="materials")
    code = models.CharField(max_length=64)  # of the paragraph
    title = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    kept_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept_on = models.DateField()


class ReturnedPaper(TownModel):
    """签发件：a paper of the report as it was signed, with how many of its numbers differ from ours."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="returned")
    paper = models.CharField(max_length=12)
    number = models.CharField(max_length=48, blank=True, default="")  # 发文字号, given by the office
    signed_on = models.DateField(null=True)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    differences = models.IntegerField()
    received_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()


class PrintedFigure(TownModel):
    """往年报告所载：what the printed report of an earlier year says of a figure, read from it and confirmed by a person."""

    year = models.SmallIntegerField()
    kind = models.CharField(max_length=12)
    indicator = models.CharField(max_length=64)
    words = models.CharField(max_length=32)
    clause = HashedTextField()  # the clause in which it stands
    source = models.CharField(max_length=80)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    told_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["town", "year", "kind", "indicator"], name="printed_once")]
