"""In a window of 80 columns no figure's name is cut and no line is longer; what all figures share is told once."""

import datetime as dt
import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from guiju.reports.api import figures_of_year, figures_table
from tests.staffed_towns import found_staffed_town

COLUMNS = 80


@pytest.mark.django_db
def test_names_stay_whole_at_80_columns():
    figures = figures_of_year(found_staffed_town().id, 2022, dt.date(2022, 12, 31), compare=False)
    written = io.StringIO()
    Console(file=written, width=COLUMNS).print(figures_table(figures, "2022年的数字"))
    text = written.getvalue()
    assert "…" not in text
    assert all(cell_len(line) <= COLUMNS for line in text.splitlines())
    assert text.count("未设报送") == 1
    assert all(figure.digest[:8] in text for figure in figures)
