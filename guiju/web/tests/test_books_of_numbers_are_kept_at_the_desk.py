"""字号簿 at the desk: a pasted list is entered once; doubles and gaps are named; two towns stay apart."""

from __future__ import annotations

import pytest
from django.test import Client

from guiju.exchange.numbers.api import GivenNumber
from guiju.reports.tests.made_town import TODAY, MadeTown, client_of, made_town

PATH = "/numbers/?year=2023"
LIST = "示府发〔2023〕1号\t关于示例的通知\t2023-03-01\n示府发〔2023〕3号\t关于另一件事的通知\t2023-03-02"


@pytest.fixture
def towns(db, settings) -> tuple[MadeTown, MadeTown]:
    settings.GUIJU_TODAY = TODAY.isoformat()
    return made_town(), made_town("erhao", "二号镇")


def enter(client: Client, lines: str = LIST):
    return client.post(PATH, {"keeper": "office", "source": "党政办发文登记簿", "lines": lines}, follow=True)


def test_list_is_entered_once_and_its_gap_is_named(towns):
    clerk = client_of(towns[0], "clerk")
    page = enter(clerk).content.decode()
    assert "登记了 2 个号" in page and "缺 1 个：2" in page
    again = enter(clerk).content.decode()
    assert "都已经登记过" in again and "关于另一件事的通知" in again
    page = enter(clerk, LIST + "\n示府发〔2023〕3号\t关于第三件事的通知\t2023-03-05").content.decode()
    assert "有重号" in page and "早已登记" in page
    row = GivenNumber.objects.first()
    assert "仍占着" in clerk.post(f"/numbers/{row.id}/cancel/", follow=True).content.decode()


def test_another_town_and_a_village_see_nothing_of_it(towns):
    enter(client_of(towns[0], "clerk"))
    assert "示府发" not in client_of(towns[1], "clerk").get(PATH).content.decode()
    assert client_of(towns[0], "villager").get(PATH).status_code == 403
