"""待我签批 lists what only leaders take: allowed first, the others with article and remedy; in constantly many statements."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.kernel.matters.api import Matter
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def numbers(*matters: int) -> list[str]:
    found = dict(Matter.objects.values_list("id", "number"))
    return [found[matter] for matter in matters]


def test_allowed_ones_come_first_and_others_say_what_lacks(desk):
    early, ready = desk.noticed(), desk.noticed()
    desk.take(ready, "waive")
    served = desk.decided()
    desk.take(served, "serve")
    elsewhere = desk.investigated()
    page = client_of(desk, "mayor").get("/signatures/").content.decode()
    first, second, third, absent = numbers(ready, early, served, elsewhere)
    assert max(page.index(first), page.index(third)) < page.index(second)
    assert absent not in page
    lacking = page[page.index(second) :]
    assert "陈述申辩期限未满，当事人也没有明确放弃。" in lacking
    assert "第62条" in lacking
    assert page.count("g-btn-1") == 2  # one for each that may be signed
    assert f'href="/matters/{ready}/steps/decide/"' in page
    assert f'href="/matters/{served}/steps/close/"' in page


def test_as_many_statements_for_many_cases_as_for_one(desk):
    client = client_of(desk, "mayor")
    counts = []
    for _ in range(2):
        desk.noticed()
        desk.noticed()
        client.get("/signatures/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/signatures/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_posts_that_sign_nothing_have_no_such_page(desk):
    officer = client_of(desk, "o1")
    assert officer.get("/signatures/").status_code == 403
    assert "待我签批" not in officer.get("/").content.decode()
    assert "待我签批" in client_of(desk, "vice").get("/").content.decode()
