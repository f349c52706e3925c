"""The drill-down turns the pages of a figure's records both ways, whole and without repetition, in few statements."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.kernel.indicators.api import Indicator, Period, page_of_records, records_of
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Unit
from guiju.kernel.procedure.api import Intent, Snapshot, apply
from tests.example_mechanism.models import CaseDetail
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import NOW, command_moment, found_town, planned, registration, unit_of

pytestmark = pytest.mark.django_db
PERIOD = Period(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
DAYS = (5, 6, 6, 6, 6, 7, 31)


def select(town, period):
    return CaseDetail.objects.filter(town_id=town, matter__voided=False, matter__event_date__range=period.both)


def indicator(**values) -> Indicator:
    plain = {"id": "example.cases", "name": "示例案件", "unit": "件", "definition": "件数", "date_label": "立案日期"}
    return Indicator(**{**plain, "select": select, "reads": {Matter: ("event_date", "number")}, **values})


CASES = indicator()
LARGE = indicator(select=lambda town, period: select(town, period).filter(amount__gte=4), denominator=select)
UNITS = indicator(
    select=lambda town, period: Unit.objects.filter(town_id=town, since__lte=period.as_of),
    number_path="code",
    title_path="name",
    date_path="since",
    matter_path="",
    reads={Unit: ("kind",)},
)


@pytest.fixture
def town():
    found = [found_town("qingtan"), found_town("linxi")]
    for one in found:
        for amount, day in enumerate(DAYS):
            values = registration(unit_of(one), amount=Decimal(amount)).values
            intent = Intent("register", values, dt.date(2026, 1, day), "claimed")
            apply([planned(Snapshot(CASE), [intent], command_moment(one)).plan], NOW)
    return found[0]


def walked(figure, town, size):
    """The keys of all pages from the newest to the oldest, and of all pages back again."""
    pages = [page_of_records(figure, town.id, PERIOD, size=size)]
    while pages[-1].older:
        pages.append(page_of_records(figure, town.id, PERIOD, before=pages[-1].older, size=size))
    back = [pages[-1]]
    while back[-1].newer:
        back.append(page_of_records(figure, town.id, PERIOD, after=back[-1].newer, size=size))
    return [[r.key for r in page.records] for page in pages], [[r.key for r in page.records] for page in back[::-1]]


@pytest.mark.parametrize("figure", [CASES, LARGE, UNITS])
@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_pages_hold_every_record_once_newest_first(town, figure, size):
    there, back = walked(figure, town, size)
    everything = {record.key: record for record in records_of(figure, town.id, PERIOD)}
    keys = [key for page in there for key in page]
    assert sorted(keys) == sorted(everything)
    assert keys == sorted(keys, key=lambda key: (everything[key].date, key), reverse=True)
    assert sorted(key for page in back for key in page) == sorted(everything)


def test_record_of_a_page_is_the_record_of_the_figure(town):
    everything = {record.key: record for record in records_of(CASES, town.id, PERIOD)}
    for record in page_of_records(CASES, town.id, PERIOD, size=3).records:
        assert record == everything[record.key]


def test_page_takes_as_few_statements_for_any_number_of_records(town, django_assert_num_queries):
    with django_assert_num_queries(2):  # the rows, and the last entry of each
        page_of_records(CASES, town.id, PERIOD, size=2)


@pytest.mark.parametrize("cursor", ["", "x", "2026-13-45.1", "2026-01-06", "2026-01-06.x", "2026-12-31." + "9" * 30])
def test_cursor_that_cannot_be_read_shows_the_newest(town, cursor):
    assert len(page_of_records(CASES, town.id, PERIOD, before=cursor, size=2).records) == 2
