"""国办发〔2018〕118号 二(六): the platform's sheet brings back day and address of publication; it is seen before it is written."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.exchange.sheets.api import write_list
from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

PATH, ADDRESS = "/publicity/receipts/", "https://example.invalid/示例/1"


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def uploaded(client, *rows):
    data = write_list(("序号", "处罚决定书文号", "公示日期", "公示网址"), [(n, *row) for n, row in enumerate(rows, 1)])
    return client.post(PATH, {"file": SimpleUploadedFile("回执.xlsx", data)}).content.decode()


def write(client, page):
    lines = [html.unescape(line) for line in re.findall(r'name="line" value="([^"]*)"', page)]
    assert client.post(PATH, {"do": "write", "line": lines}).status_code == 302


def test_receipt_publishes_what_waits_for_it(desk):
    matter, client = desk.decided(), client_of(desk, "o2")
    number = Document.objects.get(matter_id=matter, kind="decision").number
    page = uploaded(client, (number, TODAY, ADDRESS), ("示例〔2026〕99号", TODAY, ADDRESS), (number, TODAY, ADDRESS))
    assert "3 行，1 行可以登记" in page and "没有这个文号的决定" in page and "出现了两次" in page
    item = DisclosureItem.objects.get(matter_id=matter)
    assert item.state == DisclosureItem.State.DUE, "nothing is written before the button"
    write(client, page)
    item.refresh_from_db()
    assert (item.state, item.published_on, item.address) == (DisclosureItem.State.PUBLISHED, TODAY, ADDRESS)
    assert "已经登记，一致" in uploaded(client, (number, TODAY, ADDRESS))
    assert "与回执不同" in uploaded(client, (number, TODAY - dt.timedelta(1), ADDRESS))


def test_sheet_without_the_columns_is_told_so(desk):
    data = write_list(("编号", "说明"), [("1", "示例")])
    page = client_of(desk, "o2").post(PATH, {"file": SimpleUploadedFile("别的.xlsx", data)}).content.decode()
    assert "公示平台导出的回执" in page


def test_officers_hand_it_to_who_imports(desk):
    assert client_of(desk, "o1").get(PATH).status_code == 403
