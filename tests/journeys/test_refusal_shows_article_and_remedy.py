"""A step that the law does not allow yet is shown, with the reason, the article and the way to what is lacking."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.walking import assert_written, follow, go, press
from tests.staffed_towns import COMMITTEE, MEDIATOR, VILLAGE_CLERK, matter_of, send, signed_in, unit_id


def accepted(town: Town) -> int:
    client = signed_in(MEDIATOR)
    values = {"unit": unit_id(town, COMMITTEE), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(client, "/register/mediation/file/", **values))
    return matter_of(send(client, f"/matters/{matter}/steps/accept/"))


def test_refused_step_shows_article_and_remedy(town: Town, as_person: Callable[..., Page]):
    page = as_person(MEDIATOR)
    go(page, f"/matters/{accepted(town)}/")
    refused = page.locator(".g-step-no", has=page.get_by_role("heading", name="调解 暂不能办理"))
    expect(refused).to_contain_text("还没有告知双方权利义务。")
    expect(refused.get_by_role("link", name="《人民调解法》").first).to_be_visible()
    refused.get_by_role("link", name="去登记告知").click()
    page.wait_for_load_state()
    press(page, "登记告知")
    assert_written(page)
    expect(refused).not_to_contain_text("还没有告知双方权利义务。")
    expect(refused).to_contain_text("还没有确定调解员。")


def test_article_opens_beside_the_step(town: Town, as_person: Callable[..., Page]):
    page = as_person(MEDIATOR)
    go(page, f"/matters/{accepted(town)}/")
    follow(page, "《人民调解法》第19条")
    expect(page.locator("main")).to_contain_text("摘要")


def test_post_that_may_not_take_a_step_is_told_whose_it_is(town: Town, as_person: Callable[..., Page]):
    page = as_person(VILLAGE_CLERK)
    go(page, f"/matters/{accepted(town)}/steps/appoint/")
    expect(page.locator("main")).to_contain_text("您的岗位不能办")
    expect(page.get_by_role("button", name="确定调解员")).to_have_count(0)
