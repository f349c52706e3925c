"""环比 at the desk: the last whole month and quarter beside the one before, both numbers told and open."""

import datetime as dt
import re
from html import unescape

import pytest

from guiju.kernel.indicators.api import Period
from guiju.web.desk.rounds import whole_before
from tests.staffed_towns import CLERK, found_staffed_town, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("before", "months", "start", "end"),
    [
        ("2022-11-01", 1, "2022-10-01", "2022-10-31"),
        ("2022-10-31", 1, "2022-09-01", "2022-09-30"),
        ("2022-01-15", 1, "2021-12-01", "2021-12-31"),
        ("2022-10-01", 3, "2022-07-01", "2022-09-30"),
        ("2022-09-30", 3, "2022-04-01", "2022-06-30"),
        ("2022-02-28", 3, "2021-10-01", "2021-12-31"),
        ("2024-03-01", 1, "2024-02-01", "2024-02-29"),
    ],
)
def test_only_whole_months_and_quarters_are_compared(before, months, start, end):
    assert whole_before(day(before), months) == Period(day(start), day(end))


def test_both_numbers_are_told_and_open_their_records():
    town = found_staffed_town()
    client = signed_in(CLERK)
    for happened in ("2025-03-05", "2025-05-05", "2025-05-06", "2025-06-05"):
        matter_of(send(client, "/register/legal_services/reception/", unit=unit_id(town), event_date=happened))
    page = client.get("/figures/legal_service.adviser_receptions/?as_of=2025-06-30").content.decode()
    found = re.findall(r"<dt>(环比[^<]*)</dt><dd[^>]*>(.*?)</dd>", page)
    told = {label: re.sub(r"<[^>]+>", "", words) for label, words in found}
    assert told == {"环比（月）": "6月 1 件，5月 2 件", "环比（季）": "第2季度 3 件，第1季度 1 件"}
    links = [unescape(link) for link in re.findall(r'href="(/figures/[^"]+from=[^"]+)"', page)]
    counted = [re.search(r"(\d+) 条记录", client.get(link).content.decode())[1] for link in links]
    assert counted == ["1", "2", "3", "1"]
