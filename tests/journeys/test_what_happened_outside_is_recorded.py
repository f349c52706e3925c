"""What happened on paper or by telephone is recorded by somebody else: who, when, how; what is missing is answered."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.walking import assert_written, choose, follow, go, look_at, press
from tests.staffed_towns import CLERK, COMMITTEE, MEDIATOR, matter_of, send, signed_in, unit_id


def registered(town: Town) -> int:
    values = {"unit": unit_id(town, COMMITTEE), "applicant": "示例甲", "respondent": "示例乙"}
    return matter_of(send(signed_in(CLERK), "/register/mediation/file/", **values))


def tell(page: Page, medium: str, who: str) -> None:
    """Say when, how and by whom it was done."""
    page.get_by_role("button", name="今天").first.click()
    choose(page, medium)
    page.get_by_label("谁办的").fill(who)


def test_clerk_records_for_a_mediator_who_rang(town: Town, as_person: Callable[..., Page]):
    page = as_person(CLERK)
    go(page, f"/matters/{registered(town)}/")
    follow(page, "受理这件纠纷")
    follow(page, "已在线下办过，补记")
    expect(page.get_by_label("受理日期")).to_have_count(0)  # the day is asked once
    tell(page, "电话", "陈启明")
    press(page, "受理这件纠纷")
    assert_written(page)
    happened = page.locator(".g-tl li").first
    expect(happened).to_contain_text("受理")
    expect(happened).to_contain_text("陈启明，周静安补记")
    expect(happened).to_contain_text("电话")


def test_paper_fact_leaves_a_finding_that_is_answered(town: Town, as_person: Callable[..., Page]):
    matter = registered(town)
    matter_of(send(signed_in(MEDIATOR), f"/matters/{matter}/steps/accept/"))
    page = as_person(CLERK)
    go(page, f"/matters/{matter}/steps/mediate/?mode=claimed")
    tell(page, "纸面", "陈启明")
    press(page, "记录一次调解")
    assert_written(page)
    finding = page.locator("section", has=page.get_by_role("heading", name="补录发现"))
    expect(finding).to_contain_text("还没有告知双方权利义务。")
    finding.get_by_role("link", name="去说明").first.click()
    look_at(page)
    for box in page.get_by_role("checkbox").all():
        box.check()
    press(page, "记下答复")
    expect(page.locator("main")).to_contain_text("请选要答复的发现")
    choose(page, "已补正")
    page.get_by_label("理由").fill("示例：告知书有双方签名，已扫描归入卷宗")
    press(page, "记下答复")
    assert_written(page)
    expect(finding).to_contain_text("已补正：示例：告知书有双方签名")
    expect(finding.get_by_role("link", name="去说明")).to_have_count(0)
