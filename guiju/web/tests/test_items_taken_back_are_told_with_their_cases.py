"""行政处罚法 第24条: the catalogue of a day; what was taken back from the town, and what became of the cases under it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.mechanisms.penalty.tests.made_cases import OFFICERS, PEOPLE, Desk, found_town
from guiju.web.tests.penalty_clients import client_of
from tests.staffed_towns import send

TAKEN_BACK, BEFORE = "2025-10-01", dt.date(2025, 9, 18)
ITEM = {"item": "road_occupation"}


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = BEFORE.isoformat()
    return Desk(found_town(), BEFORE)


def test_day_decides_what_is_in_the_catalogue(desk, settings):
    client = client_of(desk, "o1")
    before = client.get("/catalogue/?day=2025-09-30").content.decode()
    assert "擅自占用道路" in before and "到这一天为止没有收回的事项" in before
    after = client.get(f"/catalogue/?day={TAKEN_BACK}").content.decode()
    assert "镇里最后一天 2025-09-30，以后由区城管执法局执法" in after and "收回时没有在办的案件" in after
    assert client.get(f"/catalogue/export/?day={TAKEN_BACK}").content[:2] == b"PK"


def test_cases_then_in_hand_tell_what_became_of_them(desk, settings):
    left = desk.investigated(**ITEM)
    moved = desk.investigated(**ITEM)
    settings.GUIJU_TODAY = "2025-10-09"
    desk.on(dt.date(2025, 10, 9)).take(moved, "transfer", receiver="区城管执法局（示例）", crime=False)
    settings.GUIJU_TODAY = "2025-10-10"
    client = client_of(desk, "o1")
    page = client.get("/catalogue/").content.decode()
    assert "2025-10-09移送区城管执法局（示例），还没有回执" in page and "在办：调查终结" in page
    assert f"/matters/{left}/" in page and f"/matters/{moved}/" in page


def test_refusal_leads_to_the_catalogue(desk, settings):
    matter = desk.clue(**ITEM)
    settings.GUIJU_TODAY = "2025-10-10"
    filled = {"filed_on": "2025-10-10", "officers": OFFICERS, "approver": PEOPLE["vice"]}
    page = send(client_of(desk, "o1"), f"/matters/{matter}/steps/file_case/", **filled).content.decode()
    assert "/catalogue/?day=2025-10-10" in page and "由区城管执法局执法" in page


def test_page_costs_the_same_for_more_cases(desk):
    client, counts = client_of(desk, "o1"), []
    for _ in range(2):
        desk.investigated(**ITEM)
        client.get("/catalogue/")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/catalogue/").status_code == 200
        counts.append(len(captured.captured_queries))
    assert counts[0] == counts[1] <= 12
