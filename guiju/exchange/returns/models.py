"""Rounds of returns, who owes one, and what each unit answered."""

from __future__ import annotations

from django.db import models

from guiju.exchange.models import ImportBatch
from guiju.kernel.ledger.api import Kind
from guiju.kernel.organisation.api import Person, TownModel, Unit


class Force(models.TextChoices):
    """What stands behind the due day. Only the first is ever overdue."""

    STATUTORY = "statutory", "法定期限"
    ADVISED = "advised", "法律提倡"
    INTERNAL = "internal", "内部要求"


class Every(models.TextChoices):
    """How often a round comes again."""

    ONCE = "", "只这一次"
    MONTH = "month", "每月"
    QUARTER = "quarter", "每季"


class Reckoned(models.TextChoices):
    """How a figure of several rounds adds up: what happened in each, or how things stand at the end of the last."""

    SUMMED = "", "各期相加"
    AT_END = "at_end", "期末数，以最后一期为准"


class How(models.TextChoices):
    """The way in which a unit answers."""

    SHEET = "sheet", "Excel"
    LINES = "lines", "粘贴文字"
    THERE = "there", "已登记，就是这些"
    NOTHING = "nothing", "零报告"
    FIGURES = "figures", "只报数字"


class ReturnRound(TownModel):
    """一轮报送：which registers and figures of a period are asked, on what notice, until when.

    A round of the district stands once in each town that owes it, under the same `district_round`; `asked_by` says who
    asks, for these people are no town's. The town itself owes it, as the unit that is its government.
    """

    title = models.CharField(max_length=60)
    notice = models.CharField(max_length=80)
    notice_number = models.CharField(max_length=48, blank=True, default="")
    period_from = models.DateField()
    period_to = models.DateField()
    due_on = models.DateField()
    force = models.CharField(max_length=12, choices=Force, default=Force.INTERNAL)
    registers = models.CharField(max_length=200, blank=True, default="")  # ids, parted by commas
    every = models.CharField(max_length=8, choices=Every, blank=True, default="")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    made_on = models.DateField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(null=True)
    district_round = models.CharField(max_length=32, blank=True, default="")
    asked_by = models.CharField(max_length=64, blank=True, default="")
    closed_at_entry = models.BigIntegerField(null=True)  # entries of the town at closing: what comes later is late

    class Meta:
        indexes = [models.Index(fields=["town", "-period_to", "-id"], name="return_round_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["town", "district_round"], condition=~models.Q(district_round=""), name="district_round_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def register_ids(self) -> tuple[str, ...]:
        return tuple(one for one in self.registers.split(",") if one)

    @property
    def from_district(self) -> bool:
        return bool(self.district_round)


class AskedFigure(TownModel):
    """要报的数：a figure that a round asks: one of ours (shown filled, only confirmed), or one that the records do not give."""

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="figures")
    indicator = models.CharField(max_length=64, blank=True, default="")
    name = models.CharField(max_length=48)
    measure = models.CharField(max_length=12)
    reckoned = models.CharField(max_length=8, choices=Reckoned, blank=True, default="")


class OwingUnit(TownModel):
    """应报单位：a unit that owes a round."""

    round = models.ForeignKey(ReturnRound, on_delete=models.PROTECT, related_name="owing")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="return_owed_once")]


class Answer(TownModel):
    """回报：how a unit answered, who said it and by which medium, who recorded it, and what became of its rows."""

    owing = models.ForeignKey(OwingUnit, on_delete=models.PROTECT, related_name="answers")
    how = models.CharField(max_length=8, choices=How)
    told_by = models.CharField(max_length=32)
    medium = models.CharField(max_length=16)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    told_on = models.DateField()
    rows = models.IntegerField(default=0)
    imported = models.IntegerField(default=0)
    there = models.IntegerField(default=0)
    to_confirm = models.IntegerField(default=0)
    wrong = models.IntegerField(default=0)
    first_entry = models.BigIntegerField(null=True)
    entries = models.IntegerField(default=0)
    on_record = models.IntegerField(default=0)  # records of the unit and period when it answered


class ToldFigure(TownModel):
    """所报的数：a figure as a unit told it; `derived` is what the records gave at that moment, where they give it.

    What a town tells its district bears until when it counts, what it counts and the returns behind it.
    """

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="figures")
    asked = models.ForeignKey(AskedFigure, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=16, decimal_places=2)
    derived = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    as_of = models.DateField(null=True)
    definition = models.CharField(max_length=400, blank=True, default="")
    returned = models.IntegerField(null=True)
    owed = models.IntegerField(null=True)


class UnitUpload(models.Model):
    """待导入的回报：an upload that answers a round, until it is imported, and the figures that were told with it."""

    ledger_kind = Kind.OPERATIONAL
    batch = models.OneToOneField(ImportBatch, on_delete=models.CASCADE, related_name="+")
    owing = models.ForeignKey(OwingUnit, on_delete=models.CASCADE, related_name="+")
    how = models.CharField(max_length=8, choices=How)
    told_by = models.CharField(max_length=32)
    medium = models.CharField(max_length=16)
    figures = models.JSONField(default=dict)  # by the key of what was asked: the number as text
