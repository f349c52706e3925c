"""The digest of a figure: the same again and again, another one as soon as something is touched that the figure reads."""

import datetime as dt

import pytest

from guiju.reports.api import figures_json
from guiju.reports.tests.made_town import TODAY, MadeTown

JULY = dt.date(2022, 7, 1)


@pytest.fixture
def matter(town: MadeTown) -> int:
    """A consultation of two attendances."""
    return town.consult(JULY, attendances=2)


def _digest(town: MadeTown) -> object:
    figures = {figure["id"]: figure for figure in figures_json(town.town, 2022, TODAY)}
    return figures["legal_service.station_consultations"]["digest"]


def test_counting_again_gives_the_same_digest(town: MadeTown, matter: int) -> None:
    assert _digest(town) == _digest(town)


def test_a_field_that_is_not_read_leaves_the_digest(town: MadeTown, matter: int) -> None:
    before = _digest(town)
    town.correct(matter, topic="邻里")
    assert _digest(town) == before


def test_a_field_that_is_read_moves_the_digest(town: MadeTown, matter: int) -> None:
    before = _digest(town)
    town.correct(matter, attendances=3)
    assert _digest(town) != before


def test_a_correction_and_its_reversal_leave_their_trace(town: MadeTown, matter: int) -> None:
    before = _digest(town)
    town.correct(matter, attendances=3)
    town.correct(matter, attendances=2)
    assert _digest(town) != before


def test_a_record_of_another_figure_leaves_the_digest(town: MadeTown, matter: int) -> None:
    before = _digest(town)
    town.opine(JULY)
    town.consult(JULY, at="village")
    assert _digest(town) == before


def test_a_voided_record_moves_the_digest(town: MadeTown, matter: int) -> None:
    town.consult(JULY)
    before = _digest(town)
    town.void(matter)
    assert _digest(town) != before
