"""What pages show: the registers of a town; of an entry its register, its further columns, its private texts."""

from __future__ import annotations

from guiju.kernel.mechanism.api import OwnRegister
from guiju.kernel.procedure.api import Snapshot
from guiju.mechanisms.registers.definitions import definition_of, definitions_of
from guiju.mechanisms.registers.models import ColumnField, PrivateText


def told(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The register's name, then heading and text of each public text column that says something. Two statements."""
    definition = definition_of(snapshot.detail["definition_id"])
    further = snapshot.detail["further"] or {}
    shown = [
        (column.heading, further[str(column.ordinal)])
        for column in definition.columns
        if column.field is ColumnField.TEXT and str(column.ordinal) in further
    ]
    return [("台账", definition.name), *shown]


def headings(snapshot: Snapshot) -> dict[int, str]:
    """The heading of each private text by the key of its row. Two statements where there are any."""
    rows = snapshot.of(PrivateText)
    if not rows:
        return {}
    words = {column.key: column.heading for column in definition_of(snapshot.detail["definition_id"]).columns}
    return {row["id"]: words[row["column_id"]] for row in rows}


def listed(town_id: int) -> list[OwnRegister]:
    """The registers that a town has made, also ended ones, in the order of their making. Two statements."""
    return [
        OwnRegister(
            definition.register_id,
            definition.name,
            definition.unit_id,
            definition.since,
            definition.until,
            tuple((column.heading, str(column.field.label), column.private) for column in definition.taken),
        )
        for definition in definitions_of(town_id)
    ]
