"""A form as it is drawn on a page: a sheet as a grid with Excel's letters, a Word form as its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from guiju.exchange.superiors_forms.api import (
    Blank,
    SheetView,
    WordBlank,
    WordCell,
    WordPiece,
    WorkbookBlank,
    word_blocks,
)
from guiju.exchange.superiors_forms.references import address, column_letters

MOST_ROWS, MOST_COLUMNS = 80, 60
Link = Callable[[str], str]  # the address of a page about a place; empty where there is none


def drawn(blank: Blank, *, link: Link, marks: Mapping[str, str], at: str = "", sheet: str = "") -> dict[str, Any]:
    """The context of forms/blank.html. `marks` are places with the kind of their filling, `at` the one pointed at."""
    if isinstance(blank, WordBlank):
        return {"blocks": [_block(one, link, marks, at) for one in word_blocks(blank)]}
    title = sheet if sheet in blank.sheets else next(iter(blank.sheets))
    return _grid(blank, title, link, marks, at) | {"sheets": list(blank.sheets), "sheet": title}


def _grid(blank: WorkbookBlank, title: str, link: Link, marks: Mapping[str, str], at: str) -> dict[str, Any]:
    view = SheetView(blank.sheets[title])
    columns, rows = min(view.columns, MOST_COLUMNS), min(view.rows, MOST_ROWS)
    lines = []
    for row in range(1, rows + 1):
        cells = []
        for column in range(1, columns + 1):
            span = view.span((column, row))
            if span is None:
                continue
            where = f"{title}!{address(column, row)}"
            formula = view.sheet.formula((column, row))
            text = view.sheet.text((column, row))
            cells.append(
                {
                    "text": text or ("公式" if formula else ""),
                    "label": f"{address(column, row)} {text}".strip(),
                    "url": "" if formula else link(where),
                    "across": min(span[0], columns - column + 1),
                    "down": span[1],
                    "mark": marks.get(where, "") or ("new" if view.sheet.is_filled((column, row)) else ""),
                    "formula": bool(formula),
                    "here": where == at,
                }
            )
        lines.append({"number": row, "cells": cells})
    letters = [column_letters(one) for one in range(1, columns + 1)]
    return {"grid": {"letters": letters, "rows": lines, "more": view.rows > rows or view.columns > columns}}


def _block(block: list[list[WordCell]] | list[WordPiece], link: Link, marks: Mapping[str, str], at: str) -> Any:
    """A paragraph as pieces, a table as rows of cells of pieces."""
    if block and isinstance(block[0], list):
        return {"rows": [[_cell(one, link, marks, at) for one in row] for row in block]}  # type: ignore[union-attr]
    return {"pieces": [_piece(one, link, marks, at) for one in block]}  # type: ignore[arg-type]


def _cell(cell: WordCell, link: Link, marks: Mapping[str, str], at: str) -> dict[str, Any]:
    return {
        "pieces": [_piece(one, link, marks, at) for one in cell.pieces],
        "across": cell.across,
        "down": cell.down,
    }


def _piece(piece: WordPiece, link: Link, marks: Mapping[str, str], at: str) -> dict[str, Any]:
    return {
        "text": piece.text,
        "label": piece.label,
        "url": link(piece.where) if piece.where else "",
        "mark": marks.get(piece.where, "") or ("new" if piece.filled else ""),
        "here": bool(piece.where) and piece.where == at,
    }
