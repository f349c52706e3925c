"""Binds rows to the declared workbook in which they stand and writes it."""

from pathlib import Path

from samples.layouts import LAYOUTS
from samples.pages import build_page
from samples.paper import write_book
from samples.rows import Rows
from samples.workbooks import Book


def bind_book(folder: Path, book: Book, rows: Rows, year: int, salt: str = "") -> Path:
    """Writes ``book`` of ``year`` below ``folder`` from the rows of its sheets; returns the file.

    ``salt`` makes the stray spaces and the like of one edition its own. KeyError where a sheet has no rows.
    """
    pages = [
        build_page(sheet, LAYOUTS[sheet.layout], rows[book.path, sheet.name], year, book.path + salt)
        for sheet in book.sheets
    ]
    return write_book(folder / book.path, pages)
