"""Figures of a town's own registers: count, persons and amount, and never anything else."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Select
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.registers.definitions import Definition, definitions_of
from guiju.mechanisms.registers.models import ColumnField, EntryDetail
from guiju.mechanisms.registers.procedure import REPORT

READS = {Matter: ("event_date", "voided", "number")}


def indicators_of(town_id: int) -> list[Indicator]:
    """The figures of every register that a town has made, also of ended ones. Two statements."""
    return [indicator for definition in definitions_of(town_id) for indicator in _of(definition)]


def figure_ids(definition: Definition) -> list[str]:
    """The ids of a register's figures, in their order."""
    return [indicator.id for indicator in _of(definition)]


def _entries(definition: Definition, **given: Any) -> Select:
    def select(town: int, period: Period) -> QuerySet[EntryDetail]:
        counted = EntryDetail.objects.filter(town_id=town, definition_id=definition.key, matter__voided=False)
        return counted.filter(matter__event_date__range=period.both, **given)

    return select


def _of(definition: Definition) -> list[Indicator]:
    name = definition.name
    found = [_indicator(definition, "count", f"{name}：件数", "件", f"“{name}”台账的记录数")]
    if definition.has(ColumnField.PERSONS):
        told = f"“{name}”台账各记录写明的人数之和"
        found.append(_indicator(definition, "persons", f"{name}：人数", "人", told, amount_path="persons"))
    if definition.has(ColumnField.AMOUNT):
        told = f"“{name}”台账各记录写明的金额之和"
        found.append(_indicator(definition, "amount", f"{name}：金额", "元", told, amount_path="amount", money=True))
    return found


def _indicator(
    definition: Definition, what: str, name: str, unit: str, told: str, *, amount_path: str = "", money: bool = False
) -> Indicator:
    given = {f"{amount_path}__isnull": False} if amount_path else {}
    return Indicator(
        id=f"{definition.register_id}.{what}",
        name=name,
        unit=unit,
        definition=told,
        date_label="日期",
        select=_entries(definition, **given),
        amount_path=amount_path,
        money=money,
        basis=(REPORT,),
        reads={EntryDetail: ("definition_id", *([amount_path] if amount_path else [])), **READS},
    )
