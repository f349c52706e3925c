"""态势 without a map: cases by stage and office, what was public in its time, whose returns lack; numbers open, nobody is named."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guiju.exchange.returns.answering import Said
from guiju.exchange.returns.tests import made_rounds
from guiju.mechanisms.penalty.tests import made_cases
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, TEAM, Desk
from guiju.web.tests.penalty_clients import client_of

STATEMENTS = 40  # of the whole page; measured 33
LATE = dt.timedelta(days=20)


def opened(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def links(page: str, beginning: str) -> list[str]:
    return [unescape(link) for link in re.findall(rf'href="({beginning}[^"]*)"', page)]


@pytest.fixture
def desk(db, settings) -> Desk:
    """Three decisions: public in time, public late, still to be public though its day is over; and a case told of its penalty."""
    working = Desk(made_cases.found_town())
    in_time, late, unpublished = (working.decided() for _ in range(3))
    for matter in (in_time, late, unpublished):
        working.take(matter, "serve")
    working.noticed()
    working.after(5).take(in_time, "publish", address="https://example.invalid/1")
    working.after(20).claim(late, "publish", address="https://example.invalid/2")
    settings.GUIJU_TODAY = (made_cases.TODAY + LATE).isoformat()
    return working


def test_cases_stand_by_stage_and_office_and_open_their_list(desk: Desk):
    client = client_of(desk, "vice")
    with CaptureQueriesContext(connection) as asked:
        page = opened(client, "/situation/?topic=penalty&month=2026-03")
    assert len(asked) <= STATEMENTS, len(asked)
    assert "逐月行政处罚决定" in page and "各村居" not in page
    assert "去年同期没有记录" in page and "3 件都按期作出决定" in page
    stages = re.findall(r'aria-label="([^"]+)，(\d+) 件"', page)
    assert {("送达执行", "3"), ("告知和听取意见", "1")} <= set(stages)
    assert "作出处罚决定" in page and "行政机关负责人" in page and TEAM in page
    of_stage = next(link for link in links(page, "/mechanisms/penalty/") if "stage=performing" in link)
    listed = opened(client, of_stage)
    assert "符合条件 3 件" in listed and "去掉条件：阶段" in listed
    assert "符合条件 4 件" in opened(client, of_stage.replace("performing", "not_there"))
    fined = next(link for link in links(page, "/figures/penalty.decisions/") if "kind=fine" in link)
    assert "3 条记录" in opened(client, fined)
    assert not [name for code, name in PEOPLE.items() if code != "vice" and name in page], "offices, never who in them"


def test_publicity_tells_what_is_late_and_what_is_missing(desk: Desk):
    client = client_of(desk, "vice")
    page = opened(client, "/situation/?topic=publicity&month=2026-03")
    assert "3 项里有 2 项没有按时公开" in page and "33.33 %（1/3）" in page
    assert "现在，1 项，1 项已过最迟日期" in page
    assert re.search(r"迟公开 \d+ 日", page) and page.count("未按规定分类投放生活垃圾") >= 3
    for figure, count in (("owed", 3), ("late", 1), ("missing", 1), ("in_time", 3)):
        assert f"{count} 条记录" in opened(client, links(page, f"/figures/publicity.{figure}/")[0]), figure
    assert "都没有登记" in opened(client, "/situation/?topic=publicity&month=2000-01")


def test_units_that_owe_returns_are_told_until_they_answer(db, settings):
    settings.GUIJU_TODAY = made_rounds.TODAY.isoformat()
    made_rounds.found_town()
    made_rounds.consult("示例1", dt.date(2026, 2, 3))
    client, path = Client(), "/situation/?topic=legal_services&month=2026-02"
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    assert "催报" not in opened(client, path)
    one = made_rounds.make_round()
    page = opened(client, path)
    assert f"{made_rounds.FIRST}、{made_rounds.SECOND}没有报《法律咨询月报》。" in page
    assert f"/returns/{one.id}/#remind" in page and 'id="remind"' in opened(client, f"/returns/{one.id}/")
    made_rounds.answer(one, made_rounds.FIRST, Said("there"), who="village")
    assert f"<b>{made_rounds.SECOND}没有报《法律咨询月报》。</b>" in opened(client, path)
    made_rounds.close(one)
    page = opened(client, path)
    assert "已收口" in page and "催报" not in page
    assert "没有报" not in opened(client, path.replace("2026-02", "2026-03"))


def test_measures_of_the_report_stand_under_what_they_are_about(db, settings):
    settings.GUIJU_TODAY = made_rounds.TODAY.isoformat()
    made_rounds.found_town()
    made_rounds.consult("示例1", dt.date(2026, 2, 3))
    client, path = Client(), "/situation/?topic=legal_services&month=2026-02"
    client.force_login(get_user_model().objects.get(username="yuanxi.clerk"))
    page = opened(client, path)
    assert "这一节还没有写举措和材料" in page
    add = links(page, "/report/2026/add/")[0]
    assert add.endswith("/results.service/")
    text = "**公共服务室加一次律师坐班。**已有{legal_service.station_consultations}。"
    assert client.post(add, {"text": text}).status_code == 302
    kept = {"do": "material", "title": "坐班安排（示例）", "file": SimpleUploadedFile("1.pdf", b"%PDF-1.4 example")}
    assert client.post("/report/2026/text/results.service.z01/", kept).status_code == 302
    page = opened(client, path)
    assert "公共服务室加一次律师坐班" in page and "#at-results-service-z01" in page
    material = links(page, "/report/2026/materials/")[0]
    assert "坐班安排（示例）" in page and client.get(material).status_code == 200
    assert "公共服务室加一次律师坐班" not in opened(client, path.replace("2026-02", "2025-02"))
