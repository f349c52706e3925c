"""The sheet's own sums beside ours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.reading import ReadSheet
from guiju.exchange.sheets.api import Parsed, Total, money_scale, read_integer, read_money


@dataclass(frozen=True)
class TotalLine:
    """One sum that the sheet states: of which field (empty: of the rows themselves), theirs and ours."""

    row: int
    label: str
    field: str
    theirs: Decimal | int
    ours: Decimal | int

    @property
    def agrees(self) -> bool:
        return self.theirs == self.ours

    @property
    def sentence(self) -> str:
        """Both as people read them."""
        stated = f"{self.label} {self.theirs:,}" if self.field else f"“{self.label}”"
        return f"表上{stated}，这里算得 {self.ours:,}"


def totals_of(read: ReadSheet) -> tuple[TotalLine, ...]:
    """Compare each sum row with the rows of the sheet, doubled rows counted once."""
    lines = [line for line in read.lines if line.state is not State.DOUBLED]
    return tuple(found for total in read.body.totals for found in _compared(read, total, lines))


def _compared(read: ReadSheet, total: Total, lines: list[Line]) -> Iterable[TotalLine]:
    for name, raw in total.by_field.items():
        item = read.recognised.register.field_table[name]
        heading = read.recognised.columns[name].text
        if item.kind == "money":
            result: Any = read_money(raw, money_scale(heading))
        elif item.kind == "integer":
            result = read_integer(raw)
        else:
            continue
        if isinstance(result, Parsed) and result.value is not None:
            values = [line.values.get(name) for line in lines]
            ours = sum((value for value in values if value is not None), type(result.value)(0))
            yield TotalLine(total.number, heading, name, result.value, ours)
    if len(total.numbers_in_label) == 1 and total.numbers_in_label[0] == int(total.numbers_in_label[0]):
        yield TotalLine(total.number, total.label, "", int(total.numbers_in_label[0]), len(lines))
