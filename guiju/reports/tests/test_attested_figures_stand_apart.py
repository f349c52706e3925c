"""Figures that only a superior's platform gives: listed beside ours, marked, never mixed with records."""

import datetime as dt
from decimal import Decimal

from guiju.kernel.indicators.api import plan_attestation
from guiju.kernel.procedure.api import apply
from guiju.reports.api import annual_report, figures_json, figures_of_year, lock_report
from guiju.reports.papers import annex_notes
from guiju.reports.tests.made_town import NOW, TODAY, MadeTown

CONSULTATIONS = "legal_service.station_consultations"
YEAR_END = dt.date(2022, 12, 31)


def _attest(
    town: MadeTown, value: str, as_of: dt.date = YEAR_END, indicator: str = CONSULTATIONS, unit: str = "人次"
) -> None:
    plan = plan_attestation(
        town.clerk,
        indicator=indicator,
        period_from=dt.date(2022, 1, 1),
        as_of=as_of,
        value=Decimal(value),
        unit=unit,
        platform="示例平台",
        conditions="本镇，全年",
        attested_on=TODAY,
    )
    apply([plan], NOW)


def _attested(town: MadeTown, **options: dt.date) -> list[dict[str, object]]:
    return [each for each in figures_json(town.town, 2022, TODAY, **options) if each["kind"] == "attested"]


def test_the_latest_attestation_stands_beside_our_own_figure(town: MadeTown) -> None:
    town.consult(dt.date(2022, 7, 1))
    _attest(town, "12", as_of=dt.date(2022, 6, 30))
    _attest(town, "31")
    (told,) = _attested(town)
    assert (told["id"], told["value"], told["records"], told["as_of"]) == (CONSULTATIONS, 31, 0, "2022-12-31")
    assert "示例平台" in str(told["definition"])
    ours = [each for each in figures_json(town.town, 2022, TODAY) if each["id"] == CONSULTATIONS]
    assert [each["value"] for each in ours] == [1, 31]


def test_an_earlier_day_takes_the_attestation_of_then(town: MadeTown) -> None:
    _attest(town, "12", as_of=dt.date(2022, 6, 30))
    _attest(town, "31")
    (told,) = _attested(town, as_of=dt.date(2022, 7, 31))
    assert told["value"] == 12


def test_money_stays_a_decimal_text(town: MadeTown) -> None:
    _attest(town, "1200.50", indicator="example.sum", unit="元")
    (told,) = _attested(town)
    assert (told["value"], told["name"]) == ("1200.50", "example.sum")


def test_a_later_attestation_shows_on_a_locked_year(town: MadeTown) -> None:
    _attest(town, "31")
    town.confirm()
    lock_report(town.town, 2022, town.clerk, NOW, TODAY)
    assert not annual_report(town.town, 2022, TODAY).changes
    _attest(town, "33")
    (change,) = annual_report(town.town, 2022, TODAY).changes
    assert str(change).endswith("锁定 31人次，现在 33人次")
    assert change.records == ()


def test_the_annex_says_which_figures_are_the_platforms(town: MadeTown) -> None:
    _attest(town, "31")
    text = annual_report(town.town, 2022, TODAY).papers.annex().plain_text()
    assert "平台数据" in text
    kinds = [each.kind for each in figures_of_year(town.town.id, 2022, TODAY)]
    assert kinds.count("attested") == 1


def test_attestation_that_does_not_reach_the_reports_cutoff_has_lapsed(town: MadeTown) -> None:
    _attest(town, "12", as_of=dt.date(2022, 10, 31))
    (told,) = [each for each in figures_of_year(town.town.id, 2022, TODAY) if each.kind == "attested"]
    assert told.lapsed == "已过期，只到2022-10-31，要重新取到2022-12-31"
    assert told.as_json()["lapsed"] == told.lapsed
    assert any("已过期" in note for note in annex_notes([told], 2022, ""))
    (running,) = [
        each for each in figures_of_year(town.town.id, 2022, dt.date(2022, 11, 20)) if each.kind == "attested"
    ]
    assert running.lapsed == "", "while the year runs, the last month's end is enough"
    town.set("report.cutoff.legal_service", "10-31")
    (settled,) = [each for each in figures_of_year(town.town.id, 2022, TODAY) if each.kind == "attested"]
    assert settled.lapsed == ""
