"""态势: every number of the page is that of a figure's own records, opens them, and is told to no other town and no administrator."""

import datetime as dt
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.commands.town import keep_outlines
from guiju.exchange.outlines.models import VillageArea
from guiju.kernel.ledger.api import Entry
from guiju.kernel.organisation.api import Unit
from guiju.kernel.terms.api import legal_today
from samples.outline import write_outline
from tests.staffed_towns import ADVISER, CLERK, LEADER, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db
STATEMENTS = 45  # of the whole page, however many records there are; measured 33 to 40
TODAY = legal_today(timezone.now())
LAST_YEAR = TODAY.replace(year=TODAY.year - 1, day=min(TODAY.day, 28))
PAGE = f"/situation/?topic=legal_services&month={TODAY:%Y-%m}"
SONG, DONG = "松溪村", "东浦村"


def register(town, village, kind, day, times=1):
    client = signed_in(CLERK)
    for _ in range(times):
        told = {"unit": unit_id(town, village), "event_date": day.isoformat()}
        matter_of(send(client, f"/register/legal_services/{kind}/", **told))


@pytest.fixture
def town(tmp_path):
    """Three receptions and one opinion in 松溪村 this month, one last year; one reception in 东浦村; map and households."""
    founded = found_staffed_town()
    found_staffed_town("second_town.yaml")
    keep_outlines(founded, write_outline(tmp_path).read_bytes(), dt.date(2020, 1, 1))
    register(founded, SONG, "reception", TODAY, 3)
    register(founded, SONG, "adviser_answer", TODAY)
    register(founded, DONG, "reception", TODAY)
    register(founded, SONG, "reception", LAST_YEAR)
    return founded


def opened(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def row(page, name):
    """The cells of a table's row, words only."""
    found = re.search(rf'<tr><th scope="row">{name}</th>(.*?)</tr>', page, re.DOTALL)
    assert found, name
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", found[1], re.DOTALL)]


def test_numbers_are_those_of_the_records_and_open_them(town):
    client = signed_in(LEADER)
    page = opened(client, PAGE)
    song = VillageArea.objects.get(unit__name=SONG, town=town)
    assert row(page, SONG)[:3] == ["4", "1", f"{song.households:,}"]
    assert row(page, SONG)[3] == f"{round(4000 / song.households, 1)}"
    assert row(page, DONG)[:2] == ["1", "0"]
    assert "松溪村比去年同期多 3 件，各村居中增加最多。" in page
    links = [unescape(link) for link in re.findall(r'href="(/figures/legal_service\.served/[^"]+)"', page)]
    assert len(links) > 40
    of_song = next(link for link in links if f"place={song.unit_id}" in link and "kind" not in link)
    assert "4 条记录" in opened(client, of_song) and "（松溪村）" in opened(client, of_song)
    of_kind = next(link for link in links if f"place={song.unit_id}" in link and "kind=reception" in link)
    assert "3 条记录" in opened(client, of_kind)
    assert row(page, f"{TODAY.month}月")[:2] == ["5", "1"]


def test_every_tab_opens_and_a_month_without_records_says_so(town):
    client = signed_in(LEADER)
    for topic in ("mediation", "screening", "workorders", "penalty", "legal_services", "publicity"):
        answer = client.get(f"/situation/?topic={topic}&month=2000-01")
        assert "都没有登记，所以没有可以看的" in answer.content.decode()
    assert client.get("/situation/?topic=persons").status_code == 404
    assert "年初至本月" in opened(client, "/situation/?month=99&stretch=century&measure=x&village=no")


def test_statements_stay_the_same_whatever_the_records(town):
    client = signed_in(LEADER)
    opened(client, PAGE)
    with CaptureQueriesContext(connection) as few:
        opened(client, PAGE)
    register(town, SONG, "reception", TODAY, 4)
    register(town, DONG, "adviser_answer", TODAY, 3)
    with CaptureQueriesContext(connection) as more:
        opened(client, PAGE)
    assert len(more) <= len(few) <= STATEMENTS, (len(few), len(more))


def test_another_town_and_administrators_see_none_of_it(town):
    song = Unit.objects.get(town=town, name=SONG).id
    for login in ("sysadmin", "secadmin", "audadmin", "gu.qsfj"):
        assert signed_in(login).get(PAGE).status_code == 403
    elsewhere = signed_in("ni.linxi")
    page = opened(elsewhere, f"{PAGE}&village={song}")
    assert "都没有登记" in page and SONG not in page
    assert elsewhere.get(f"/figures/legal_service.served/?place={song}").status_code == 404
    assert "5 条记录" not in opened(elsewhere, "/figures/legal_service.served/")
    assert row(opened(signed_in(ADVISER), PAGE), SONG)[0] == "4"  # counts are the town's, whoever of it looks


def test_outline_of_a_village_that_is_not_there_writes_nothing(town, tmp_path):
    told = write_outline(tmp_path).read_text(encoding="utf-8")
    before = (Entry.objects.count(), VillageArea.objects.count())
    for wrong, sentence in (
        (told.replace(SONG, "无此村"), "单位名册里没有村居“无此村”"),
        (told.replace(DONG, SONG), "“松溪村”写了两次"),
        ("[]", "不是 GeoJSON"),
        (re.sub(r'"households": \d+', '"households": "三百"', told, count=1), "不是大于零的整数"),
    ):
        with pytest.raises(CommandError, match=sentence):
            keep_outlines(town, wrong.encode(), TODAY)
    assert (Entry.objects.count(), VillageArea.objects.count()) == before
