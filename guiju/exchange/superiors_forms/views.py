"""A blank as somebody looks at it: spans of merged cells, and the pieces of a Word form in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from guiju.exchange.superiors_forms.sheet import Sheet
from guiju.exchange.superiors_forms.word import BLANK, WordBlank, tag, text_of
from guiju.exchange.superiors_forms.word_grid import WordGrid


class SheetView:
    """A sheet with the size of what there is to see and the span of each cell."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.columns, self.rows = sheet.last()

    @cached_property
    def _spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {(one[0], one[1]): (one[2] - one[0] + 1, one[3] - one[1] + 1) for one in self.sheet.merges}

    def span(self, at: tuple[int, int]) -> tuple[int, int] | None:
        """Columns and rows that a cell takes; None for one that lies under a merged one."""
        return self._spans.get(at, (1, 1)) if self.sheet.head_of(at) == at else None


@dataclass(frozen=True)
class WordPiece:
    """A text of a Word form, or a place that can be filled there."""

    text: str
    where: str = ""
    label: str = ""
    filled: bool = False


@dataclass(frozen=True)
class WordCell:
    """A cell of a table with its pieces, and how many columns and rows it takes."""

    pieces: list[WordPiece]
    across: int = 1
    down: int = 1


def word_blocks(blank: WordBlank) -> Iterator[Any]:
    """Paragraphs (lists of pieces) and tables (rows of cells of pieces) in their order."""
    numbers = {id(one): at for at, one in enumerate(blank.paragraphs, 1)}
    tables = {id(one): at for at, one in enumerate(blank.tables, 1)}
    for element in blank.body:
        if element.tag == tag("p"):
            pieces = _paragraph(blank, numbers[id(element)], element)
            if pieces:
                yield pieces
        elif element.tag == tag("tbl"):
            yield _table(blank, tables[id(element)], numbers)


def _table(blank: WordBlank, table: int, numbers: dict[int, int]) -> list[list[WordCell]]:
    grid = WordGrid(blank, table)
    return [
        [
            WordCell(_cell(blank, where, cell, numbers), *span)
            for column, cell in enumerate(blank.cells(line), 1)
            if (span := grid.span(where := f"t{table}.r{row}.c{column}")) is not None
        ]
        for row, line in enumerate(blank.rows(table), 1)
    ]


def _cell(blank: WordBlank, where: str, cell: Any, numbers: dict[int, int]) -> list[WordPiece]:
    found = [one for one in cell.iter(tag("p")) if any(blank.spots_in(numbers[id(one)], one))]
    if found:
        return [piece for one in found for piece in _paragraph(blank, numbers[id(one)], one)]
    filled = any(cell is one for one in blank.filled)
    return [WordPiece(text_of(cell), where, blank.label(where) or text_of(cell), filled)]


def _paragraph(blank: WordBlank, number: int, paragraph: Any) -> list[WordPiece]:
    told = text_of(paragraph)
    filled = any(paragraph is one for one in blank.filled)
    spots = {spot.where: spot for spot in blank.spots_in(number, paragraph)}
    pieces: list[WordPiece] = []
    for at, text in enumerate(BLANK.split(told), 0):
        if at:
            where = f"p{number}.{at}"
            pieces.append(WordPiece("____", where, spots[where].label))
        if text:
            pieces.append(WordPiece(text, filled=filled))
    boxes = spots.get(f"p{number}.x")
    return [*pieces, WordPiece("勾选", boxes.where, boxes.label)] if boxes else pieces
