"""The registers that a town has defined, as values that planning reads without a query."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from guiju.mechanisms.registers.models import ColumnField, RegisterDefinition


@dataclass(frozen=True)
class Column:
    """One column of a defined register. `name` is the field under which a row holds its value."""

    key: int
    ordinal: int
    heading: str
    field: ColumnField
    private: bool

    @property
    def name(self) -> str:
        return f"column_{self.ordinal}" if self.field is ColumnField.TEXT else self.field.value


@dataclass(frozen=True)
class Definition:
    """One defined register with its columns in the order of the sheet."""

    key: int
    code: str
    name: str
    unit_id: int | None
    since: dt.date
    until: dt.date | None
    columns: tuple[Column, ...]

    @property
    def register_id(self) -> str:
        """The id of the register, with which the ids of its figures begin."""
        return f"registers.{self.code}"

    @cached_property
    def taken(self) -> tuple[Column, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if column.field is not ColumnField.LEFT_OUT)

    def has(self, field: ColumnField) -> bool:
        """Whether some column is this typed field."""
        return any(column.field is field for column in self.columns)


def definitions_of(town_id: int) -> list[Definition]:
    """Every register that a town has defined, also ended ones, in the order of their making. Two statements."""
    rows = RegisterDefinition.objects.filter(town_id=town_id).order_by("id").prefetch_related("columns")
    return [_defined(row) for row in rows]


def definition_of(key: int) -> Definition:
    """One definition by key; raises RegisterDefinition.DoesNotExist. Two statements."""
    return _defined(RegisterDefinition.objects.prefetch_related("columns").get(id=key))


def _defined(row: RegisterDefinition) -> Definition:
    columns = tuple(
        Column(column.id, column.ordinal, column.heading, ColumnField(column.field), column.private)
        for column in sorted(row.columns.all(), key=lambda column: column.ordinal)
    )
    return Definition(row.id, row.code, row.name, row.unit_id, row.since, row.until, columns)
