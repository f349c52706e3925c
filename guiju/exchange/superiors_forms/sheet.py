"""One sheet of a workbook: its texts, formulas and merged cells; values put in and rows added with the style kept."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from lxml import etree

from guiju.exchange.superiors_forms.references import Inserted, address, area, carried, place

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
EPOCH = dt.date(1899, 12, 30)
Value = str | int | Decimal | dt.date
_MOST_ROWS, _MOST_COLUMNS = 2000, 256  # of a blank; what lies beyond is not looked at


def tag(name: str) -> str:
    """A name in the namespace of workbooks."""
    return f"{{{NS}}}{name}"


class Sheet:
    """A sheet, read from and written into its XML; `shared` are the shared texts, `dated` the styles that show dates."""

    def __init__(self, name: str, root: Any, shared: Sequence[str], dated: frozenset[int]) -> None:
        self.name, self.root, self._shared, self._dated = name, root, shared, dated
        self.changed = False
        self._filled: list[Any] = []  # cells that were written, held so that they stay the same objects

    @cached_property
    def _data(self) -> Any:
        return self.root.find(tag("sheetData"))

    @cached_property
    def _rows(self) -> dict[int, Any]:
        return {int(row.get("r")): row for row in self._data.iter(tag("row"))}

    @cached_property
    def _cells(self) -> dict[tuple[int, int], Any]:
        return {place(cell.get("r")): cell for row in self._rows.values() for cell in row.iter(tag("c"))}

    def _forget(self) -> None:
        for name in ("_rows", "_cells", "merges", "_covered"):
            self.__dict__.pop(name, None)

    @cached_property
    def merges(self) -> list[tuple[int, int, int, int]]:
        """Merged ranges: first column, first row, last column, last row."""
        return [area(one.get("ref")) for one in self.root.iter(tag("mergeCell"))]

    @cached_property
    def _covered(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {
            (column, row): (left, top)
            for left, top, right, bottom in self.merges
            for column in range(left, min(right, _MOST_COLUMNS) + 1)
            for row in range(top, min(bottom, _MOST_ROWS) + 1)
        }

    def head_of(self, at: tuple[int, int]) -> tuple[int, int]:
        """The cell in which a merged cell's text stands; itself for any other."""
        return self._covered.get(at, at)

    def last(self) -> tuple[int, int]:
        """The last column and row that hold a text, a formula or a style."""
        cells = [at for at in self._cells if at[0] <= _MOST_COLUMNS and at[1] <= _MOST_ROWS]
        return max((at[0] for at in cells), default=1), max((at[1] for at in cells), default=1)

    def text(self, at: tuple[int, int]) -> str:
        """What a cell shows, through merged ranges; empty for a formula."""
        cell = self._cells.get(self.head_of(at))
        if cell is None or cell.find(tag("f")) is not None:
            return ""
        if cell.get("t") == "inlineStr":
            return "".join(one.text or "" for one in cell.iter(tag("t"))).strip()
        value = cell.findtext(tag("v")) or ""
        return (self._shared[int(value)] if cell.get("t") == "s" else value).strip()

    def formula(self, at: tuple[int, int]) -> str:
        """The formula of a cell; empty where there is none, = alone where it shares another's."""
        cell = self._cells.get(self.head_of(at))
        found = cell.find(tag("f")) if cell is not None else None
        return "" if found is None else f"={found.text or ''}"

    def where(self, at: tuple[int, int]) -> str:
        """The place as a mapping names it."""
        return f"{self.name}!{address(*at)}"

    def called(self, at: tuple[int, int]) -> str:
        """The place as people name it."""
        return address(*at)

    def texts(self) -> Iterator[tuple[tuple[int, int], str]]:
        """All cells with a text, row by row."""
        for at in sorted(self._cells, key=lambda one: (one[1], one[0])):
            told = self.text(at) if self.head_of(at) == at else ""
            if told and at[0] <= _MOST_COLUMNS and at[1] <= _MOST_ROWS:
                yield at, told

    def exists(self, row: int) -> bool:
        """Whether the blank has the row, styled or filled."""
        return row in self._rows and len(self._rows[row]) > 0

    def widths(self) -> Mapping[int, float]:
        """Width of columns in characters, where the sheet tells it."""
        found: dict[int, float] = {}
        for one in self.root.iter(tag("col")):
            first, last = int(one.get("min")), min(int(one.get("max")), _MOST_COLUMNS)
            found.update(dict.fromkeys(range(first, last + 1), float(one.get("width", "9"))))
        return found

    def put(self, at: tuple[int, int], value: Value) -> None:
        """Write a value into a cell and keep its style. A text stays a text, whatever it begins with."""
        cell = self._cell(self.head_of(at))
        self._filled.append(cell)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(value, dt.date) and int(cell.get("s", "0")) in self._dated:
            value = (value - EPOCH).days
        if isinstance(value, int | Decimal):
            etree.SubElement(cell, tag("v")).text = str(value)
        else:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, tag("is")), tag("t"))
            text.text = value.isoformat() if isinstance(value, dt.date) else value
            text.set(SPACE, "preserve")
        self.changed = True

    def is_filled(self, at: tuple[int, int]) -> bool:
        """Whether a value was written into the cell."""
        cell = self._cells.get(at)
        return any(cell is one for one in self._filled)

    def _cell(self, at: tuple[int, int]) -> Any:
        if at in self._cells:
            return self._cells[at]
        row = self._rows.get(at[1])
        if row is None:
            row = etree.Element(tag("row"), r=str(at[1]))
            self._data.insert(sum(1 for number in self._rows if number < at[1]), row)
            self._rows[at[1]] = row
        cell = etree.Element(tag("c"), r=address(*at))
        row.insert(sum(1 for one in row if place(one.get("r"))[0] < at[0]), cell)
        self._cells[at] = cell
        return cell

    def insert(self, change: Inserted) -> None:
        """Put rows in below a row, as copies of it without its values; everything below moves."""
        self.part_shared_formulas()
        template = self._rows.get(change.after)
        for number, row in sorted(self._rows.items(), reverse=True):
            if number > change.after:
                _renumber(row, number + change.by)
        if template is not None:
            position = list(self._data).index(template) + 1
            for step in range(change.by, 0, -1):
                self._data.insert(position, _copied(template, change.after + step, step))
        self._copy_merges(change)
        self._forget()
        self.changed = True

    def _copy_merges(self, change: Inserted) -> None:
        """Merged ranges within the copied row are merged in the new rows as well; those below move."""
        held = self.root.find(tag("mergeCells"))
        if held is None:
            return
        for one in list(held):
            left, top, right, bottom = area(one.get("ref"))
            if top == bottom == change.after:
                for step in range(1, change.by + 1):
                    ref = f"{address(left, top + step)}:{address(right, top + step)}"
                    etree.SubElement(held, tag("mergeCell"), ref=ref)
            elif top > change.after:
                one.set("ref", f"{address(left, top + change.by)}:{address(right, bottom + change.by)}")
            elif bottom > change.after:
                one.set("ref", f"{address(left, top)}:{address(right, bottom + change.by)}")
        if held.get("count"):
            held.set("count", str(len(held)))

    def part_shared_formulas(self) -> None:
        """Write formulas that cells share out in each, so that each can move by itself."""
        masters: dict[str, tuple[str, tuple[int, int]]] = {}
        for at, cell in self._cells.items():
            found = cell.find(tag("f"))
            if found is not None and found.get("t") == "shared" and found.text:
                masters[found.get("si")] = (found.text, at)
        for at, cell in self._cells.items():
            found = cell.find(tag("f"))
            if found is None or found.get("t") != "shared":
                continue
            text, first = masters[found.get("si")]
            found.text = carried(text, at[0] - first[0], at[1] - first[1])
            for name in ("t", "si", "ref"):
                found.attrib.pop(name, None)
            self.changed = True

    def move_formulas(self, change: Inserted) -> None:
        """Follow rows that were put in, here or on another sheet, in all formulas and addresses of this sheet."""
        own = dataclasses.replace(change, within=True)
        for at, cell in self._cells.items():
            found = cell.find(tag("f"))
            if found is not None:
                within = self.name == change.sheet and at[1] == change.after
                self._set(found, (own if within else change).formula(found.text or "", self.name))
        for part in self.root:
            if part.tag in (tag("sheetData"), tag("mergeCells")):
                continue
            for one in part.iter():
                if one.tag in (tag("formula"), tag("formula1"), tag("formula2")):
                    self._set(one, change.formula(one.text or "", self.name))
                for name in ("ref", "sqref", "activeCell") if self.name == change.sheet else ():
                    if one.get(name):
                        one.set(name, change.areas(one.get(name)))
        for one in self.root.iter(tag("brk")) if self.name == change.sheet else ():
            if one.getparent().tag == tag("rowBreaks"):
                one.set("id", str(change.row(int(one.get("id")))))

    def _set(self, element: Any, text: str) -> None:
        if text != (element.text or ""):
            element.text, self.changed = text, True

    def forget_results(self) -> None:
        """Take out what formulas came to before: whoever opens the workbook counts anew."""
        for cell in self._cells.values():
            value = cell.find(tag("v"))
            if cell.find(tag("f")) is not None and value is not None:
                cell.remove(value)
                cell.attrib.pop("t", None)
                self.changed = True


def _renumber(row: Any, number: int) -> None:
    row.set("r", str(number))
    for cell in row:
        if cell.get("r"):
            cell.set("r", address(place(cell.get("r"))[0], number))


def _copied(template: Any, number: int, step: int) -> Any:
    row = copy.deepcopy(template)
    _renumber(row, number)
    for cell in row:
        formula = cell.find(tag("f"))
        if formula is not None:
            formula.text = carried(formula.text or "", 0, step)
        else:
            for child in list(cell):
                cell.remove(child)
            cell.attrib.pop("t", None)
    return row
