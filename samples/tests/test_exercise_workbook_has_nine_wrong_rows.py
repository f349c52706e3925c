"""The exercise: nine wrong rows, eight questions, the rest good; nothing of it touches 2022."""

from collections import Counter
from pathlib import Path

from python_calamine import CalamineWorkbook

from samples.exercise import GOOD_ROWS, exercise_rows, write_exercise_workbook
from samples.layouts import LAYOUTS
from samples.tests.recount import Read, read_sheet
from samples.workbooks import EXERCISE


def _read(folder: Path) -> list[Read]:
    sheet = CalamineWorkbook.from_path(write_exercise_workbook(folder)).get_sheet_by_name("台账")
    return list(read_sheet(sheet.to_python(skip_empty_area=False), LAYOUTS[EXERCISE.sheets[0].layout]))


def test_rows_are_nine_wrong_eight_open_and_good() -> None:
    marks = Counter(mark[:1] for _, mark in exercise_rows())
    assert marks == {"": GOOD_ROWS, "错": 9, "问": 8}


def test_each_fault_stands_once_in_its_cell(tmp_path: Path) -> None:
    rows = [row.fields for row in _read(tmp_path)]
    assert len(rows) == GOOD_ROWS + 17
    assert [row["accepted_on"] for row in rows].count("2023-02-30") == 1
    assert len([row for row in rows if len(row["applicant_id"]) == 17]) == 1
    assert len([row for row in rows if not row["applicant"]]) == 1
    assert len([row for row in rows if row["dispute_kind"] == "欠薪"]) == 3
    assert len([row for row in rows if row["amount"] == "贰佰元整"]) == 1
    assert len([row for row in rows if row["agreed_on"] == "45123"]) == 1
    assert Counter(row["number"] for row in rows).most_common(1) == [("松人调〔2023〕1号", 2)]


def test_identity_number_typed_as_a_number_has_lost_its_digits(tmp_path: Path) -> None:
    sheet = CalamineWorkbook.from_path(write_exercise_workbook(tmp_path)).get_sheet_by_name("台账")
    lost = [cell for line in sheet.to_python() for cell in line if isinstance(cell, float) and cell > 1e15]
    assert lost == [3.1010019700101e17]


def test_first_row_of_the_repeated_number_is_good() -> None:
    rows = exercise_rows()
    assert rows[0][1] == ""
    assert rows[0][0]["number"] == "松人调〔2023〕1号"


def test_no_row_lies_in_the_years_of_the_report(tmp_path: Path) -> None:
    assert all(row.fields["number"].startswith("松人调〔2023〕") for row in _read(tmp_path))
