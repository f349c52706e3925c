"""The posts that no other journey follows through their day: adviser, auditor, administrator, and a village inside WeChat."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from django.utils import timezone
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.conftest import PHONE
from tests.journeys.penalty_case import send
from tests.journeys.walking import assert_written, follow, go, look_at, press
from tests.staffed_towns import (
    ADVISER,
    CLERK,
    LEADER,
    MEDIATOR,
    SYSTEM_ADMIN,
    VILLAGE_CLERK,
    matter_of,
    signed_in,
    unit_id,
    user_of,
)
from tests.staffed_towns import send as sent

AUDITOR, SECURITY_ADMIN = "audadmin", "secadmin"
WECHAT = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/100.0.4896.127 Mobile Safari/537.36 MicroMessenger/8.0.40"
PASSWORD = "示例口令-不是真的"


def disputed(town: Town) -> int:
    """A dispute whose applicant left a telephone number."""
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙", "applicant_phone": "13800000000"}
    return matter_of(sent(signed_in(MEDIATOR), "/register/mediation/file/", **values))


def test_adviser_keeps_a_log_and_gives_an_opinion(as_person: Callable[..., Page]):
    page = as_person(ADVISER, PHONE)
    today = timezone.localdate().isoformat()
    go(page, "/")
    page.get_by_label("手机导航").get_by_role("link", name="登记").click()
    page.get_by_role("link", name="顾问解答咨询").click()
    page.wait_for_load_state()
    answered = {"服务日期": today, "服务地点": "松溪村", "内容": "示例：问宅基地怎么继承", "人次": "3"}
    send(page, "登记顾问解答咨询", answered, look=True)
    assert_written(page)
    go(page, "/register/legal_services/opinion/")
    opinion = {"出具日期": today, "委托村居": "松溪村", "事项名称": "示例：鱼塘承包合同", "主要意见": "示例：补写期限"}
    send(page, "登记法律意见", opinion)
    assert_written(page)
    expect(page.locator("main")).to_contain_text(re.compile(r"青法意〔\d{4}〕1号"))
    look_at(page)
    go(page, "/mechanisms/legal_services/")
    expect(page.locator("tbody tr")).to_have_count(2)
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")


def test_auditor_compares_the_record_and_a_look_at_a_number_stays_told(town: Town, as_person: Callable[..., Page]):
    matter = disputed(town)
    leader = as_person(LEADER, PHONE)
    go(leader, f"/matters/{matter}/")
    leader.get_by_role("link", name="示某某的个人信息").first.click()  # the reason is asked for in place
    leader.get_by_label("其他事由，写明").fill("示例：核对联系方式")
    leader.locator("#g-reveal").get_by_role("radio").last.check()
    look_at(leader)
    press(leader, "查看 60 秒")
    expect(leader.locator("main")).to_contain_text("13800000000")
    clerk = as_person(CLERK)
    go(clerk, f"/matters/{matter}/")
    expect(clerk.locator(".g-tl").first).to_contain_text("示例：核对联系方式")
    assert signed_in(CLERK).post("/verify/", {"do": "seal"}).status_code == 200
    page = as_person(AUDITOR)
    go(page, "/")
    page.goto("/verify/")
    note = page.locator("pre").first.inner_text()
    press(page, "现在核验")
    expect(page.locator("main")).to_contain_text("一致")
    page.locator("#g-checkpoint").fill(note)
    press(page, "对照着核验")
    expect(page.locator("main")).to_contain_text("一致")
    refused = page.goto(f"/matters/{matter}/")
    assert refused is not None and refused.status in (403, 404)


def test_administrators_see_accounts_and_no_business(town: Town, as_person: Callable[..., Page]):
    for who in (SYSTEM_ADMIN, SECURITY_ADMIN):
        page = as_person(who)
        go(page, "/")
        expect(page.locator("main")).to_contain_text("您的岗位不看业务内容")
        go(page, "/me/")


def test_clerk_lets_a_colleague_in_and_makes_a_register(
    as_person: Callable[..., Page], open_page: Callable[..., Page], tmp_path: Path
):
    page = as_person(CLERK)
    page.goto("/accounts/")
    page.get_by_role("listitem").filter(has_text="陈启明").get_by_role("button", name="做登录链接").click()
    page.wait_for_load_state()
    look_at(page)
    colleague = open_page(PHONE)
    go(colleague, page.locator("#link-text").inner_text().rpartition("：")[2])
    press(colleague, "登录")
    expect(colleague.locator("main")).to_contain_text("今日")
    book = tmp_path / "书包发放登记表.xlsx"
    with xlsxwriter.Workbook(str(book)) as written:
        sheet = written.add_worksheet("示例")
        sheet.write_row(0, 0, ["领取日期", "村居", "示例物资", "数量"])
        sheet.write_row(1, 0, [timezone.localdate().isoformat(), "松溪村", "示例书包", 3])
    page.goto("/import/")
    page.get_by_label("Excel 文件").set_input_files(book)
    page.get_by_role("button", name="上传并核对").click()
    follow(page, "做成一本台账")
    press(page, "设立台账")
    press(page, "导入 1 行")
    expect(page.locator("h1")).to_contain_text("导入了 1 行")
    follow(page, "看事项")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_village_works_inside_wechat(town: Town, open_page: Callable[..., Page]):
    user = user_of(VILLAGE_CLERK)
    user.set_password(PASSWORD)
    user.save()
    page = open_page(PHONE, user_agent=WECHAT)
    go(page, "/login/")
    page.get_by_label("账号", exact=True).fill(VILLAGE_CLERK)
    page.get_by_label("密码", exact=True).fill("不对的口令")
    press(page, "登录")
    expect(page.locator(".g-errors, [role=alert]").first).to_be_visible()
    page.get_by_label("密码", exact=True).fill(PASSWORD)
    press(page, "登录")
    go(page, "/register/mediation/oral/")
    asked = {
        "申请人": "示例甲",
        "被申请人": "示例乙",
        "调解结果": "达成口头协议",
        "协议内容": "示例：当面道歉",
        "调解员": "陈启明",
    }
    send(page, "登记这次调解", asked)
    assert_written(page)
    look_at(page)
    page.locator(".g-docs a").first.click()
    page.wait_for_load_state()
    look_at(page)
    go(page, "/mechanisms/mediation/")
    page.get_by_role("link", name="导出 Excel").click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_text("微信里打不开这份文件")
    look_at(page)
