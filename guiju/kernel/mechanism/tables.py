"""A superior's table that a mechanism fills from its records: headings, which cells must not be empty, the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from guiju.kernel.indicators.api import Period
from guiju.kernel.procedure.api import Moment

Cell = str | int | float | dt.date | None
TableRow = tuple[Cell, ...]


@dataclass(frozen=True)
class SuperiorTable:
    """A table that somebody above asks for, of a town and a period.

    `rows` gives cells in the order of `headings`, without clear text of natural persons. `required` are headings whose
    cell must be filled: a row that lacks one is named instead of being handed in. `names_row` is the heading by which
    a row is named, by the number of a matter or of its document where rows are matters. `notes` stand below the table:
    how it was counted. `opens` says by row (its first cell) and heading which indicator stands behind a figure; `posts`
    are those that may see the table and hand it in.
    """

    id: str
    label: str
    headings: tuple[str, ...]
    rows: Callable[[Moment, Period], Sequence[TableRow]]
    required: tuple[str, ...] = ()
    names_row: str = ""
    notes: tuple[str, ...] = ()
    opens: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)
    posts: tuple[str, ...] = ()

    def lacking(self, row: TableRow) -> tuple[str, ...]:
        """Required headings whose cell is empty in a row."""
        told = dict(zip(self.headings, row, strict=True))
        return tuple(heading for heading in self.required if told[heading] in (None, ""))
