"""The pages of a village mediator on a phone: targets of 44 px; in 长辈版 type of 18 px and targets of 48 px, in one column."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.sizes import assert_large
from tests.journeys.walking import assert_written, choose
from tests.staffed_towns import MEDIATOR

FORM = "/register/mediation/oral/"


def walk(page: Page, look: Callable[[], None]) -> None:
    """今日, 登记, 事项, the matter with its receipt, a step, 我: the five things that a village mediator does, and back."""
    for path in ("/", "/register/", FORM):
        page.goto(path)
        look()
    page.get_by_role("button", name="登记", exact=False).last.click()
    expect(page.locator(".g-errors")).to_be_visible()
    look()
    page.goto("/register/mediation/file/")
    page.get_by_label("纠纷简要情况").fill("示例：新砌的围墙占了排水沟")
    page.get_by_label("申请人", exact=True).fill("示例甲")
    page.get_by_label("被申请人", exact=True).fill("示例乙")
    choose(page, "主动调解")
    page.get_by_role("button", name="登记纠纷").click()
    assert_written(page)
    look()
    page.locator(".g-step .g-btn-1").first.click()
    expect(page.locator(".g-savebar")).to_be_visible()
    look()
    for path in ("/matters/", "/me/"):
        page.goto(path)
        look()


def test_phone_pages_have_room_for_a_finger(as_person: Callable[..., Page]):
    page = as_person(MEDIATOR, PHONE)
    walk(page, lambda: assert_large(page, type_px=13, target_px=44))
    page.get_by_role("button", name="换成大字").click()
    walk(page, lambda: assert_large(page, type_px=18, target_px=48))
