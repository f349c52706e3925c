"""Tables that superiors ask for, at the desk: seen first, what lacks named with its case, figures that open, posts."""

from __future__ import annotations

import pytest

from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

pytestmark = pytest.mark.django_db
YEAR = f"?year={TODAY.year}"


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def text(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_yearbook_shows_its_rows_and_opens_its_figures(desk):
    desk.decided()
    client = client_of(desk, "o1")
    assert "/tables/penalty.yearbook/" in text(client, "/tables/")
    page = text(client, f"/tables/penalty.yearbook/{YEAR}")
    assert f"/figures/penalty.decisions/?year={TODAY.year}" in page and "普通程序" in page
    assert "/tables/" in text(client, "/mechanisms/penalty/")


def test_row_that_lacks_a_required_cell_is_named_with_its_case(desk):
    matter = desk.decided()
    page = text(client_of(desk, "o1"), f"/tables/penalty.credit/{YEAR}")
    assert "没有写入的 1 行" in page and "处罚机关统一社会信用代码" in page and f'href="/matters/{matter}/"' in page


def test_table_leaves_as_workbook(desk):
    answer = client_of(desk, "o1").get(f"/tables/penalty.yearbook/xlsx/{YEAR}")
    assert answer.status_code == 200 and answer.content[:2] == b"PK"


def test_other_posts_do_not_hand_it_in(desk):
    client = client_of(desk, "fresh")
    assert client.get("/tables/penalty.yearbook/").status_code == 403
    assert client.get("/tables/penalty.yearbook/xlsx/").status_code == 403
    assert "没有要报的表" in text(client, "/tables/")
