"""A wrong fact is corrected with its reason, a wrong matter voided, and who took part is recorded, all at the desk."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.conftest import PHONE
from tests.journeys.walking import assert_written, follow, go, look_at, press
from tests.staffed_towns import CLERK, COMMITTEE, VILLAGE_CLERK, matter_of, send, signed_in, unit_id


def accepted(town: Town) -> int:
    """An accepted mediation; its month runs."""
    client = signed_in(CLERK)
    values = {"unit": unit_id(town, COMMITTEE), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    return matter_of(send(client, f"/matters/{matter}/steps/accept/"))


def test_wrong_fact_is_corrected_with_its_reason(town: Town, as_person: Callable[..., Page]):
    page = as_person(CLERK)
    go(page, f"/matters/{accepted(town)}/")
    follow(page, "有误，去更正")
    page.get_by_label("标题", exact=True).fill("松溪村：排水纠纷（示例）")
    press(page, "记下更正")
    expect(page.locator(".g-errors")).to_contain_text("为什么更正")
    page.get_by_label("为什么更正").fill("示例：登记时写错了事由")
    press(page, "记下更正")
    assert_written(page)
    expect(page.locator("h1")).to_have_text("松溪村：排水纠纷（示例）")
    expect(page.locator(".g-tl li").first).to_contain_text("更正")
    expect(page.get_by_label("主导航").locator("[aria-current=page]")).to_contain_text("人民调解")


def test_matter_registered_twice_is_voided(town: Town, as_person: Callable[..., Page]):
    page = as_person(CLERK)
    go(page, f"/matters/{accepted(town)}/correct/")
    follow(page, "作废这件事项")
    page.get_by_label("为什么作废").fill("示例：与另一件重复登记")
    press(page, "作废这件事项")
    assert_written(page)
    expect(page.locator("main")).to_contain_text("已经作废，留在账上，不计入任何数字")


def test_participation_is_recorded_once(town: Town, as_person: Callable[..., Page]):
    page = as_person(CLERK)
    go(page, f"/matters/{accepted(town)}/")
    for answer in ("已经记下", "不必再记"):
        follow(page, "登记参与")
        page.get_by_label("谁参与").fill("陈启明")
        page.get_by_label("以什么身份").select_option(label="记录人")
        press(page, "登记参与")
        expect(page.locator("body")).to_contain_text(answer)


def test_running_month_stands_on_today(town: Town, as_person: Callable[..., Page]):
    number = accepted(town)
    page = as_person(VILLAGE_CLERK, PHONE)
    go(page, "/")
    term = page.locator(".g-term").first
    expect(term).to_contain_text("人民调解办结")
    expect(term).to_contain_text("1个月")
    expect(term.get_by_role("link", name="《人民调解工作若干规定》第33条")).to_be_visible()
    term.get_by_role("link", name="怎么算的").click()
    look_at(page)
    go(page, f"/matters/{number}/")
    expect(page.get_by_label("手机导航").locator("[aria-current=page]")).to_have_text("事项")
