"""Addresses of cells in formulas, and what becomes of them when rows are put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_CELL = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?<![\w.$])(?P<sheet>(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    rf"(?:(?P<first>{_CELL})(?::(?P<last>{_CELL}))?|(?P<top>\$?[1-9]\d*):(?P<bottom>\$?[1-9]\d*))(?![\w(.!])"
)
_PARTS = re.compile(r"(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)$")


def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def address(column: int, row: int) -> str:
    """Column and row, counted from 1, as B4."""
    return f"{column_letters(column)}{row}"


def place(text: str) -> tuple[int, int]:
    """B4 as column and row; raises ValueError for what is no address."""
    found = _PARTS.match(text.replace("$", ""))
    if found is None:
        raise ValueError(f"not a cell: {text}")
    return column_number(found[2]), int(found[4])


def area(text: str) -> tuple[int, int, int, int]:
    """B4:D9 (or B4) as first column, first row, last column, last row."""
    first, _, last = text.partition(":")
    return (*place(first), *place(last or first))


@dataclass(frozen=True)
class Inserted:
    """`by` rows put in below row `after` of a sheet. A range that reaches to `after` takes them in."""

    sheet: str
    after: int
    by: int
    within: bool = False  # said of a formula in row `after` itself: what it says of its own row stays there

    def row(self, row: int) -> int:
        """Where a row stands now."""
        return row + self.by if row > self.after else row

    def rows(self, first: int, last: int) -> tuple[int, int]:
        """Where a range of rows stands now."""
        takes_in = first <= self.after <= last and not (self.within and first == last)
        return self.row(first), last + self.by if takes_in else self.row(last)

    def areas(self, text: str) -> str:
        """The addresses of a sqref: cells and ranges parted by blanks."""
        return " ".join(self._area(one) for one in text.split())

    def _area(self, text: str) -> str:
        first, colon, last = text.partition(":")
        if not _PARTS.match(first) or (colon and not _PARTS.match(last)):
            return text
        return self._range(first, last) if colon else _moved(first, self.row(place(first)[1]))

    def _range(self, first: str, last: str) -> str:
        top, bottom = self.rows(place(first)[1], place(last)[1])
        return f"{_moved(first, top)}:{_moved(last, bottom)}"

    def formula(self, text: str, here: str) -> str:
        """A formula that stands on sheet `here`, with what it says of this sheet moved."""

        def replaced(found: re.Match[str]) -> str:
            sheet = found["sheet"]
            named = sheet[:-1].strip("'").replace("''", "'") if sheet else here
            if named != self.sheet or not (found["first"] or found["top"]):
                return found[0]
            head = sheet or ""
            if found["top"]:
                top, bottom = (int(found[name].lstrip("$")) for name in ("top", "bottom"))
                moved = self.rows(top, bottom)
                marks = ["$" if found[name].startswith("$") else "" for name in ("top", "bottom")]
                return f"{head}{marks[0]}{moved[0]}:{marks[1]}{moved[1]}"
            if found["last"]:
                return head + self._range(found["first"], found["last"])
            return head + _moved(found["first"], self.row(place(found["first"])[1]))

        return _TOKEN.sub(replaced, text)


def carried(text: str, columns: int, rows: int) -> str:
    """A formula copied so many columns and rows on: what is not held by $ moves with it."""

    def shifted(cell: str) -> str:
        found = _PARTS.match(cell)
        assert found is not None
        letters = found[2] if found[1] else column_letters(column_number(found[2]) + columns)
        row = int(found[4]) if found[3] else int(found[4]) + rows
        return f"{found[1]}{letters}{found[3]}{row}"

    return _each_cell(text, shifted)


def _each_cell(text: str, change: Callable[[str], str]) -> str:
    def replaced(found: re.Match[str]) -> str:
        if not found["first"]:
            return found[0]
        last = f":{change(found['last'])}" if found["last"] else ""
        return f"{found['sheet'] or ''}{change(found['first'])}{last}"

    return _TOKEN.sub(replaced, text)


def _moved(cell: str, row: int) -> str:
    found = _PARTS.match(cell)
    assert found is not None
    return f"{found[1]}{found[2]}{found[3]}{row}"
