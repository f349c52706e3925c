"""The workbooks of both years, written once for the tests that read them."""

from pathlib import Path

import pytest

from samples.tests.recount import Read, read_books
from samples.workbooks import YEAR_WORKBOOKS
from samples.write import write_year_workbooks


@pytest.fixture(scope="session")
def year_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every workbook of 2021 and 2022."""
    folder = tmp_path_factory.mktemp("samples")
    write_year_workbooks(folder)
    return folder


@pytest.fixture(scope="session")
def year_rows(year_folder: Path) -> list[Read]:
    """Every data row of them, doubled rows once."""
    return read_books(year_folder, YEAR_WORKBOOKS)
