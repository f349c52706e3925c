"""下一步 of a long procedure: one step that leads on, the refused one it is heading for, and the rest listed by purpose."""

import datetime as dt

import pytest

from guiju.kernel.procedure.api import offers
from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town
from guiju.web.present.next_steps import next_steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk(found_town(), dt.date(2026, 3, 12))


def panel(desk, matter):
    snapshot = desk.snapshot(matter)
    return next_steps(offers(snapshot, desk.moment), snapshot, desk.moment)


def test_while_the_party_may_speak_a_decision_is_refused_in_full_and_no_waiver_is_urged(desk):
    told = panel(desk, desk.noticed())
    assert [(step["title"], step["allowed"]) for step in told["steps"]] == [
        ("登记陈述申辩意见", True),
        ("作出处罚决定", False),
    ]
    assert told["steps"][0]["primary"]
    assert told["steps"][1]["refusals"]


def test_what_lies_beside_the_way_is_folded_by_purpose(desk):
    groups = {group["title"]: group for group in panel(desk, desk.noticed())["way_groups"]}
    assert not groups["这一阶段还可以办"]["folded"]
    assert "登记当事人放弃陈述申辩" in [way["title"] for way in groups["另行登记"]["ways"]]
    assert "中止办理" in [way["title"] for name, g in groups.items() if "改变走向" in name for way in g["ways"]]
    assert all(group["ways"] for group in groups.values())


def test_goods_whose_seven_days_run_are_not_folded_away(desk):
    matter = desk.clue()
    desk.take(matter, "file_case")
    desk.take(matter, "inspect")
    desk.take(matter, "preserve")
    told = panel(desk, matter)
    assert told["steps"][0]["title"] == "调查终结"
    open_ways = [way["title"] for group in told["way_groups"] if not group["folded"] for way in group["ways"]]
    assert "处理登记保存的物品" in open_ways
