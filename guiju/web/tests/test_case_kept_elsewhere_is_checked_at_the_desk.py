"""A case of the superior's system: its list before a signature, and the list of all such cases with what they lack."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.mechanisms.penalty.companion import MODE_SETTING
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.mechanisms.penalty.tests.test_list_before_a_signature_says_what_lacks import day, listed
from guiju.web.tests.penalty_clients import client_of

PATH = "/lists/penalty.companion/"
ALL_COUNTED = 20  # session, user and posts among them


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def in_companion_mode(desk: Desk) -> Desk:
    apply([plan_setting(desk.town.pk, "system:test", MODE_SETTING, "companion", dt.date(2026, 1, 1))], desk.now)
    forget_directory()
    return desk


def test_case_leads_to_its_list_in_companion_mode_only(desk):
    matter, client = listed(desk), client_of(desk, "o1")
    assert f"/matters/{matter}/checklist/" not in client.get(f"/matters/{matter}/").content.decode()
    in_companion_mode(desk)
    text = client.get(f"/matters/{matter}/").content.decode()
    assert f"/matters/{matter}/checklist/" in text
    assert "这一件在统一综合执法系统办理" in text


def test_list_tells_word_article_remedy_and_day(desk):
    matter = listed(desk, inspected_on=day(3, 3))
    text = client_of(desk, "o1").get(f"/matters/{matter}/checklist/").content.decode()
    for words in (
        "签批《案件调查终结报告》以前",
        "没有缺项",
        "有执法证的执法人员",
        "2026年3月3日 星期二",
        "行政处罚法",
    ):
        assert words in text
    lacking = client_of(desk, "o2").get(f"/matters/{listed(desk, number='ZF2026-0002')}/checklist/").content.decode()
    assert "还没有收集证据" in lacking and "先检查、询问或者调取证据" in lacking and "缺 1 项" in lacking


def test_step_page_and_registration_say_where_the_case_is_kept(desk):
    in_companion_mode(desk)
    client = client_of(desk, "o1")
    assert "这里不重复办" in client.get(f"/matters/{listed(desk)}/steps/inspect/").content.decode()
    assert "这里不另登记" in client.get("/register/penalty/ordinary/").content.decode()
    assert (
        "这里不重复办"
        not in client.get(f"/matters/{listed(desk, number='2')}/steps/inspect/?mode=claimed").content.decode()
    )


def test_all_cases_are_listed_with_what_they_lack(desk):
    listed(desk)
    listed(desk, number="ZF2026-0002", inspected_on=day(3, 3))
    desk.clue()
    client = client_of(desk, "o1")
    text = client.get(PATH).content.decode()
    assert text.count("<tr>") == 3 and "1项" in text and "收集证据" in text and "案件调查终结报告" in text
    assert client.get(f"{PATH}?part=whole").content.decode().count("<tr>") == 2
    assert client.get(f"{PATH}export/").content[:2] == b"PK"


def test_list_costs_the_same_for_more_cases(desk):
    client, counts = client_of(desk, "o1"), []
    for number in ("1", "2"):
        listed(desk, number=number)
        client.get(PATH)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PATH).status_code == 200
        counts.append(len(captured.captured_queries))
    assert counts[0] == counts[1] <= ALL_COUNTED
