"""The first page anybody sees: Chinese in the packaged font, no fault in the console, nothing that axe finds."""

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Page

from tests.journeys.accessibility import assert_accessible

SEEN_FONTS = "CSS.getPlatformFontsForNode"


@pytest.fixture
def login_path() -> str:
    try:
        return reverse("login")
    except (NoReverseMatch, ModuleNotFoundError):
        pytest.skip("there is no login page yet")


@pytest.mark.both_databases
@pytest.mark.parametrize("width", ["phone", "desk"])
def test_login_page_is_accessible_at_both_widths(login_path: str, width: str, request: pytest.FixtureRequest):
    page: Page = request.getfixturevalue(width)
    assert page.goto(login_path).ok
    assert "规矩" in page.locator("body").inner_text()
    assert_accessible(page)


def test_chinese_is_drawn_with_the_packaged_font(login_path: str, desk: Page):
    desk.goto(login_path)
    session = desk.context.new_cdp_session(desk)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = {font["familyName"] for font in session.send(SEEN_FONTS, {"nodeId": node})["fonts"]}
    assert fonts and fonts <= {"Noto Sans SC", "Noto Serif SC"}
