"""The main job: the sample town's registers go in through the importer, the figures of the year come out of records."""

import datetime as dt
import logging
from decimal import Decimal
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from rich.console import Console

from guiju.commands.demo import CLERK, TEAM_HEAD, YEAR
from guiju.commands.demo_returns import plant_returns
from guiju.exchange.commands import import_files
from guiju.kernel.indicators.api import (
    Indicator,
    Period,
    Record,
    derive,
    derive_each,
    indicator_of,
    page_of_records,
    records_of,
    year_until,
)
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.organisation.api import Acting, Town, acting_for_user
from guiju.kernel.procedure.api import moment_for
from guiju.reports.api import annual_report, confirm_own_figures, figures_json, lock_report
from samples.backfill import write_backfill_workbook
from samples.expected import EXPECTED_2021, EXPECTED_2022, PENALTY_SHARES
from tests.acceptance.conftest import SampleYear
from tests.acceptance.private_words import exported_text, private_words, spilled, stored_texts

TODAY = dt.date(2026, 11, 24)
HALF_YEAR = dt.date(2022, 6, 30)


def person(login: str) -> Acting:
    acting = acting_for_user(get_user_model().objects.get(username=login).pk, TODAY)
    assert acting is not None
    return acting


def values(town: Town, year: int, as_of: dt.date | None = None) -> dict[str, object]:
    return {row["id"]: row["value"] for row in figures_json(town, year, TODAY, as_of)}


def by_date_and_key(record: Record) -> tuple[dt.date, int]:
    return record.date, record.key


def read_page_by_page(indicator: Indicator, town: Town, period: Period) -> list[Record]:
    """All records as the pages of the drill-down show them, from the oldest."""
    pages = [page_of_records(indicator, town.id, period)]
    while pages[-1].older:
        pages.append(page_of_records(indicator, town.id, period, before=pages[-1].older))
    return [record for page in pages for record in page.records][::-1]


def check_drill_down(town: Town) -> None:
    """Every figure is the count, sum or breakdown of its records, and comes out the same again."""
    rows = figures_json(town, YEAR, TODAY)
    assert rows == figures_json(town, YEAR, TODAY)
    returned = {row["id"]: row["completeness"] for row in rows}
    assert returned["legal_service.station_consultations"] == {"returned": 25, "owed": 27}, "two forgot"
    assert returned["mediation.resolved"] is None, "nobody was asked for it"
    for row in rows:
        indicator = indicator_of(str(row["id"]))
        period = year_until(dt.date.fromisoformat(str(row["as_of"])))
        found = records_of(indicator, town.id, period)
        assert sorted(found, key=by_date_and_key) == read_page_by_page(indicator, town, period), row["id"]
        assert len(found) == row["records"], row["id"]
        both = (period, period.a_year_before())
        assert derive_each(indicator, town.id, both) == [derive(indicator, town.id, one) for one in both], row["id"]
        if indicator.is_ratio:
            assert row["denominator"] == len(found)
        elif indicator.breakdown:
            assert sum(map(int, str(row["value"]).split("+"))) == len(found), row["id"]
        else:
            assert Decimal(str(row["value"])) == sum(Decimal(record.amount) for record in found), row["id"]


def check_shares(town: Town) -> None:
    """Shares tell both their numbers; all that the source report states is derived."""
    for at, year in enumerate((YEAR - 1, YEAR)):
        rows = {row["id"]: row for row in figures_json(town, year, TODAY)}
        for name, numbers in PENALTY_SHARES.items():
            assert (rows[name]["numerator"], rows[name]["denominator"]) == numbers[at], (name, year)


def check_half_year(town: Town) -> None:
    """An earlier cut-off makes no figure larger and every number of some size smaller; the network stays."""
    whole, half = values(town, YEAR), values(town, YEAR, HALF_YEAR)
    for name in EXPECTED_2022:
        now, before = whole[name], half[name]
        if not isinstance(now, int) or indicator_of(name).is_ratio:
            assert before == now, name
        else:
            assert isinstance(before, int)
            assert before <= now, name
            assert now < 20 or before < now, name


def check_late_mediations(town: Town, folder: Path) -> None:
    """Two mediations registered after the lock: the report keeps 83 and names them, the figure says 85."""
    for login in (CLERK, TEAM_HEAD):
        confirm_own_figures(town, YEAR, person(login), timezone.now(), TODAY)
    lock_report(town, YEAR, person(CLERK), timezone.now(), TODAY)
    assert annual_report(town, YEAR, TODAY).changes == ()
    book = write_backfill_workbook(folder)
    assert import_files([book], CLERK, None, False, None, Console(quiet=True)) == 0
    assert values(town, YEAR)["mediation.resolved"] == 85
    report = annual_report(town, YEAR, TODAY)
    assert next(f.value for f in report.figures if f.id == "mediation.resolved") == 83
    (change,) = [change for change in report.changes if change.locked.id == "mediation.resolved"]
    assert len(change.records) == 2
    assert import_files([book], CLERK, None, False, None, Console(quiet=True)) == 0
    assert values(town, YEAR)["mediation.resolved"] == 85


def check_private_words(town: Town, logged: str) -> None:
    """No clear text of a natural person stands outside the encrypted store: not in a table, a log or a plain export."""
    words = private_words(town)
    assert len(words) > 500, "the sample has many parties"
    for table, text in stored_texts():
        assert spilled(words, text) == [], table
    assert spilled(words, exported_text(moment_for(person(CLERK), timezone.now()))) == []
    assert spilled(words, logged) == []


@pytest.mark.long
def test_registers_of_two_years_give_the_figures(
    sample_year: SampleYear, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    town = sample_year.town
    plant_returns(town, person(CLERK), timezone.now(), TODAY)
    for year, expected in ((YEAR, EXPECTED_2022), (YEAR - 1, EXPECTED_2021)):
        counted = values(town, year)
        assert {k: str(counted[k]) for k in expected} == {k: str(e.value) for k, e in expected.items()}
    check_shares(town)
    check_drill_down(town)
    check_half_year(town)
    check_late_mediations(town, tmp_path)
    check_private_words(town, sample_year.logged + caplog.text)
    assert verify_town(town.id).mismatches == []
