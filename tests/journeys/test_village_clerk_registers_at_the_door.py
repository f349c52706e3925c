"""A village clerk with a phone at somebody's door registers a dispute; what is missing is said, nothing typed is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.walking import assert_written, choose, go, look_at, press
from tests.staffed_towns import VILLAGE_CLERK


def test_dispute_is_registered_on_a_phone(as_person: Callable[..., Page]):
    page = as_person(VILLAGE_CLERK, PHONE)
    go(page, "/")
    page.get_by_label("手机导航").get_by_role("link", name="登记").click()
    look_at(page)
    page.get_by_role("link", name="人民调解", exact=True).first.click()
    look_at(page)
    page.get_by_label("纠纷简要情况").fill("示例：新砌的围墙占了排水沟")
    press(page, "登记纠纷")
    expect(page.locator(".g-errors")).to_contain_text("还没有填：申请人")
    expect(page.get_by_label("纠纷简要情况")).to_have_value("示例：新砌的围墙占了排水沟")
    page.get_by_label("申请人", exact=True).fill("示例甲")
    page.get_by_label("被申请人", exact=True).fill("示例乙")
    choose(page, "主动调解")
    press(page, "登记纠纷")
    assert_written(page)
    expect(page.locator("h1")).to_contain_text("松溪村")
    expect(page.locator("main")).to_contain_text("松人调〔")
    expect(page.locator("main")).not_to_contain_text("示例甲")


def test_tabs_lead_everywhere(as_person: Callable[..., Page]):
    page = as_person(VILLAGE_CLERK, PHONE)
    for path in ("/", "/matters/", "/register/", "/me/"):
        go(page, path)
        expect(page.get_by_label("手机导航").locator("[aria-current=page]")).to_be_visible()
    page.get_by_role("link", name="手册", exact=True).click()
    look_at(page)
    expect(page.locator("h1")).to_have_text("调解员和村居干部")
