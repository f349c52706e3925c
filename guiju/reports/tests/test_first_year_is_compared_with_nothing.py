"""A town that has no records of last year is not compared with it: a year nobody kept is not a year of zero."""

import datetime as dt

from guiju.kernel.documents.api import plain
from guiju.reports.api import annual_report
from guiju.reports.tests.made_town import TODAY, MadeTown

JULY = dt.date(2022, 7, 1)
CONSULTATIONS = "legal_service.station_consultations"


def _report(town: MadeTown) -> tuple[object, str]:
    """Last year's consultations as the report of 2022 compares them, and its text."""
    report = annual_report(town.town, 2022, TODAY)
    figure = next(figure for figure in report.figures if figure.id == CONSULTATIONS)
    return figure.compared.last_year, "".join(map(plain, report.papers.composition.blocks()))


def test_what_was_not_kept_is_not_called_an_increase(town: MadeTown) -> None:
    town.consult(JULY, attendances=3)
    compared, text = _report(town)
    assert compared is None
    assert "接待法律咨询3人次" in text
    assert "比去年" not in text
    assert "与去年" not in text


def test_a_year_that_was_kept_is_compared_though_it_had_none(town: MadeTown) -> None:
    town.consult(JULY, attendances=3)
    town.opine(dt.date(2021, 3, 1))
    compared, text = _report(town)
    assert compared == 0
    assert "接待法律咨询3人次，比去年增加3人次" in text
