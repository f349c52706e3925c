"""A table of a Word form seen as a sheet is: columns and rows of its grid, a merged cell one text over all that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from guiju.exchange.superiors_forms.word import WordBlank, tag

At = tuple[int, int]  # column and row, from 1


class WordGrid:
    """One table by its number; what it offers a matrix is what a sheet offers."""

    def __init__(self, blank: WordBlank, table: int) -> None:
        self.blank, self.name = blank, f"t{table}"
        self.places: dict[At, str] = {}  # of the first cell that each cell covers
        self._areas: dict[At, list[int]] = {}  # by that cell: first column, first row, last column, last row
        open_below: dict[int, At] = {}
        for row, line in enumerate(blank.rows(table), 1):
            column = 1 + _number(line, "trPr", "gridBefore", 0)
            for number, cell in enumerate(blank.cells(line), 1):
                last = column + _number(cell, "tcPr", "gridSpan", 1) - 1
                goes_on = cell.find(f"{tag('tcPr')}/{tag('vMerge')}")
                if goes_on is not None and goes_on.get(tag("val")) != "restart" and column in open_below:
                    self._areas[open_below[column]][3] = row
                else:
                    at = column, row
                    self.places[at], self._areas[at] = f"{self.name}.r{row}.c{number}", [column, row, last, row]
                    open_below[column] = at
                column = last + 1

    @cached_property
    def merges(self) -> list[tuple[int, int, int, int]]:
        """Merged ranges: first column, first row, last column, last row."""
        return [(a, b, c, d) for a, b, c, d in self._areas.values() if (a, b) != (c, d)]

    @cached_property
    def _covered(self) -> dict[At, At]:
        return {
            (column, row): at
            for at, (left, top, right, bottom) in self._areas.items()
            for column in range(left, right + 1)
            for row in range(top, bottom + 1)
        }

    def head_of(self, at: At) -> At:
        """The cell in which a merged cell's text stands; itself for any other."""
        return self._covered.get(at, at)

    def span(self, where: str) -> tuple[int, int] | None:
        """Columns and rows that the cell of a place takes; None for one that lies under a merged one."""
        at = self.at(where)
        left, top, right, bottom = self._areas[at] if at else (1, 1, 1, 1)
        return (right - left + 1, bottom - top + 1) if at else None

    def at(self, where: str) -> At | None:
        """Column and row of a place; None for one that lies under a merged cell, or is none."""
        return self._by_place.get(where)

    @cached_property
    def _by_place(self) -> dict[str, At]:
        return {place: at for at, place in self.places.items()}

    def where(self, at: At) -> str:
        """The place as a mapping names it."""
        return self.places.get(self.head_of(at), f"{self.name}.r{at[1]}.c{at[0]}")

    def called(self, at: At) -> str:
        """The place as people name it."""
        return f"第{at[1]}行第{at[0]}列"

    def text(self, at: At) -> str:
        """What a cell shows, through merged ranges; empty for a formula."""
        place = self.places.get(self.head_of(at))
        return "" if place is None or self.formula(at) else self.blank.text(place)

    def formula(self, at: At) -> str:
        """The formula of a Word field in a cell, such as =SUM(ABOVE); empty where there is none."""
        place = self.places.get(self.head_of(at))
        if place is None:
            return ""
        cell = self.blank.cell(place)
        told = [one.get(tag("instr"), "") for one in cell.iter(tag("fldSimple"))]
        told.append("".join(one.text or "" for one in cell.iter(tag("instrText"))))
        return next((one.strip() for one in told if one.strip().startswith("=")), "")

    def texts(self) -> Iterator[tuple[At, str]]:
        """All cells with a text, row by row."""
        for at in sorted(self.places, key=lambda one: (one[1], one[0])):
            if told := self.text(at):
                yield at, told

    def put(self, at: At, value: object) -> None:
        """Write a value into a cell and keep its style."""
        self.blank.put(self.where(at), value)


def _number(element: Any, properties: str, name: str, usual: int) -> int:
    """A number that the properties of a row or cell tell."""
    found = element.find(f"{tag(properties)}/{tag(name)}")
    return usual if found is None else int(found.get(tag("val"), usual))
