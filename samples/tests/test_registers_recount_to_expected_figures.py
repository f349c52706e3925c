"""The workbooks, counted from their cells, give the figures that the report states."""

from datetime import date, timedelta

import pytest

from samples.expected import EXPECTED_2021, EXPECTED_2022, Expected
from samples.tests.recount import Read, Recount

COUNTED = [
    (figure, expected)
    for figures in (EXPECTED_2021, EXPECTED_2022)
    for figure, expected in figures.items()
    if isinstance(expected.value, int)
]


@pytest.mark.parametrize(("figure", "expected"), COUNTED, ids=[f"{figure}-{e.as_of}" for figure, e in COUNTED])
def test_figure_is_what_the_cells_give(year_rows: list[Read], figure: str, expected: Expected) -> None:
    assert Recount(year_rows, expected.as_of).figures()[figure] == expected.value


def test_every_counted_figure_is_expected(year_rows: list[Read]) -> None:
    counted = Recount(year_rows, date(2022, 12, 31)).figures()
    assert counted.keys() == {figure for figure, expected in EXPECTED_2022.items() if isinstance(expected.value, int)}


def test_half_year_is_smaller_wherever_the_figure_is_twenty_or_more(year_rows: list[Read]) -> None:
    half = Recount(year_rows, date(2022, 6, 30)).figures()
    for figure, expected in EXPECTED_2022.items():
        if isinstance(expected.value, int):
            assert half[figure] <= expected.value
            assert half[figure] < expected.value or expected.value < 20, figure


def test_rows_after_the_cutoff_stand_in_the_sheets(year_rows: list[Read]) -> None:
    whole = Recount(year_rows, date(2022, 12, 31)).figures()
    for figure, expected in EXPECTED_2022.items():
        if expected.as_of == date(2022, 10, 31) and isinstance(expected.value, int):
            assert whole[figure] > expected.value, figure


def test_last_day_counts_and_the_next_does_not(year_rows: list[Read]) -> None:
    end = date(2022, 10, 31)
    for figure in ("screening.factors", "mediation.resolved", "hotline.diverted_110"):
        before, on, after = (Recount(year_rows, end + timedelta(days=days)).figures()[figure] for days in (-1, 0, 1))
        assert before < on == EXPECTED_2022[figure].value
        assert figure == "screening.factors" or after > on


def test_persons_of_trainings_are_three_hundred_odd() -> None:
    value = EXPECTED_2022["training.attendance"].value
    assert isinstance(value, int)
    assert 301 <= value <= 399


def test_some_three_thousand_records(year_rows: list[Read]) -> None:
    assert 2000 <= len(year_rows) <= 3200


def test_about_sixty_diversions_name_their_mediation(year_rows: list[Read]) -> None:
    numbers = {row.fields["number"] for row in year_rows if row.layout.register == "mediation"}
    calls = Recount(year_rows, date(2022, 10, 31)).within("diversion_110", "dispatched_on")
    linked = [row.fields["mediation_number"] for row in calls if row.fields.get("mediation_number")]
    assert len(linked) == len(set(linked)) == 60
    assert set(linked) <= numbers
