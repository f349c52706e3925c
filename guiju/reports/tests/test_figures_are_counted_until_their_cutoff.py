"""`guiju figures`: what is listed, until when each figure counts, and what its fields say."""

import datetime as dt

import pytest

from guiju.kernel.indicators.api import all_indicators
from guiju.reports.api import ReportError, cutoffs, figures_json
from guiju.reports.cutoffs import cutoffs_from
from guiju.reports.tests.made_town import TODAY, MadeTown, made_town

CONSULTATIONS = "legal_service.station_consultations"
OPINIONS = "legal_service.opinions"
NETWORK = "legal_service.network"
JULY = dt.date(2022, 7, 1)
FIELDS = ["id", "name", "value", "unit", "as_of", "records", "digest", "kind", "completeness", "definition", "basis"]


def _figures(town: MadeTown, **options: dt.date) -> dict[object, dict[str, object]]:
    return {figure["id"]: figure for figure in figures_json(town.town, 2022, TODAY, **options)}


def test_every_installed_figure_is_listed_in_order(town: MadeTown) -> None:
    listed = figures_json(town.town, 2022, TODAY)
    assert [figure["id"] for figure in listed] == [indicator.id for indicator in all_indicators()]
    assert all(list(figure)[: len(FIELDS)] == FIELDS for figure in listed)


def test_attendances_are_summed_and_records_counted(town: MadeTown) -> None:
    town.consult(JULY, attendances=3)
    town.consult(JULY, attendances=2)
    town.consult(JULY, attendances=9, at="village")
    figure = _figures(town)[CONSULTATIONS]
    assert (figure["value"], figure["records"], figure["kind"], figure["unit"]) == (5, 2, "derived", "人次")
    assert figure["completeness"] is None
    assert len(str(figure["digest"])) == 64


def test_a_breakdown_is_a_text_of_counts_by_kind(town: MadeTown) -> None:
    figure = _figures(town)[NETWORK]
    assert (figure["value"], figure["records"]) == ("1+0+1", 2)


def test_the_last_day_of_the_year_is_the_cutoff_unless_the_town_says_otherwise(town: MadeTown) -> None:
    town.set("report.cutoff.legal_service", "10-31")
    town.set("report.cutoff.legal_service.network", "12-31")
    town.consult(dt.date(2022, 10, 31))
    town.consult(dt.date(2022, 11, 1))
    figures = _figures(town)
    assert (figures[CONSULTATIONS]["as_of"], figures[CONSULTATIONS]["value"]) == ("2022-10-31", 1)
    assert figures[NETWORK]["as_of"] == "2022-12-31"
    assert cutoffs(town.town.id, 2022)[OPINIONS] == dt.date(2022, 10, 31)


def test_a_cutoff_set_for_a_later_year_leaves_earlier_years_alone(town: MadeTown) -> None:
    town.set("report.cutoff.legal_service", "10-31", since=dt.date(2023, 1, 1))
    assert cutoffs(town.town.id, 2022)[CONSULTATIONS] == dt.date(2022, 12, 31)
    assert cutoffs(town.town.id, 2023)[CONSULTATIONS] == dt.date(2023, 10, 31)


def test_the_longest_name_that_fits_a_figure_decides() -> None:
    settings = {"report.cutoff.a": "6-30", "report.cutoff.a.b": "10-31", "other": "1-1"}
    found = cutoffs_from(settings, ["a.b", "a.c", "ab.c"], 2022)
    assert found == {"a.b": dt.date(2022, 10, 31), "a.c": dt.date(2022, 6, 30), "ab.c": dt.date(2022, 12, 31)}


@pytest.mark.parametrize("value", ["13-01", "10月31日", "2-30", ""])
def test_a_cutoff_that_is_no_day_is_named(value: str) -> None:
    with pytest.raises(ReportError, match="report.cutoff.a"):
        cutoffs_from({"report.cutoff.a": value}, ["a.b"], 2022)


def test_one_day_for_all_counts_less(town: MadeTown) -> None:
    town.consult(dt.date(2022, 6, 30))
    town.consult(JULY)
    whole, half = _figures(town), _figures(town, as_of=dt.date(2022, 6, 30))
    assert (whole[CONSULTATIONS]["value"], half[CONSULTATIONS]["value"]) == (2, 1)
    assert half[CONSULTATIONS]["as_of"] == "2022-06-30"
    assert half[NETWORK]["value"] == whole[NETWORK]["value"]


def test_no_figure_counts_beyond_today(town: MadeTown) -> None:
    figures = figures_json(town.town, 2022, JULY)
    assert {figure["as_of"] for figure in figures} == {JULY.isoformat()}


@pytest.mark.parametrize(
    ("year", "as_of", "said"),
    [(2024, None, "还没有到"), (22, None, "四位数"), (2022, dt.date(2021, 12, 31), "不在2022年内")],
)
def test_a_year_or_day_that_cannot_be_counted_is_refused(
    town: MadeTown, year: int, as_of: dt.date | None, said: str
) -> None:
    with pytest.raises(ReportError, match=said):
        figures_json(town.town, year, TODAY, as_of)


def test_another_town_counts_its_own(town: MadeTown) -> None:
    other = made_town("linshi", "邻示镇")
    town.consult(JULY)
    other.consult(JULY, attendances=7)
    assert (_figures(town)[CONSULTATIONS]["value"], _figures(other)[CONSULTATIONS]["value"]) == (1, 7)
