"""报送 at the desk: the clerk makes, reminds and closes; a unit answers by pasting or a word; others are told whom to ask."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guiju.exchange.returns.models import Answer, ReturnRound
from guiju.exchange.returns.tests.made_rounds import FIRST, SECOND, TODAY, consult, found_town, make_round, owing
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Unit

LINES = "各位好\n2月3日安有容和成大山邻里纠纷，赔了3200元\n昨天老王家和小李吵架"


@pytest.fixture
def town(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return found_town()


def client_of(who: str, code: str = "yuanxi") -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"{code}.{who}"))
    return client


def text_of(response) -> str:
    assert response.status_code == 200, response
    return response.content.decode()


def test_clerk_makes_a_round_copies_it_and_closes_it(town):
    clerk = client_of("clerk")
    assert "还没有发起过报送" in text_of(clerk.get("/returns/"))
    told = {
        "title": "咨询月报", "notice": "关于报送的通知", "period_from": "2026-01-01", "period_to": "2026-01-31",
        "due_on": "2026-02-05", "force": "internal", "every": "month", "kinds": ["village"], "without": SECOND,
        "registers": ["station_consultation"], "others": "走访 户",
    }  # fmt: skip
    assert "没有叫“某村”" in text_of(clerk.post("/returns/new/", {**told, "without": "某村"}))
    page = text_of(clerk.post("/returns/new/", told, follow=True))
    assert "咨询月报　0/1" in page and f"还没有收到的：{FIRST}" in page and "已过 35 日" in page and "逾期" not in page
    assert "该收了" in text_of(clerk.get("/"))
    key = ReturnRound.objects.get().id
    page = text_of(clerk.post(f"/returns/{key}/again/", follow=True))
    assert "2026-02-01 至 2026-02-28" in page
    assert "该收了" not in text_of(clerk.get("/"))
    page = text_of(clerk.post(f"/returns/{key}/close/", follow=True))
    assert "已收口" in page and "收口之后才登记的" in page
    assert verify_town(town.id).whole


def test_unit_pastes_lines_and_what_is_not_certain_is_asked(town):
    one = make_round(registers=("oral_mediation",))
    key = owing(one, FIRST).id
    village = client_of("village")
    assert "法律咨询月报" in text_of(village.get("/"))
    assert "这一期还没有登记" in text_of(village.get(f"/returns/units/{key}/"))
    sent = {"register": "oral_mediation", "text": LINES}
    page = text_of(village.post(f"/returns/units/{key}/pasted/", sent))
    assert "认出 2 件" in page and "各位好" in page and "看不准当事人是谁" in page
    first = {
        "r0.mediated_on": "2026-02-03", "r0.applicant": "安有容", "r0.respondent": "成大山", "r0.amount": "3200",
        "r0.dispute_kind": "邻里纠纷", "r0.outcome": "", "r0.facts": "邻里纠纷", "rows": "2", "keep0": "1",
    }  # fmt: skip
    assert "还有 1 处没有答" in text_of(village.post(f"/returns/units/{key}/pasted/", sent | first))
    first |= {"r0.outcome": "达成口头协议", "sure0": "1"}
    page = text_of(village.post(f"/returns/units/{key}/pasted/", sent | first, follow=True))
    assert "导入 1 行" in page
    upload = village.get(f"/returns/units/{key}/").context["waiting"][0]["url"]
    page = text_of(village.post(f"{upload}import/", follow=True))
    assert "已有 1 件，不用再报" in page
    assert Matter.objects.filter(event_date=dt.date(2026, 2, 3)).count() == 1
    answer = Answer.objects.get()
    assert (answer.how, answer.rows, answer.imported, answer.told_by) == ("lines", 1, 1, "桑晓")
    assert village.get(upload).status_code == 404
    assert verify_town(town.id).whole


def test_zero_report_is_refused_with_the_count_and_clerk_names_who_said_it(town):
    one = make_round()
    consult("远1", dt.date(2026, 2, 9))
    first, second = owing(one, FIRST).id, owing(one, SECOND).id
    village, clerk = client_of("village"), client_of("clerk")
    assert "不能零报告" in text_of(village.post(f"/returns/units/{first}/", {"do": "nothing"}))
    assert "已回报：已登记" in text_of(village.post(f"/returns/units/{first}/", {"do": "there"}, follow=True))
    assert "谁说的、怎么说的" in text_of(clerk.post(f"/returns/units/{second}/", {"do": "nothing"}))
    told = {"do": "nothing", "told_by": "示例主任", "medium": "telephone"}
    page = text_of(clerk.post(f"/returns/units/{second}/", told, follow=True))
    assert "示例主任，电话" in page and "2/2" in page
    blank = clerk.get(f"/returns/units/{first}/blank/?register=station_consultation")
    assert blank.content[:2] == b"PK"


def test_who_does_not_answer_is_told_whom_to_ask_and_others_find_nothing(town):
    found_town("beitang")
    one = make_round()
    first, second = owing(one, FIRST).id, owing(one, SECOND).id
    leader, village, other = client_of("leader"), client_of("village"), client_of("clerk", "beitang")
    assert "法律咨询月报" in text_of(leader.get("/returns/"))
    assert "请找司法所内勤" in text_of(leader.get(f"/returns/units/{first}/"))
    assert leader.get("/returns/new/").status_code == 403
    assert village.get(f"/returns/{one.id}/").status_code == 404
    assert village.get(f"/returns/units/{second}/").status_code == 404
    for path in (f"/returns/{one.id}/", f"/returns/units/{first}/"):
        assert other.get(path).status_code == 404
    assert "法律咨询月报" not in text_of(other.get("/returns/"))


def test_round_page_takes_as_many_statements_for_one_unit_as_for_all(town):
    keys = list(Unit.objects.filter(town=town).values_list("id", flat=True))
    clerk, counts = client_of("clerk"), []
    rounds = [make_round(units=keys[:1]), make_round(units=keys)]
    for one in (rounds[0], *rounds):
        with CaptureQueriesContext(connection) as caught:
            text_of(clerk.get(f"/returns/{one.id}/"))
        counts.append(len(caught))
    assert counts[1] == counts[2]
