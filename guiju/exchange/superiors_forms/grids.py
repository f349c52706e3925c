"""The sheets of a workbook and the tables of a Word form, looked at alike: whatever a matrix can stand in."""

from __future__ import annotations

from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.references import place
from guiju.exchange.superiors_forms.sheet import Sheet
from guiju.exchange.superiors_forms.word import WordBlank
from guiju.exchange.superiors_forms.word_grid import WordGrid
from guiju.exchange.superiors_forms.workbook import WorkbookBlank

Blank = WorkbookBlank | WordBlank
Grid = Sheet | WordGrid


def grid_of(blank: Blank, name: str) -> Grid | None:
    """The sheet of a name, or the table t1; None where the blank has none such."""
    if isinstance(blank, WorkbookBlank):
        return blank.sheets.get(name)
    number = name.removeprefix("t")
    return WordGrid(blank, int(number)) if number.isdecimal() and 0 < int(number) <= len(blank.tables) else None


def grids_of(blank: Blank) -> list[Grid]:
    """All of them, in their order."""
    names = blank.sheets if isinstance(blank, WorkbookBlank) else (f"t{at}" for at, _ in enumerate(blank.tables, 1))
    return [grid for name in names if (grid := grid_of(blank, name)) is not None]


def pointed_grid(blank: Blank, where: str) -> tuple[Grid, tuple[int, int]]:
    """The grid in which a place lies, and its column and row. Raises FormError for a place outside any."""
    name = where.rpartition("!")[0] or where.partition(".")[0]
    grid = grid_of(blank, name)
    at = grid.at(where) if isinstance(grid, WordGrid) else place(where.rpartition("!")[2]) if grid else None
    if grid is None or at is None:
        raise FormError("这里不是表格。请点表格里最左上角要填数字的那一格。")
    return grid, at
