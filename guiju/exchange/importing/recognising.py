"""Which register a sheet is, and which column holds which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from guiju.exchange.sheets.api import (
    Column,
    Head,
    Heading,
    Layout,
    Refused,
    Sheet,
    UnknownLayout,
    find_head,
    match_layout,
    refusal_of,
    title_of,
)
from guiju.kernel.procedure.api import Register, SheetLayout


@dataclass(frozen=True)
class Remembered:
    """How a town said, once, that a heading is to be read: the register, and the heading key of each field."""

    register: str
    mapping: Mapping[str, str]


@dataclass(frozen=True)
class Recognised:
    """A sheet known as a register: where each field stands, and what is left out, with the reason."""

    sheet: Sheet
    register: Register
    layout: SheetLayout | None
    head: Head
    title: str
    columns: Mapping[str, Heading]
    unmatched: tuple[Heading, ...] = ()
    refused: tuple[Refused, ...] = ()
    constants: Mapping[str, object] = field(default_factory=dict)

    @property
    def mapping(self) -> dict[str, int]:
        """The column (from 0) of each field."""
        return {name: heading.column for name, heading in self.columns.items()}

    def stated_as(self, name: str) -> str:
        """The words that state a field above or below the table, such as 填报单位; empty if none can."""
        declared = self.layout.header_fields.get(name, "") if self.layout else ""
        return declared or ("填报单位" if name == self.register.unit else "")


@dataclass(frozen=True)
class Unrecognised:
    """A sheet that is no known register: its headings, and the Chinese sentence that says what to do."""

    sheet: Sheet
    head: Head | None
    message: str

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings found in the sheet."""
        return tuple(heading.text for heading in self.head.headings) if self.head else ()

    @property
    def is_table(self) -> bool:
        """Whether it looks like a table at all; a cover sheet or remarks do not."""
        return self.head is not None and len(self.head.headings) > 1


@lru_cache(maxsize=256)
def _layout(register_label: str, layout: SheetLayout) -> Layout:
    wanted = tuple(Column(column.field, column.headings, column.required) for column in layout.columns)
    return Layout(layout.id, register_label, wanted, {}, layout.titles, layout.ignored)


def recognise(
    sheet: Sheet, file_name: str, registers: Sequence[Register], remembered: Mapping[str, Remembered]
) -> Recognised | Unrecognised:
    """Tell which of the registers a sheet is. What the town has said of this heading goes before the layouts."""
    told = _as_remembered(sheet, registers, remembered)
    if told is not None:
        return told
    known = {layout.id: (register, layout) for register in registers for layout in register.layouts}
    layouts = [_layout(register.label, layout) for register, layout in known.values()]
    match = match_layout(sheet, layouts, file_name)
    if isinstance(match, UnknownLayout):
        return Unrecognised(sheet, match.head, match.message)
    register, layout = known[match.layout.id]
    rivals = [known[rival][0] for rival in match.rivals if known[rival][0].id != register.id]
    if rivals:
        names = "”也像“".join(dict.fromkeys(item.label for item in (register, *rivals)))
        message = f"工作表“{sheet.name}”既像“{names}”。请指明是哪一本台账（命令行用 --register）。"
        return Unrecognised(sheet, match.head, message)
    return Recognised(
        sheet, register, layout, match.head, match.title, match.columns, match.unmatched, match.refused,
        layout.constants,
    )  # fmt: skip


def _as_remembered(
    sheet: Sheet, registers: Iterable[Register], remembered: Mapping[str, Remembered]
) -> Recognised | None:
    head = find_head(sheet) if remembered else None
    told = remembered.get(head.signature) if head else None
    register = next((item for item in registers if told and item.id == told.register), None)
    return mapped_by_hand(sheet, register, told.mapping) if register and told else None


def mapped_by_hand(sheet: Sheet, register: Register, mapping: Mapping[str, str]) -> Recognised | None:
    """Read a sheet as a register by a mapping of fields to heading keys that a person gave; None without a heading.

    Columns that the product refuses by principle stay left out whatever the mapping says.
    """
    head = find_head(sheet)
    if head is None:
        return None
    refused = tuple(
        Refused(heading, reason) for heading in head.headings if (reason := refusal_of(heading.text)) is not None
    )
    barred = {item.heading.column for item in refused}
    fields = {item.name for item in register.fields}
    columns = {
        name: head.by_key[key]
        for name, key in mapping.items()
        if name in fields and key in head.by_key and head.by_key[key].column not in barred
    }
    taken = {heading.column for heading in columns.values()} | barred
    rest = tuple(h for h in head.headings if h.column not in taken and not h.is_ours and not h.is_serial)
    return Recognised(sheet, register, None, head, title_of(sheet, head), columns, rest, refused)
