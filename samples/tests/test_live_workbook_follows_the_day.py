"""The live matters are dated from the day on which the demo runs."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samples.live import FIRST_NUMBER, MEDIATIONS, write_live_workbook
from samples.tests.recount import Read, read_books
from samples.workbooks import LIVE

DAY_FIELDS = (
    "event_date",
    "registered_on",
    "accepted_on",
    "informed_on",
    "mediated_on",
    "agreed_on",
    "dispatched_on",
    "filed_on",
)


def _read(folder: Path, today: date) -> list[Read]:
    write_live_workbook(folder, today)
    return read_books(folder, (LIVE,))


@given(st.dates(date(2023, 6, 1), date(2040, 1, 1)))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_are_recent_and_none_lies_ahead(tmp_path: Path, today: date) -> None:
    rows = _read(tmp_path, today)
    assert len(rows) == 36
    for row in rows:
        days = [day for day in (row.day(field) for field in DAY_FIELDS) if day]
        assert days and all(today - timedelta(days=45) <= day <= today for day in days)


def test_some_are_only_registered_and_most_are_open(tmp_path: Path) -> None:
    rows = [row for row in _read(tmp_path, date(2026, 11, 24)) if row.layout.register == "mediation"]
    assert len(rows) == len(MEDIATIONS)
    assert len([row for row in rows if not row.fields["accepted_on"]]) == 3
    assert len([row for row in rows if not row.fields["agreed_on"]]) == 11


def test_live_numbers_lie_above_those_of_the_years(tmp_path: Path, year_rows: list[Read]) -> None:
    used = {row.fields["number"] for row in year_rows if row.fields.get("number")}
    live = {row.fields["number"] for row in _read(tmp_path, date(2022, 12, 30))}
    assert not live & used
    assert any(number.endswith(f"{FIRST_NUMBER}号") for number in live)
