"""From a definition to the register that the importer reads, and what a row of it tells."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from guiju.exchange.sheets.api import refusal_of
from guiju.kernel.procedure.api import Input, Moment, Opens, Register, SheetColumn, SheetLayout, Told, Unclear, claimed
from guiju.mechanisms.registers import forms
from guiju.mechanisms.registers.definitions import Column, Definition, definitions_of
from guiju.mechanisms.registers.indicators import figure_ids
from guiju.mechanisms.registers.models import ColumnField, EntryDetail
from guiju.mechanisms.registers.procedure import KIND

Row = Mapping[str, Any]


def registers_of(town_id: int) -> list[Register]:
    """The registers that a town has made itself and still keeps. Two statements."""
    return [register_from(definition) for definition in definitions_of(town_id) if definition.until is None]


def register_from(definition: Definition) -> Register:
    """The register of a definition. A heading that has come to be refused since is left out."""
    columns = [column for column in definition.taken if refusal_of(column.heading) is None]
    layout = SheetLayout(
        f"{definition.register_id}.own",
        definition.name,
        # All are required: a sheet that lacks one is another sheet, and a person has to say what it is.
        tuple(SheetColumn(column.name, (column.heading,), required=True) for column in columns),
        ignored=tuple(column.heading for column in definition.columns if column.field is ColumnField.LEFT_OUT),
        titles=(definition.name,),
    )
    return Register(
        id=definition.register_id,
        label=definition.name,
        mechanism="registers",
        fields=_fields(definition, columns),
        layouts=(layout,),
        tells=_tells(definition, columns),
        kinds=(KIND,),
        figures=tuple(figure_ids(definition)),
        among=lambda: EntryDetail.objects.filter(definition_id=definition.key).values("matter_id"),
    )


def _fields(definition: Definition, columns: list[Column]) -> tuple[Input, ...]:
    found = [_input(column) for column in columns]
    if definition.unit_id is None and not definition.has(ColumnField.UNIT):
        found.append(forms.UNIT)  # stated above the table, or the importer's own
    return tuple(found)


def _input(column: Column) -> Input:
    if column.field is ColumnField.TEXT:
        return forms.text_column(column.name, column.heading, private=column.private)
    return dataclasses.replace(forms.TYPED[column.field], label=column.heading)


def _tells(definition: Definition, columns: list[Column]) -> Callable[[Row, Moment], Told]:
    texts = [column for column in columns if column.field is ColumnField.TEXT]
    public = [(column.name, str(column.ordinal)) for column in texts if not column.private]
    sealed = [(column.name, column.key, column.ordinal) for column in texts if column.private]
    typed = [column.name for column in columns if column.field is not ColumnField.TEXT]

    def tells(row: Row, moment: Moment) -> Told:
        if definition.unit_id is not None and not _sees(moment, definition.unit_id):
            keeper = moment.directory.unit_names.get(definition.unit_id, "")
            return Unclear(f"“{definition.name}”是{keeper}的台账，您的岗位看不到这个单位，请交给该单位或司法所导入。")
        values = {name: row.get(name) for name in typed}
        values |= {
            "unit": row.get("unit") if definition.unit_id is None else definition.unit_id,
            "definition": definition.key,
            "register": definition.name,
            "register_id": definition.register_id,
            "further": {ordinal: str(row[name]) for name, ordinal in public if row.get(name)},
            "private_texts": [(key, at, str(row[name])) for name, key, at in sealed if row.get(name)],
        }
        return Opens(KIND, (claimed("record_entry", row["event_date"], values),))

    return tells


def _sees(moment: Moment, unit_id: int) -> bool:
    return moment.acting.sees_town or unit_id in moment.acting.unit_ids
