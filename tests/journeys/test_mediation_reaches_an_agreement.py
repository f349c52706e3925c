"""A mediator takes a dispute to an agreement in force: every step, every refusal on the way, on both databases."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.walking import assert_written, choose, follow, go, look_at, press, printed, take
from tests.staffed_towns import COMMITTEE, MEDIATOR


def register(page: Page) -> None:
    go(page, "/register/mediation/file/")
    choose(page, COMMITTEE)
    page.get_by_label("申请人", exact=True).fill("示例甲、示例乙")
    page.get_by_label("被申请人", exact=True).fill("示例丙")
    press(page, "登记纠纷")
    assert_written(page)


@pytest.mark.both_databases
def test_mediator_takes_a_dispute_to_an_agreement_by_steps(as_person: Callable[..., Page]):
    page, today = as_person(MEDIATOR), timezone.localdate().isoformat()
    register(page)
    take(page, "受理这件纠纷", "受理这件纠纷")
    take(page, "登记告知", "登记告知")
    take(page, "确定调解员", "确定调解员")
    take(page, "记录一次调解", "记录一次调解", 调解记录="示例：双方各说了一遍")
    follow(page, "制作协议书")
    page.get_by_label("协议日期").fill(today)
    page.get_by_label("协议金额（元）").fill("7200")
    page.get_by_label("大写").fill("柒仟元整")
    page.get_by_label("协议内容").fill("示例：拆除占沟的一段墙，赔付七千二百元。")
    press(page, "制作协议书")
    expect(page.locator(".g-errors")).to_contain_text("应为“柒仟贰佰元整”")
    page.get_by_label("大写").fill("柒仟贰佰元整")
    press(page, "先预览")
    expect(page.locator(".g-sheet")).to_contain_text("拆除占沟的一段墙")
    expect(page.locator(".g-sheet")).not_to_contain_text("示例甲")
    press(page, "制作协议书")
    assert_written(page)
    expect(page.locator("main")).to_contain_text("暂不能办理")  # not in force before it is signed and sealed
    take(page, "登记签名盖章齐全", "登记签名盖章齐全")
    take(page, "登记协议生效", "登记协议生效")
    expect(page.locator("main")).to_contain_text("协议已生效")
    assert printed(page, page.get_by_role("link", name="人民调解协议书").first).startswith(b"%PDF")


def test_oral_page_becomes_a_full_file(as_person: Callable[..., Page]):
    page = as_person(MEDIATOR)
    go(page, "/register/mediation/oral/")
    choose(page, COMMITTEE)
    page.get_by_label("申请人", exact=True).fill("示例甲")
    page.get_by_label("被申请人", exact=True).fill("示例乙")
    choose(page, "达成口头协议")
    page.get_by_label("协议内容").fill("示例：当面道歉，互不追究。")
    page.get_by_label("调解员", exact=True).fill("陈启明")
    press(page, "登记这次调解")
    assert_written(page)
    expect(page.locator("main")).to_contain_text("松口调〔")
    follow(page, "转为完整卷宗")
    press(page, "转为完整卷宗")
    assert_written(page)
    expect(page.locator("main")).to_contain_text("松人调〔")
    expect(page.locator("main")).to_contain_text("来自")
    expect(page.locator("main")).to_contain_text("调解员 陈启明")
    look_at(page)
