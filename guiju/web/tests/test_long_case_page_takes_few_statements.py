"""The page of a penalty case of eighty entries takes twelve statements, everything counted, and as many as a short one."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import Intent, Refused, apply, plan
from guiju.mechanisms.penalty.tests.made_cases import STEP_VALUES, TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

ENTRIES, PAGE = 80, 12
pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(settings: Any) -> Desk:
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def case_of(desk: Desk, entries: int) -> int:
    """A case on the record with so many entries, most of them pieces of evidence."""
    matter = desk.clue()
    desk.take(matter, "file_case")
    snapshot, plans = desk.snapshot(matter), []
    for _ in range(entries - 2):
        planned = plan(snapshot, [Intent("collect", STEP_VALUES["collect"])], desk.moment)
        assert not isinstance(planned, Refused)
        snapshot = planned.after
        plans.append(planned.plan)
    apply(plans, desk.now)
    assert Entry.objects.filter(matter_id=matter).count() == entries
    return matter


def read(client: Client, path: str) -> tuple[int, str]:
    """The statements of a page, session, user, posts and the counts of the rail among them."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    assert answer.status_code == 200
    return len(captured), answer.content.decode()


def _newest(matter: int) -> int:
    """The entry of the step just taken, which the page after it confirms."""
    return Entry.objects.filter(matter_id=matter).latest("index").index


def test_page_of_eighty_entries_takes_few(desk: Desk) -> None:
    client = client_of(desk, "o1")
    short, long = case_of(desk, 3), case_of(desk, ENTRIES)
    few, _ = read(client, f"/matters/{short}/?done={_newest(short)}")
    many, page = read(client, f"/matters/{long}/?done={_newest(long)}")
    assert page.count('href="/entries/') >= ENTRIES
    assert few == many
    assert many <= PAGE
