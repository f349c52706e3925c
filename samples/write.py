"""Writes the sample town's workbooks: ``python -m samples.write [FOLDER]``, var/samples without a folder.

Everything in them is invented (示例，均为虚构). Fixed seeds: the same bytes on every run.
"""

import argparse
from pathlib import Path

from samples.adviser import adviser_rows
from samples.diversion import diversion_rows
from samples.education import education_rows
from samples.government import meeting_rows, suit_rows, venue_rows
from samples.layouts import LAYOUTS
from samples.mediation import mediation_rows, year_mediations
from samples.oral_mediation import oral_mediation_rows
from samples.pages import build_page
from samples.paper import write_book
from samples.rows import Row, Rows
from samples.screening import screening_rows
from samples.station import consultation_rows, guidance_rows
from samples.workbooks import YEAR_WORKBOOKS, Book

YEARS = (2021, 2022)


def write_year_workbooks(folder: Path) -> list[Path]:
    """Writes the registers of 2021 and 2022 below ``folder``; returns the files in the order in which to import them.

    KeyError where a workbook is declared without rows, or rows are drawn for a workbook that is not declared.
    """
    rows = all_rows()
    written = [write_declared(folder, book, rows, int(book.path[:4])) for book in YEAR_WORKBOOKS]
    left = rows.keys() - {(book.path, sheet.name) for book in YEAR_WORKBOOKS for sheet in book.sheets}
    if left:
        raise KeyError(f"rows without a workbook: {sorted(left)}")
    return written


def write_declared(folder: Path, book: Book, rows: Rows, year: int) -> Path:
    """Writes one declared workbook of ``year`` from the rows of its sheets."""
    pages = [
        build_page(sheet, LAYOUTS[sheet.layout], rows[book.path, sheet.name], year, book.path) for sheet in book.sheets
    ]
    return write_book(folder / book.path, pages)


def all_rows() -> Rows:
    """The rows of both years by workbook and sheet."""
    found: Rows = {**venue_rows(), **suit_rows()}
    for year in YEARS:
        mediations = year_mediations(year)
        found |= diversion_rows(year, mediations)
        found |= adviser_rows(year, mediations)
        found |= mediation_rows(year, mediations)
        for rows in (
            screening_rows,
            oral_mediation_rows,
            consultation_rows,
            guidance_rows,
            education_rows,
            meeting_rows,
        ):
            found |= rows(year)
    return found


def mediations_of(year: int) -> list[Row]:
    """The mediations of ``year`` as they stand in the sheets, with sources and advisers."""
    mediations = year_mediations(year)
    diversion_rows(year, mediations)
    adviser_rows(year, mediations)
    return mediations


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("var/samples"))
    for path in write_year_workbooks(parser.parse_args().folder):
        print(path)
