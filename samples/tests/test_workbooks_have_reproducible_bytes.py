"""The same seed gives the same files, byte for byte; each format is what its name says."""

from datetime import date
from pathlib import Path

from samples.backfill import write_backfill_workbook
from samples.exercise import write_exercise_workbook
from samples.live import write_live_workbook
from samples.workbooks import YEAR_WORKBOOKS
from samples.write import write_year_workbooks

MAGIC = {".xlsx": b"PK\x03\x04", ".xls": b"\xd0\xcf\x11\xe0"}


def test_second_run_writes_the_same_bytes(year_folder: Path, tmp_path: Path) -> None:
    paths = write_year_workbooks(tmp_path)
    assert [path.relative_to(tmp_path) for path in paths] == [Path(book.path) for book in YEAR_WORKBOOKS]
    for path in paths:
        assert path.read_bytes() == (year_folder / path.relative_to(tmp_path)).read_bytes(), path.name


def test_workbooks_beside_the_year_are_reproducible(tmp_path: Path) -> None:
    day = date(2026, 11, 24)
    for write in (write_backfill_workbook, write_exercise_workbook, lambda folder: write_live_workbook(folder, day)):
        assert write(tmp_path / "a").read_bytes() == write(tmp_path / "b").read_bytes()


def test_files_are_of_the_format_which_they_are_named(year_folder: Path) -> None:
    found = {path.suffix for path in year_folder.rglob("*.*")}
    assert found == set(MAGIC)
    for path in year_folder.rglob("*.xls*"):
        assert path.read_bytes().startswith(MAGIC[path.suffix]), path.name


def test_every_title_says_that_all_is_invented(year_folder: Path) -> None:
    from python_calamine import CalamineWorkbook

    for path in year_folder.rglob("*.xls*"):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            assert "示例，均为虚构" in str(book.get_sheet_by_name(name).to_python()[0][0]), (path.name, name)
