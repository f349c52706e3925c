"""The page of a matter: no column in which nothing stands, each date and each law named once, a row of a register told day
by day, private persons masked in the head as well."""

from __future__ import annotations

import datetime as dt

import pytest
from django.template.loader import render_to_string

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import Listing, claimed
from guiju.mechanisms.mediation.tests.made_mediations import VILLAGE_COMMITTEE, found_desk
from guiju.web.present import matter as present
from guiju.web.present.law import articles
from guiju.web.present.offers import effects
from guiju.web.present.timeline import timeline
from guiju.web.templatetags.guiju_work import parties as drawn_parties

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 3, 2)
LATER = dt.date(2026, 3, 5)


@pytest.fixture
def desk():
    return found_desk()


def told_from_a_register(desk):
    """A file of which one row of a register tells four steps on two days."""
    given = {
        "unit": desk.unit(VILLAGE_COMMITTEE),
        "dispute_kind": "neighbour",
        "applicant": "谷雨",
        "respondent": "示例物业有限公司",
    }
    steps = (
        claimed("register", ON, given),
        claimed("accept", LATER, {"accepted_on": LATER}),
        claimed("inform", LATER, {"informed_on": LATER}),
        claimed("appoint", LATER, {"appointed_on": LATER, "mediator": "柏青禾"}),
    )
    return desk.open("file", *steps)


def test_row_of_a_register_is_told_day_by_day(desk):
    matter = told_from_a_register(desk)
    snapshot, entries = desk.snapshot(matter), list(Entry.objects.filter(matter_id=matter))
    (event,) = timeline(entries, snapshot, desk.moment, 0)
    assert event["title"] == "补记 4 步"
    assert [(one["day"], one["labels"].count("、")) for one in event["days"]] == [("03-02", 0), ("03-05", 2)]


def test_head_masks_persons_and_names_firms_and_dates_stand_once(desk):
    snapshot = desk.snapshot(told_from_a_register(desk))
    assert present.head(snapshot, desk.moment)["parties"] == "申请人 谷某某；被申请人 示例物业有限公司"
    (group,) = present.fact_groups(snapshot, desk.moment)
    told = {fact["label"]: fact["value"] for fact in group["facts"]}
    assert told["发生日"] == "2026-03-02"
    assert "登记日" not in told  # the same day
    assert told["受理日期"] == "2026-03-05"


def test_law_is_named_once_for_articles_that_follow(desk):
    bases = [
        Basis("people-mediation-law", "28"),
        Basis("people-mediation-law", "29"),
        Basis("administrative-penalty-law", "45"),
    ]
    told = articles(bases, desk.moment)
    assert [one["label"] for one in told] == ["《人民调解法》第28条", "第29条", "《行政处罚法》第45条"]
    assert told[1]["law"] == "《人民调解法》"
    assert told[1]["url"] != told[0]["url"]


def test_form_tells_what_comes_after_and_what_becomes_of_the_terms_that_run(desk):
    snapshot = desk.snapshot(told_from_a_register(desk))

    def told(code):
        found = effects(snapshot.procedure.step(code), snapshot, desk.moment)
        return [(item["title"], item["text"]) for item in found]

    assert ("“人民调解办结”继续计算", "") in told("mediate")
    assert ("进入“调解中”", "下一步：制作人民调解协议书") in told("mediate")
    ended = [title for title, _ in told("terminate") if title.endswith(("计算", "计时"))]
    assert ended == ["“人民调解办结”停止计算"]  # no word of terms that do not run


def test_columns_in_which_nothing_stands_are_left_out():
    listing = present.listing_told(Listing("送达", ("文书", "说明", "金额"), (("决定书", "", "3,000元"),), right=(2,)))
    assert [column["label"] for column in listing["columns"]] == ["文书", "金额"]
    assert listing["rows"] == [[{"text": "决定书", "right": False}, {"text": "3,000元", "right": True}]]
    firm = {"capacity": "当事人", "name": "示例物业有限公司", "telephone": "", "identity": "", "address": ""}
    html = render_to_string("components/parties.html", drawn_parties([firm]))
    assert ("姓名" in html, "电话" in html, "查看" in html) == (True, False, False)
    both = render_to_string("components/parties.html", drawn_parties([firm, firm | {"telephone": "138****1234"}]))
    assert both.count("—") == 1
