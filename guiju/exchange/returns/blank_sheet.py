"""The workbook made for a unit to fill in: the register's own headings, its unit stated, its last lines as examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guiju.exchange.returns.models import ReturnRound
from guiju.exchange.sheets.api import write_blank
from guiju.kernel.ledger.api import private_columns
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Directory, subtree
from guiju.kernel.procedure.api import Register, load_snapshots

EXAMPLES = 3


def template_columns(register: Register) -> list[tuple[str, str, bool]]:
    """Field, heading and whether it is required, in the order of the register's own layout; the unit stands above."""
    return [
        (column.field, column.headings[0], column.required)
        for column in register.layouts[0].columns
        if column.field != register.unit
    ]


def title_for(register: Register, unit: str, one: ReturnRound) -> str:
    """The line above the table, from which the importer takes the unit."""
    return f"{register.label}（{one.period_from.isoformat()}至{one.period_to.isoformat()}）　填报单位：{unit}"


def blank_sheet(register: Register, one: ReturnRound, unit_id: int, directory: Directory) -> bytes:
    """The workbook as xlsx bytes. Examples hold nothing private. Three statements or so."""
    columns = template_columns(register)
    units = subtree([unit_id], directory.sight_tree)
    last = Matter.objects.filter(register.matters(), town_id=one.town_id, unit_id__in=units, voided=False).order_by(
        "-registered_on", "-id"
    )[:EXAMPLES]
    examples = list(_examples(register, [name for name, _, _ in columns], [matter.id for matter in last]))
    return write_blank(
        [heading for _, heading, _ in columns],
        title=title_for(register, directory.unit_names[unit_id], one),
        required=[heading for _, heading, needed in columns if needed],
        examples=examples,
        helps=[register.field_table[name].help for name, _, _ in columns],
    )


def _examples(register: Register, names: Sequence[str], matters: Sequence[int]) -> Iterator[list[Any]]:
    snapshots = load_snapshots(list(matters))
    for key in matters:
        snapshot = snapshots[key]
        hidden = private_columns(snapshot.procedure.detail) if snapshot.procedure.detail else ()
        row = []
        for name in names:
            item = register.field_table[name]
            value = (
                "" if item.is_private or name in hidden else snapshot.detail.get(name, snapshot.matter.get(name, ""))
            )
            row.append(item.choices[value] if item.choices and value in item.choices else value)
        yield row
