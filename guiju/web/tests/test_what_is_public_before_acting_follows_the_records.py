"""国办发〔2018〕118号 二(四): the sheet that is public beforehand: bodies, officers, items, procedures, remedies."""

from __future__ import annotations

import pytest

from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, TEAM, TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

PATH = "/public/penalty.before/"


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def test_sheet_names_officers_with_valid_certificates_only(desk):
    client = client_of(desk, "o1")
    page = client.get(PATH).content.decode()
    assert "<td>示例o1</td>" in page and "行政执法证" in page and TEAM in page
    assert f"<td>{PEOPLE['o3']}</td>" not in page, "the certificate has lapsed"
    assert f"不列入的：{PEOPLE['o3']}" in page
    assert PATH in client.get("/mechanisms/penalty/").content.decode()


def test_items_procedures_and_remedies_are_those_of_the_day(desk):
    page = client_of(desk, "o1").get(PATH).content.decode()
    assert "未按规定分类投放生活垃圾" in page and "擅自占用道路" not in page, "taken back before the day"
    assert "《行政处罚法》第54条" in page and "执法程序：行政处罚（简易程序）" in page
    assert "60日内" in page and "6个月内" in page
    assert "对当场处罚不服的，应当先申请行政复议" in page


def test_sheet_leaves_as_workbook(desk):
    assert client_of(desk, "o1").get(f"{PATH}export/").content[:2] == b"PK"
