"""The sample town 青禾镇 (示例) and its workbooks, imported through the importer that people use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from guiju.exchange.importing.api import Preview, carry_out, in_reading_order, prepare
from guiju.exchange.sheets.api import Workbook, read_workbook
from guiju.kernel.indicators.api import Period, derive, indicator_of, year_until
from guiju.kernel.mechanism.api import registers
from guiju.kernel.organisation.api import Town, acting_as_command, plan_town
from guiju.kernel.procedure.api import Register, apply, forget_directory, moment_for
from samples.binding import bind_book
from samples.layouts import LAYOUTS
from samples.registers import all_rows
from samples.rows import Rows
from samples.workbooks import YEAR_WORKBOOKS, Book
from tests.staffed_towns import described

NOW = dt.datetime(2023, 1, 10, 2, tzinfo=dt.UTC)


@cache
def _rows() -> Rows:
    return all_rows()


def found_sample_town() -> Town:
    """Found 青禾镇 as its description file says."""
    plan, _ = plan_town(described("town.yaml"), "system:test")
    key = apply([plan], NOW)[0].town_id
    forget_directory()
    return Town.objects.get(id=key)


def books_of(*register_ids: str) -> list[Book]:
    """The workbooks of both years with a sheet of one of these registers."""
    wanted = set(register_ids)
    return [
        book
        for book in YEAR_WORKBOOKS
        if book.imported and not wanted.isdisjoint(LAYOUTS[sheet.layout].register for sheet in book.sheets)
    ]


def written(books: Iterable[Book], folder: Path) -> list[Workbook]:
    """Write the workbooks and read them back from their bytes."""
    return [read_workbook(bind_book(folder, book, _rows(), int(book.path[:4]))) for book in books]


def import_registers(town: Town, folder: Path, *register_ids: str) -> list[Preview]:
    """Import every sample workbook of these registers; returns what was previewed."""
    found = []
    for book in in_reading_order(written(books_of(*register_ids), folder), registers(), {}):
        moment = moment_for(acting_as_command(town, "import"), NOW, medium="sheet")
        preview = prepare(book, moment)
        carry_out(preview)
        found.append(preview)
    return found


def figure(town: Town, identifier: str, as_of: dt.date) -> object:
    """The value of a figure from New Year's Day to a day."""
    period: Period = year_until(as_of)
    return derive(indicator_of(identifier), town.id, period).value


def unknown_headings(mine: Iterable[Register], wanted: Callable[[str], bool]) -> list[str]:
    """Headings of the sample's layouts of these registers that no layout with the same id reads or leaves out."""
    known = {layout.id: layout for register in mine for layout in register.layouts}
    found = []
    for layout in LAYOUTS.values():
        if not wanted(layout.register):
            continue
        ours = known[layout.id]
        read = {heading for column in ours.columns for heading in column.headings} | set(ours.ignored)
        found += [f"{layout.id}: {column.heading}" for column in layout.columns if column.heading not in read]
    return found
