"""Writes the sample town's workbooks: ``python -m samples.write [FOLDER]``, var/samples without a folder.

Everything in them is invented (示例，均为虚构). Fixed seeds: the same bytes on every run.
"""

import argparse
from pathlib import Path

from samples.backfill import write_backfill_workbook
from samples.binding import bind_book
from samples.exercise import write_exercise_workbook
from samples.registers import all_rows
from samples.workbooks import YEAR_WORKBOOKS

__all__ = ["write_backfill_workbook", "write_exercise_workbook", "write_year_workbooks"]


def write_year_workbooks(folder: Path) -> list[Path]:
    """Writes the registers of 2021 and 2022 below ``folder``; returns the files in the order in which to import them.

    A mediation comes before the calls and logs that name it. KeyError where a workbook is declared without rows, or
    rows are drawn for a workbook that is not declared.
    """
    rows = all_rows()
    written = [bind_book(folder, book, rows, int(book.path[:4])) for book in YEAR_WORKBOOKS]
    left = rows.keys() - {(book.path, sheet.name) for book in YEAR_WORKBOOKS for sheet in book.sheets}
    if left:
        raise KeyError(f"rows without a workbook: {sorted(left)}")
    return written


def main() -> None:
    """Writes the years, the backfill and the exercise, and names the files."""
    parser = argparse.ArgumentParser(description="写出示例工作簿（示例，均为虚构）")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("var/samples"))
    folder: Path = parser.parse_args().folder
    for path in (*write_year_workbooks(folder), write_backfill_workbook(folder), write_exercise_workbook(folder)):
        print(path)


if __name__ == "__main__":
    main()
