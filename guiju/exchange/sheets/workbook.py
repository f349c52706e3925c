"""What a workbook is once it has been read: sheets of cells that still know where they stood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class UnreadableWorkbook(Exception):
    """A file that is not read. `message` is the Chinese sentence for the person who uploaded it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class LostDigits:
    """A number of 16 digits or more: Excel keeps 15, so what was typed (an ID, a serial) is lost for good."""

    value: float

    def __str__(self) -> str:
        return f"{self.value:.0f}"


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell that shows an Excel error, such as `#REF!`."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class UncomputedFormula:
    """A formula without a stored result: the file was written by a program and never opened in Excel or WPS."""

    def __str__(self) -> str:
        return "（公式未计算）"


Marker = LostDigits | ErrorValue | UncomputedFormula
Raw = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | Marker
"""What stands in a cell. A blank cell is the empty string."""


class Merge(NamedTuple):
    """A merged range: row numbers as Excel shows them (from 1), columns from 0; all four inclusive."""

    top: int
    left: int
    bottom: int
    right: int


def letter(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    rest = column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def is_blank(raw: Raw) -> bool:
    """Tell whether a cell shows nothing (spaces of any width count as nothing)."""
    return type(raw) is str and not raw.strip()


def shown(raw: Raw) -> str:
    """Return what a person sees in the cell, near enough to quote it in a message."""
    if type(raw) is str:
        return raw.strip()
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return format(raw, ".15g")
    if isinstance(raw, dt.datetime):
        return raw.strftime("%Y-%m-%d %H:%M")
    return str(raw)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with its place: `row` as Excel numbers it, `column` counted from 0."""

    row: int
    column: int
    raw: Raw

    @property
    def address(self) -> str:
        """The address as Excel shows it, such as B207."""
        return f"{letter(self.column)}{self.row}"

    @property
    def text(self) -> str:
        """What a person sees in the cell."""
        return shown(self.raw)


@dataclass(frozen=True)
class Sheet:
    """One worksheet. `rows` begins with row 1 and column A whatever is blank there; trailing blank rows are cut."""

    name: str
    rows: list[list[Raw]]
    merges: tuple[Merge, ...] = ()
    visible: bool = True

    @property
    def height(self) -> int:
        """The number of the last row that holds anything."""
        return len(self.rows)

    def row(self, number: int) -> list[Raw]:
        """Return the values of a row by its Excel number; below the last row nothing."""
        return self.rows[number - 1] if 1 <= number <= len(self.rows) else []

    def cell(self, number: int, column: int) -> Cell:
        """Return the cell at a row number (from 1) and column (from 0); blank outside the sheet."""
        values = self.row(number)
        return Cell(number, column, values[column] if column < len(values) else "")


@dataclass(frozen=True)
class Workbook:
    """A workbook as read: its file name and its sheets, hidden ones included (`visible` tells)."""

    name: str
    sheets: tuple[Sheet, ...] = field(default=())
