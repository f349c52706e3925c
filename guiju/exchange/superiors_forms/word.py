"""A blank Word form: its tables and paragraphs, what can be filled in them, and the filling with the style kept.

A cell is named t1.r2.c3 (table, row, cell), a blank line in a paragraph p5.1, its boxes p5.x.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.package import SAVE_AS, Package

DOCUMENT = "word/document.xml"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANK = re.compile(r"_{2,}")
BOX, TICKED = "□☐", "☑"
OPTION = re.compile(rf"[{BOX}]\s*([^{BOX}{TICKED}\s，、；。,;]+)")

_AFTER_UNDERLINE = frozenset(
    f"{{{NS}}}{name}"
    for name in (
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
    )
)


def tag(name: str) -> str:
    """A name in the namespace of Word."""
    return f"{{{NS}}}{name}"


@dataclass(frozen=True)
class Spot:
    """Something that can be filled: a cell, a blank in a paragraph, or a paragraph's boxes with their words."""

    where: str
    kind: str  # cell, blank, boxes
    label: str
    options: tuple[str, ...] = ()


class WordBlank:
    """The parts of a Word form that people fill. Raises FormError where it is none."""

    kind = "docx"

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        if DOCUMENT not in self.package:
            raise FormError(f"《{name}》不是 Word 文件。{SAVE_AS}。")
        self.body = self.package.tree(DOCUMENT).find(tag("body"))
        self.tables = list(self.body.iter(tag("tbl")))
        self.paragraphs = list(self.body.iter(tag("p")))
        self.filled: list[Any] = []  # elements that were written, for the preview

    def rows(self, table: int) -> list[Any]:
        """The rows of a table, counted from 1 by their place in the list."""
        return list(self.tables[table - 1].iterchildren(tag("tr")))

    def cells(self, row: Any) -> list[Any]:
        """The cells of a row, as they lie side by side."""
        return list(row.iterchildren(tag("tc")))

    def cell(self, where: str) -> Any:
        """The cell of an address; raises FormError where the form has none."""
        table, row, column = _numbers(where)
        try:
            return self.cells(self.rows(table)[row - 1])[column - 1]
        except IndexError:
            raise FormError(f"表里没有第{table}张表第{row}行第{column}格，表样变了。请重新指定。") from None

    def text(self, where: str) -> str:
        """What stands at an address."""
        if where.startswith("t"):
            return text_of(self.cell(where))
        return text_of(self.paragraphs[int(where[1:].partition(".")[0]) - 1])

    def label(self, where: str) -> str:
        """What a person calls the place: the text left of a cell, else above it; the words before a blank."""
        if not where.startswith("t"):
            number, _, part = where[1:].partition(".")
            told = text_of(self.paragraphs[int(number) - 1])
            if part == "x":
                return re.split(rf"[{BOX}{TICKED}]", told)[0].strip("：: ") or "选项"
            return _before(told, int(part))
        table, row, column = _numbers(where)
        line = self.cells(self.rows(table)[row - 1])
        left = next((told for cell in reversed(line[: column - 1]) if (told := text_of(cell))), "")
        return left or self._above(table, row, column)

    def _above(self, table: int, row: int, column: int) -> str:
        for line in reversed(self.rows(table)[: row - 1]):
            cells = self.cells(line)
            if column <= len(cells) and text_of(cells[column - 1]):
                return text_of(cells[column - 1])
        return ""

    def spots(self) -> Iterator[Spot]:
        """Everything that can be filled, in reading order."""
        for number, paragraph in enumerate(self.paragraphs, 1):
            yield from self.spots_in(number, paragraph)
        for table in range(1, len(self.tables) + 1):
            for row, line in enumerate(self.rows(table), 1):
                for column, cell in enumerate(self.cells(line), 1):
                    if not text_of(cell):
                        where = f"t{table}.r{row}.c{column}"
                        yield Spot(where, "cell", self.label(where))

    def spots_in(self, number: int, paragraph: Any) -> Iterator[Spot]:
        """The blanks and boxes of one paragraph."""
        told = text_of(paragraph)
        for at in range(1, len(BLANK.findall(told)) + 1):
            yield Spot(f"p{number}.{at}", "blank", _before(told, at))
        options = tuple(OPTION.findall(told))
        if options:
            yield Spot(f"p{number}.x", "boxes", self.label(f"p{number}.x"), options)

    def put(self, where: str, value: object) -> bool:
        """Fill a place; False where the boxes have no option of this name."""
        text = written(value)
        self.package.edit(DOCUMENT)
        if where.startswith("t"):
            self._put_in_cell(self.cell(where), text)
            return True
        number, _, part = where[1:].partition(".")
        paragraph = self.paragraphs[int(number) - 1]
        self.filled.append(paragraph)
        if part == "x":
            return _tick(paragraph, text)
        _fill_blank(paragraph, int(part), text)
        return True

    def _put_in_cell(self, cell: Any, text: str) -> None:
        self.filled.append(cell)
        paragraph = next(cell.iterchildren(tag("p")), None)
        if paragraph is None:
            paragraph = etree.SubElement(cell, tag("p"))
        for run in list(paragraph.iterchildren(tag("r"))):
            paragraph.remove(run)
        run = etree.SubElement(paragraph, tag("r"))
        style = paragraph.find(f"{tag('pPr')}/{tag('rPr')}")
        if style is None:
            style = next((one for one in cell.getparent().iter(tag("rPr")) if one.getparent().tag == tag("r")), None)
        if style is not None:
            run.append(_plain(style))
        for at, line in enumerate(text.split("\n")):
            if at:
                etree.SubElement(run, tag("br"))
            written_text = etree.SubElement(run, tag("t"))
            written_text.text = line
            written_text.set(SPACE, "preserve")

    def prepared(self, table: int, first: int) -> int:
        """How many empty rows stand ready from a row on; 0 where it is not empty."""
        count = 0
        for row in self.rows(table)[first - 1 :]:
            told = [text_of(cell) for cell in self.cells(row)]
            if any(text and not text.isdigit() for text in told):
                break
            count += 1
        return count

    def insert(self, table: int, after: int, by: int) -> None:
        """Put copies of an empty row in below it."""
        self.package.edit(DOCUMENT)
        row = self.rows(table)[after - 1]
        for _ in range(by):
            row.addnext(copy.deepcopy(row))

    def saved(self) -> bytes:
        """The document as bytes."""
        return self.package.saved()


def text_of(element: Any) -> str:
    """The text of a paragraph or cell, its paragraphs one below the other."""
    paragraphs = [element] if element.tag == tag("p") else list(element.iter(tag("p")))
    told = ["".join(one.text or "" for one in paragraph.iter(tag("t"))) for paragraph in paragraphs]
    return "\n".join(told).strip()


def written(value: object) -> str:
    """A value as a Word form writes it: a day as 2022年10月8日."""
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def _numbers(where: str) -> tuple[int, int, int]:
    table, row, column = (int(part.lstrip("trc")) for part in where.split("."))
    return table, row, column


def _before(told: str, at: int) -> str:
    """The words before the blank of this number."""
    before = BLANK.split(told)[at - 1]
    return re.split(r"[\s，。；,;]", before.strip().rstrip("：:"))[-1] or "空白"


def _plain(style: Any) -> Any:
    """The style of a run without what only heads wear."""
    copied = copy.deepcopy(style)
    for name in ("b", "bCs"):
        for one in list(copied.iterchildren(tag(name))):
            copied.remove(one)
    return copied


def _fill_blank(paragraph: Any, at: int, text: str) -> None:
    """Put a text in the place of the underscores of the at-th blank; where they lie in one run it is underlined."""
    pieces = list(paragraph.iter(tag("t")))
    told = "".join(one.text or "" for one in pieces)
    found = list(BLANK.finditer(told))[at - 1]
    start = 0
    for piece in pieces:
        own = piece.text or ""
        first, last = max(found.start() - start, 0), min(found.end() - start, len(own))
        if 0 <= first < last:
            holds_all = found.start() >= start and found.end() <= start + len(own)
            piece.text = own[:first] + (text if found.start() >= start else "") + own[last:]
            piece.set(SPACE, "preserve")
            if holds_all:
                _underline(piece, own[:first], text, own[last:])
        start += len(own)


def _underline(piece: Any, before: str, text: str, after: str) -> None:
    """Part a run into before, the underlined text, and after."""
    run = piece.getparent()
    if [one.tag for one in run if one.tag != tag("rPr")] != [tag("t")]:
        return
    parts = [before, text, after]
    for at, told in reversed(list(enumerate(parts[1:], 1))):
        if told:
            other = copy.deepcopy(run)
            other.find(tag("t")).text = told
            if at == 1:
                style = other.find(tag("rPr"))
                if style is None:
                    style = etree.Element(tag("rPr"))
                    other.insert(0, style)
                if style.find(tag("u")) is None:
                    after_it = [one for one in style if one.tag in _AFTER_UNDERLINE]
                    line = etree.Element(tag("u"))
                    line.set(tag("val"), "single")
                    style.insert(list(style).index(after_it[0]) if after_it else len(style), line)
            run.addnext(other)
    piece.text = before
    if not before:
        run.getparent().remove(run)


def _tick(paragraph: Any, text: str) -> bool:
    """Tick the box before an option; False where there is none of this name."""
    pieces = list(paragraph.iter(tag("t")))
    told = "".join(one.text or "" for one in pieces)
    found = next((one for one in OPTION.finditer(told) if one[1] == text), None)
    if found is None:
        # 书面 ticks 书面协议, where that is the only option that begins so; 履行 never ticks 不履行.
        alike = [one for one in OPTION.finditer(told) if text and one[1].startswith(text)]
        found = alike[0] if len(alike) == 1 else None
    if found is None:
        return False
    start = 0
    for piece in pieces:
        own = piece.text or ""
        if start <= found.start() < start + len(own):
            at = found.start() - start
            piece.text = own[:at] + TICKED + own[at + 1 :]
        start += len(own)
    return True
