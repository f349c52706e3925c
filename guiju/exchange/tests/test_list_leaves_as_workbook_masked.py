"""Any list leaves as a workbook: parties masked, nothing a formula."""

import io

import openpyxl
import pytest

from guiju.exchange.exporting import HEADINGS, export_matters
from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    STATION,
    book,
    consultation,
    entries,
    imported,
    moment,
)
from guiju.kernel.matters.api import visible_to

pytestmark = pytest.mark.usefixtures("town")


def exported():
    data = export_matters(visible_to(moment().acting).order_by("id"), moment())
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_names_are_masked_and_no_entry_is_needed():
    imported(book(CONSULTATIONS, [consultation(咨询人="安有容")]))
    before = entries()
    cells = [cell.value for row in exported().iter_rows() for cell in row]
    assert "安某某" in cells
    assert not any("安有容" in str(value) for value in cells)
    assert entries() == before


def test_text_that_looks_like_a_formula_stays_text():
    imported(book(CONSULTATIONS, [consultation("=1+1", 咨询类别='=HYPERLINK("x")')]))
    cells = {cell.value: cell.data_type for row in exported().iter_rows() for cell in row if cell.value}
    assert cells["=1+1"] == "s"
    assert "f" not in cells.values()


def test_every_matter_is_one_row_under_the_headings():
    imported(book(CONSULTATIONS, [consultation("远1"), consultation("远2")]))
    rows = [[cell.value for cell in row] for row in exported().iter_rows()]
    assert tuple(rows[1]) == HEADINGS
    assert [(row[0], row[5]) for row in rows[2:4]] == [("远1", STATION), ("远2", STATION)]
