"""The clerk asks, a village answers from a phone with what it wrote into WeChat, the clerk sees it and closes."""

import datetime as dt
from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.walking import follow, go, look_at, press
from tests.staffed_towns import CLERK, VILLAGE_CLERK


def test_round_is_made_answered_and_closed(as_person: Callable[..., Page]):
    today = timezone.localdate()
    begin = today - dt.timedelta(days=20)
    day = today - dt.timedelta(days=3)
    clerk = as_person(CLERK, DESK)
    go(clerk, "/returns/new/")
    clerk.get_by_label("报送什么").fill("口头调解旬报")
    clerk.get_by_label("依据的通知").fill("关于报送口头调解情况的通知")
    clerk.get_by_label("期间从").fill(begin.isoformat())
    clerk.get_by_label("到", exact=True).fill(today.isoformat())
    clerk.get_by_label("哪天前报").fill((today + dt.timedelta(days=2)).isoformat())
    clerk.locator("label.g-chip", has_text="村居（").first.click()
    clerk.locator("label.g-chip", has_text="口头协议登记簿").first.click()
    press(clerk, "发起报送")
    expect(clerk.locator("h1")).to_contain_text("口头调解旬报")
    expect(clerk.locator("main")).to_contain_text("还没有收到的：松溪村")

    village = as_person(VILLAGE_CLERK, PHONE)
    go(village, "/")
    follow(village, "口头调解旬报")
    expect(village.locator("main")).to_contain_text("这一期还没有登记")
    village.locator("#paste-text").fill(
        f"大家好\n{day.month}月{day.day}日王国强和李秀英邻里纠纷，赔了三千二百元，已调好"
    )
    press(village, "认一认")
    expect(village.locator("h1")).to_have_text("认出 1 件")
    expect(village.locator("main")).to_contain_text("大家好")
    village.get_by_label("调解结果").select_option("达成口头协议")
    village.get_by_label("问到的都核对过了").check()
    press(village, "就按这样，去核对")
    village.get_by_role("button", name="导入 1 行").click()
    village.wait_for_load_state()
    look_at(village)
    expect(village.locator("main")).to_contain_text("已有 1 件，不用再报")

    clerk.reload()
    expect(clerk.locator("main")).to_contain_text("粘贴文字")
    press(clerk, "按这个结果收口")
    expect(clerk.locator("main")).to_contain_text("已收口")
