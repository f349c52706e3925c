"""Pasted lines that a person has confirmed, as a workbook of the register: what the importer then reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guiju.exchange.returns.blank_sheet import template_columns, title_for
from guiju.exchange.returns.models import ReturnRound
from guiju.exchange.returns.pasting.api import PastedRow
from guiju.exchange.sheets.api import write_list
from guiju.kernel.procedure.api import Input, Register

DAYS = ("event_date", "mediated_on", "dispatched_on", "accepted_on", "found_on")
SIDES = (("applicant", "respondent"), ("parties", ""), ("client", ""), ("caller", ""))
TEXTS = ("facts", "content", "subject", "title")


def day_field(register: Register) -> str:
    """The field in which the day of an event stands."""
    names = {name for name, _, _ in template_columns(register)}
    return next((name for name in DAYS if name in names), "")


def kind_field(register: Register) -> Input | None:
    """The field that holds the kind of a dispute; None where the register has none."""
    return register.field_table.get("dispute_kind")


def fields_asked(register: Register) -> list[str]:
    """Which fields a person confirms: what can be read from a line, and what the register requires, in its order."""
    read = {day_field(register), "dispute_kind", "amount", *(name for pair in SIDES for name in pair), *TEXTS}
    return [name for name, _, needed in template_columns(register) if name in read or needed]


def suggested(row: PastedRow, register: Register) -> dict[str, tuple[Any, str]]:
    """By field: the value that was read (a suggestion where there is a question), and the question."""
    names = fields_asked(register)
    found: dict[str, tuple[Any, str]] = {day_field(register): (row.day.value, row.day.question)}
    one, two = row.people.value or ("", "")
    first, second = next((pair for pair in SIDES if pair[0] in names), ("", ""))
    if first:
        found[first] = (one if second else "、".join(name for name in (one, two) if name), row.people.question)
    if second:
        found[second] = (two, row.people.question)
    kind = kind_field(register)
    if kind is not None:
        found[kind.name] = (kind.choices[row.kind.value] if row.kind.value else "", row.kind.question)
    found["amount"] = (row.amount.value, row.amount.question)
    for name in TEXTS:
        found[name] = (row.text, "")
    needed = {name for name, _, required in template_columns(register) if required}
    return {
        name: found.get(name, ("", f"{register.field_table[name].label}没有写，请填。" if name in needed else ""))
        for name in names
    }


def confirmed_sheet(register: Register, one: ReturnRound, unit: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows under the register's own headings, the unit stated above."""
    asked = fields_asked(register)
    columns = [(name, heading) for name, heading, _ in template_columns(register) if name in asked]
    told = ([row.get(name, "") for name, _ in columns] for row in rows)
    return write_list(
        [heading for _, heading in columns], told, title=title_for(register, unit, one), sheet_name="粘贴的文字"
    )
