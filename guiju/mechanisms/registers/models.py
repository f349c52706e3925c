"""Definitions of a town's own registers, and the detail of their entries. Both are ledgered."""

from __future__ import annotations

from django.db import models

from guiju.kernel.ledger.api import HashedJSONField, PrivateField
from guiju.kernel.matters.api import DetailModel, MatterModel
from guiju.kernel.organisation.api import TownModel, Unit


class ColumnField(models.TextChoices):
    """What a column of the sheet can be. The first seven are typed, each at most once in a register."""

    EVENT_DATE = "event_date", "日期"
    UNIT = "unit", "单位"
    TITLE = "title", "名称"
    PERSONS = "persons", "人数"
    AMOUNT = "amount", "金额"
    NOTE = "note", "备注"
    NUMBER = "number", "编号"
    TEXT = "text", "其他文字"
    LEFT_OUT = "left_out", "不收"


class RegisterDefinition(TownModel):
    """自定义台账：one register of a town, kept by the whole town or by one unit, from a day on."""

    code = models.CharField(max_length=16)
    name = models.CharField(max_length=30)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["town", "code"], name="own_register_code_once"),
            models.UniqueConstraint(fields=["town", "name"], name="own_register_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class DefinedColumn(TownModel):
    """One heading of the sheet and what it is; `private` text is sealed."""

    definition = models.ForeignKey(RegisterDefinition, on_delete=models.PROTECT, related_name="columns")
    ordinal = models.SmallIntegerField()
    heading = models.CharField(max_length=100)
    field = models.CharField(max_length=12, choices=ColumnField)
    private = models.BooleanField(default=False)


class EntryDetail(DetailModel):
    """One row of such a register. `further` holds its other public columns as text, by the column's ordinal."""

    definition = models.ForeignKey(RegisterDefinition, on_delete=models.PROTECT, related_name="+")
    persons = models.IntegerField(null=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    note = PrivateField()
    further = HashedJSONField(null=True)


class PrivateText(MatterModel):
    """The text of a column that may hold what concerns a natural person."""

    column = models.ForeignKey(DefinedColumn, on_delete=models.PROTECT, db_index=False, related_name="+")
    ordinal = models.SmallIntegerField()
    text = PrivateField()
