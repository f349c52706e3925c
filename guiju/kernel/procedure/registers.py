"""A register as a town keeps it in Excel: its fields, the layouts it comes in, and which steps a row tells.

One row is one plan: either it opens a matter with its dated steps, or it joins somebody to a matter that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.inputs import Input
from guiju.kernel.procedure.snapshot import Moment


@dataclass(frozen=True)
class Joins:
    """The row says that somebody took part in the matter with this number."""

    number: str
    capacity: str
    name: str
    on: Any  # date
    unit_id: int | None = None


@dataclass(frozen=True)
class Again:
    """By what a matter is known that something else has told before, so that it is not opened twice.

    By its number; without one by kind, day and unit of the row, and by title and person where these are told, which is
    then asked. `joins` is what the row means where its number is on record; else it is compared with what is recorded.
    """

    number: str = ""
    title: str = ""
    person: str = ""
    joins: Joins | None = None


@dataclass(frozen=True)
class Opens:
    """The row opens a matter of this kind, by these steps in order; `again`: unless it is on record already."""

    kind: str
    intents: Sequence[Intent]
    again: Again | None = None


@dataclass(frozen=True)
class Unclear:
    """The row cannot be understood without a person's answer; nothing is written for it."""

    question: str
    field: str = ""


Told = Opens | Joins | Unclear


@dataclass(frozen=True)
class SheetColumn:
    """A column of a layout: the field, and the headings under which it stands (父/子 for merged heads)."""

    field: str
    headings: tuple[str, ...]
    required: bool = False


@dataclass(frozen=True)
class SheetLayout:
    """One way in which the register is laid out. `ignored` headings are known and left out without a word.

    `constants` are field values that the layout implies; `titles` tell layouts with alike columns apart.
    `header_fields` are fields that no column holds: the words under which they stand above or below the table
    (填表人). The register's unit is looked for under 填报单位 without being declared.
    """

    id: str
    label: str
    columns: tuple[SheetColumn, ...]
    ignored: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    constants: Mapping[str, Any] = field(default_factory=dict, hash=False)
    header_fields: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Register:
    """A register: fields with their inputs, layouts, and the function from a row's values to what it tells.

    `number` is the field that holds the register's own number; rows without one are identified by their content.
    `names_matters` are fields that hold numbers of other matters; with `needs_matters` a row may stay open until the
    matter that it names is on record, so such a register is imported after those matters. `kinds` are the kinds of
    matter that stand in it and `figures` the ids of the figures that count them: what a round of returns asks for.
    `among` selects the keys of its matters where several registers share a kind.
    """

    id: str
    label: str
    mechanism: str
    fields: tuple[Input, ...]
    layouts: tuple[SheetLayout, ...]
    tells: Callable[[Mapping[str, Any], Moment], Told]
    number: str = "number"
    unit: str = "unit"
    names_matters: tuple[str, ...] = ()
    needs_matters: bool = False
    kinds: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    among: Callable[[], QuerySet[Any, Any]] | None = None

    def matters(self) -> Q:
        """Which matters stand in it."""
        which = Q(mechanism=self.mechanism, kind__in=self.kinds)
        return which if self.among is None else which & Q(pk__in=self.among())

    @cached_property
    def field_table(self) -> Mapping[str, Input]:
        return {item.name: item for item in self.fields}


def columns(*pairs: str) -> tuple[SheetColumn, ...]:
    """Columns written as "field: heading | other heading"; a * after the field makes it required."""
    found = []
    for pair in pairs:
        name, _, headings = pair.partition(":")
        required = name.rstrip().endswith("*")
        words = tuple(heading.strip() for heading in headings.split("|"))
        found.append(SheetColumn(name.strip().rstrip("*").strip(), words, required))
    return tuple(found)


def claimed(step: str, on: Any, values: Mapping[str, Any], *names: str, medium: str = "sheet") -> Intent:
    """A step that a row claims, with the named values of the row (all without names)."""
    chosen = {name: values.get(name) for name in names} if names else dict(values)
    return Intent(step, chosen, on, "claimed", medium)
