"""guiju table: lists what superiors ask for, writes the workbook of a year, and says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from guiju.cli import main
from tests.sample_registers import found_sample_town

pytestmark = pytest.mark.django_db


def test_tables_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table"]) == 0
    assert "penalty.yearbook" in capsys.readouterr().out


def test_yearbook_of_a_year_is_written(tmp_path: Path) -> None:
    found_sample_town()
    assert main(["table", "penalty.yearbook", "--year", "2022", "--out", str(tmp_path)]) == 0
    (path,) = tmp_path.iterdir()
    cells = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert [line[0] for line in cells[2:5]] == ["普通程序", "简易程序", "合计"]


def test_unknown_table_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["table", "nothing"]) == 2
    assert "没有“nothing”这张表" in capsys.readouterr().err
