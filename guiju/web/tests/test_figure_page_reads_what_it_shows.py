"""The page of a figure reads one page of its records; the digest of all is worked out when somebody asks for it."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.staffed_towns import CLERK, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db
FEW = 20
TODAY = timezone.localdate().isoformat()
ADDRESS = f"/figures/legal_service.adviser_receptions/?as_of={TODAY}"


@pytest.fixture
def client():
    """Of a clerk who has registered 51 receptions today: one more than a page shows."""
    town = found_staffed_town()
    client = signed_in(CLERK)
    for _ in range(51):
        matter_of(send(client, "/register/legal_services/reception/", unit=unit_id(town), event_date=TODAY))
    return client


def address(query):
    """The address behind a link of the page that holds only a query."""
    return ADDRESS.partition("?")[0] + unescape(query)


def opened(client, path):
    """The page and the statements that it took when it was opened a second time."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(path)
    assert page.status_code == 200
    return page.content.decode(), captured.captured_queries


def test_records_are_shown_page_by_page_and_the_digest_when_asked(client):
    first, told = opened(client, ADDRESS)
    assert "51 条记录" in first and first.count("<tr") - 1 == 50
    assert len(told) <= FEW
    assert "…" not in re.search(r"记录摘要值</dt>(.*?)</dd>", first)[1]
    older = re.search(r'href="(\?[^"]*before=[^"]+)"', first)[1]
    second, _ = opened(client, address(older))
    assert second.count("<tr") - 1 == 1 and "51 条记录" in second
    asked = re.search(r'href="(\?[^"]*digest=1[^"]*)"', first)[1]
    assert re.search(r"记录摘要值</dt><dd[^>]*>([0-9a-f]{4} ){4}… [0-9a-f]{4}</dd>", opened(client, address(asked))[0])


def test_cursor_beyond_the_records_shows_the_first_page(client):
    page, _ = opened(client, f"{ADDRESS}&before=2000-01-01.1")
    assert "51 条记录" in page and page.count("<tr") - 1 == 50
