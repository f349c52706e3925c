"""Keyset pages: turning older and newer shows every matter once, in one order, whatever dates coincide."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guiju.kernel.ledger.api import insert_rows
from guiju.kernel.matters.api import COUNT_LIMIT, Matter, count_up_to, page_of
from tests.example_mechanism.towns import found_town, unit_of

pytestmark = pytest.mark.django_db
FIRST = dt.date(2026, 1, 1)


@pytest.fixture
def town():
    return found_town()


def fill(town, offsets):
    """Matters registered so many days after the first, straight into the table: lists read nothing else."""
    unit = unit_of(town)
    Matter.objects.filter(town=town).delete()
    insert_rows(
        Matter,
        [
            {
                "id": 1_000_000 + n,
                "town_id": town.id,
                "unit_id": unit.id,
                "mechanism": "example_mechanism",
                "kind": "case",
                "title": f"示例{n}",
                "stage": "open",
                "event_date": FIRST,
                "registered_on": FIRST + dt.timedelta(days=offset),
                "procedure_version": "1",
                "row_version": 1,
            }
            for n, offset in enumerate(offsets)
        ],
    )
    return Matter.objects.filter(town_id=town.id)


def keys(page):
    return [matter.id for matter in page.rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(offsets=st.lists(st.integers(0, 4), max_size=17), size=st.integers(1, 6))
def test_pages_hold_every_matter_once_in_both_directions(town, offsets, size):
    matters = fill(town, offsets)
    wanted = list(matters.order_by("-registered_on", "-id").values_list("id", flat=True))
    page = page_of(matters, size=size)
    assert page.newer == ""
    pages = [page]
    while page.older:
        page = page_of(matters, before=page.older, size=size)
        assert page.rows
        pages.append(page)
    assert [key for page in pages for key in keys(page)] == wanted
    back = [pages[-1]]
    while back[-1].newer:
        back.append(page_of(matters, after=back[-1].newer, size=size))
        assert back[-1].rows
    assert [key for page in reversed(back) for key in keys(page)] == wanted


def test_newer_page_knows_the_older_one(town):
    matters = fill(town, range(9))
    second = page_of(matters, before=page_of(matters, size=3).older, size=3)
    first = page_of(matters, after=second.newer, size=3)
    assert keys(first) == keys(page_of(matters, size=3))
    assert first.newer == ""
    assert keys(page_of(matters, before=first.older, size=3)) == keys(second)


def test_matter_that_came_meanwhile_moves_no_page(town):
    matters = fill(town, range(6))
    first = page_of(matters, size=2)
    Matter.objects.filter(id=1_000_000).update(registered_on=FIRST + dt.timedelta(days=90))
    assert keys(page_of(matters, before=first.older, size=2)) == [1_000_003, 1_000_002]


@pytest.mark.parametrize(
    "cursor", ["", "tomorrow", "2026-01-01", "2026-13-01.5", "2026-01-01.x", "2026-01-01." + "9" * 30, "'; DROP"]
)
def test_cursor_that_is_none_shows_the_first_page(town, cursor):
    matters = fill(town, range(3))
    assert keys(page_of(matters, before=cursor)) == keys(page_of(matters, after=cursor)) == keys(page_of(matters))


def test_page_takes_one_statement(town, django_assert_num_queries):
    matters = fill(town, range(30))
    middle = page_of(matters, size=10).older
    for values in ({}, {"before": middle}, {"after": middle}):
        with django_assert_num_queries(1) as captured:
            page_of(matters, size=10, **values)
        assert "OFFSET" not in captured[0]["sql"]
        assert "COUNT" not in captured[0]["sql"]


def test_count_stops_at_a_thousand(town, django_assert_num_queries):
    matters = fill(town, [n % 7 for n in range(COUNT_LIMIT + 50)])
    with django_assert_num_queries(1):
        assert count_up_to(matters) == COUNT_LIMIT + 1
    assert count_up_to(matters, 20) == 21
    assert count_up_to(matters.filter(registered_on=FIRST)) == sum(n % 7 == 0 for n in range(COUNT_LIMIT + 50))
