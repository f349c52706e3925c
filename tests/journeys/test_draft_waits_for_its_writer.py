"""What a village clerk has typed is kept two seconds later and is there again when the page is opened anew."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.walking import choose, go, look_at
from tests.staffed_towns import VILLAGE_CLERK

FORM = "/register/mediation/file/"


def test_draft_waits_for_its_writer(as_person: Callable[..., Page]):
    page = as_person(VILLAGE_CLERK, PHONE)
    go(page, FORM)
    page.get_by_label("纠纷简要情况").fill("示例：新砌的围墙占了排水沟")
    choose(page, "主动调解")
    expect(page.get_by_text("草稿已存")).to_be_visible()
    go(page, "/")
    go(page, FORM)
    expect(page.get_by_label("纠纷简要情况")).to_have_value("示例：新砌的围墙占了排水沟")
    expect(page.get_by_role("radio", name="主动调解")).to_be_checked()
    page.get_by_role("button", name="放弃草稿").click()
    page.wait_for_load_state()
    expect(page.get_by_label("纠纷简要情况")).to_have_value("")
    look_at(page)
