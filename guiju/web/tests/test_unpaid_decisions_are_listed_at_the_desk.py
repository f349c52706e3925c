"""The list of unpaid decisions: offered where the team works, in parts, as a workbook, in as many statements for more rows."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

PATH = "/lists/penalty.unpaid/"
ALL_COUNTED = 12  # session, user and posts among them


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def served(desk: Desk) -> int:
    matter = desk.decided()
    desk.take(matter, "serve")
    return matter


def test_officer_is_led_to_the_list_and_from_it_to_the_case(desk, settings):
    matter, client = served(desk), client_of(desk, "o1")
    settings.GUIJU_TODAY = (TODAY + dt.timedelta(20)).isoformat()
    for page in ("/", "/mechanisms/penalty/"):
        assert PATH in client.get(page).content.decode(), page
    text = client.get(PATH).content.decode()
    assert "催告" in text and f"/matters/{matter}/" in text and "行政强制法" in text and "3,000.00" in text
    assert "这一类没有" in client.get(f"{PATH}?part=over").content.decode()


def test_list_costs_the_same_for_more_rows(desk):
    client, counts = client_of(desk, "o1"), []
    for _ in range(2):
        served(desk)
        cache.clear()  # what the shell keeps for seconds is kept anew, and does not run out between the two
        client.get(PATH)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PATH).status_code == 200
        counts.append(len(captured.captured_queries))
    assert counts[0] == counts[1] <= ALL_COUNTED


def test_workbook_leaves_with_articles(desk):
    served(desk)
    answer = client_of(desk, "o1").get(f"{PATH}export/")
    assert answer.status_code == 200 and answer.content[:2] == b"PK"


def test_other_posts_are_not_led_there(desk):
    assert PATH not in client_of(desk, "fresh").get("/").content.decode()
