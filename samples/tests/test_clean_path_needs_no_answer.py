"""The year's workbooks hold only the dirt that an importer resolves by itself."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from python_calamine import CalamineWorkbook
from stdnum.cn import ric

from samples.layouts import LAYOUTS
from samples.tests.recount import MEDIATIONS, Read, read_sheet
from samples.workbooks import YEAR_WORKBOOKS

TOWN = yaml.safe_load(Path(__file__).parents[1].joinpath("town.yaml").read_text(encoding="utf-8"))
UNITS = {name: unit for unit in TOWN["units"] for name in (unit["name"], *unit.get("aliases", ()))}
PEOPLE = {person["name"] for person in TOWN["people"]}
RULES = Path(__file__).parents[1].joinpath("COUNTING.md").read_text(encoding="utf-8")
DAYS = (
    *("event_date", "registered_on", "accepted_on", "informed_on", "mediated_on", "agreed_on", "performed_on"),
    *("terminated_on", "filed_on", "dispatched_on", "closed_on", "handed_over_on", "resolve_by", "received_on"),
    "answered_on",
)
CATEGORIES = {
    "mediation": ("outcome", "source", "agreement_form", "performance", "dispute_kind"),
    "oral_mediation": ("outcome", "performance", "dispute_kind"),
    "diversion_110": ("outcome", "dispute_kind"),
    "screening": ("dispute_kind",),
    "adviser_log": ("kind",),
}


def test_every_day_is_a_full_date(year_rows: list[Read]) -> None:
    for row in year_rows:
        for field in DAYS:
            day = row.day(field)
            assert day is None or date(2016, 1, 1) <= day <= date(2023, 2, 28), (row.layout.id, field, day)


def test_every_unit_is_one_of_the_town(year_rows: list[Read]) -> None:
    for row in year_rows:
        for name in (row.fields.get("unit", ""), row.fields.get("village", ""), row.reporting_unit):
            assert not name or name in UNITS, (row.layout.id, name)


def test_sheets_without_a_unit_column_name_who_reports(year_rows: list[Read]) -> None:
    alone = {"screening.stability", "oral_mediation.city", "adviser_log.assessment"}
    for row in year_rows:
        assert bool(row.reporting_unit) == (row.layout.id in alone)


def test_mediators_and_advisers_are_people_of_the_town(year_rows: list[Read]) -> None:
    for row in year_rows:
        for field in ("mediator", "co_mediator", "legal_adviser", "adviser"):
            name = row.fields.get(field, "")
            assert not name or name in PEOPLE, (row.layout.id, field, name)


def test_every_category_is_a_term_or_a_listed_synonym(year_rows: list[Read]) -> None:
    known = set(re.split(r"[、；：。（）→|\s]+", RULES[RULES.index("## 同义词") :]))
    for row in year_rows:
        for field in CATEGORIES.get(row.layout.register, ()):
            written = row.fields.get(field, "")
            assert not written or written in known, (row.layout.id, field, written)


def test_identity_numbers_are_right_and_recognisably_invented(year_rows: list[Read]) -> None:
    numbers = [
        row.fields.get(field, "") for row in year_rows for field in ("applicant_id", "respondent_id", "party_id")
    ]
    written = [number for number in numbers if number]
    assert written
    for number in written:
        assert ric.is_valid(number) and number.startswith("310100") and number[14:17] == "000"


def test_telephones_are_recognisably_invented(year_rows: list[Read]) -> None:
    for row in year_rows:
        for field in ("applicant_phone", "respondent_phone", "caller_phone", "client_phone"):
            phone = row.fields.get(field, "")
            assert not phone or re.fullmatch(r"1990000\d{4}", phone)


@pytest.mark.parametrize("book", YEAR_WORKBOOKS, ids=lambda book: book.path)
def test_only_declared_sheets_repeat_a_row_and_then_exactly(year_folder: Path, book: object) -> None:
    workbook = CalamineWorkbook.from_path(year_folder / book.path)  # type: ignore[attr-defined]
    for sheet in book.sheets:  # type: ignore[attr-defined]
        rows = list(
            read_sheet(workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False), LAYOUTS[sheet.layout])
        )
        equal = Counter(tuple(sorted(row.fields.items())) for row in rows)
        repeated = [count for count in equal.values() if count > 1]
        assert repeated == ([2] if sheet.doubled else [])
        numbers = Counter(
            (row.fields.get("number"), row.fields.get("unit")) for row in rows if row.fields.get("number")
        )
        assert sorted(count for count in numbers.values() if count > 1) == ([2] if sheet.doubled else [])


def test_numbers_are_never_used_twice_in_a_register(year_rows: list[Read]) -> None:
    numbers = Counter((row.layout.register, row.fields["number"]) for row in year_rows if row.fields.get("number"))
    assert max(numbers.values()) == 1


def test_adviser_rows_name_mediations_that_exist(year_rows: list[Read]) -> None:
    numbers = {row.fields["number"] for row in year_rows if row.layout.register == "mediation"}
    named = [
        row.fields["related_number"]
        for row in year_rows
        if row.layout.register == "adviser_log" and row.fields["kind"] in MEDIATIONS
    ]
    assert set(named) <= numbers
    assert len(named) > len(set(named)), "the same adviser and mediation stand twice in the log"


def test_logs_and_sheet_name_some_mediations_both(year_rows: list[Read]) -> None:
    in_sheet = {row.fields["number"] for row in year_rows if row.fields.get("legal_adviser")}
    in_log = {row.fields["related_number"] for row in year_rows if row.fields.get("kind") in MEDIATIONS}
    assert in_sheet & in_log and in_sheet - in_log and in_log - in_sheet


def test_opinions_of_the_log_are_not_in_the_register(year_rows: list[Read]) -> None:
    register = {row.fields["number"] for row in year_rows if row.layout.register == "legal_opinion"}
    logged = [
        row.fields["related_number"] for row in year_rows if row.fields.get("related_number", "").startswith("青法意")
    ]
    assert logged and not register & set(logged)


def test_mediation_days_follow_one_another(year_rows: list[Read]) -> None:
    order = ("registered_on", "accepted_on", "informed_on", "mediated_on", "agreed_on", "performed_on", "filed_on")
    for row in year_rows:
        if row.layout.register == "mediation":
            days = [day for day in (row.day(field) for field in order) if day]
            assert days == sorted(days), row.fields["number"]


def test_mediation_links_agree_both_ways(year_rows: list[Read]) -> None:
    from_calls = {
        (row.fields["number"], row.fields["mediation_number"])
        for row in year_rows
        if row.fields.get("mediation_number")
    }
    from_mediations = {
        (row.fields["source_number"], row.fields["number"]) for row in year_rows if row.fields.get("source_number")
    }
    assert from_mediations and from_mediations <= from_calls


def test_refused_columns_are_filled_in_the_sheets_that_have_them(year_rows: list[Read]) -> None:
    refused = {"主要当事人/民族", "主要当事人/人员类别", "稳控负责人"}
    filled = {heading for row in year_rows for heading in refused if row.by_heading.get(heading)}
    assert filled == refused


def test_sums_of_the_sheets_are_those_of_their_rows(year_folder: Path) -> None:
    checked = 0
    for book in YEAR_WORKBOOKS:
        workbook = CalamineWorkbook.from_path(year_folder / book.path)
        for sheet in (sheet for sheet in book.sheets if sheet.totals):
            cells = workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            total = next(line for line in cells if line[0] == "合计")
            rows = list(read_sheet(cells, LAYOUTS[sheet.layout]))
            distinct = {row.fields["number"]: row for row in rows}.values()
            for place, column in enumerate(LAYOUTS[sheet.layout].columns):
                if isinstance(total[place], float):
                    checked += 1
                    assert total[place] == sum(float(row.fields[column.field] or 0) for row in distinct)
    assert checked


def test_nobody_of_the_town_is_a_party(year_rows: list[Read]) -> None:
    parties = {
        row.fields.get(field, "") for row in year_rows for field in ("applicant", "respondent", "client", "caller")
    }
    assert not parties & PEOPLE
