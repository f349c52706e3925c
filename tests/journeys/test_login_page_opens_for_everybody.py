"""The first page anybody sees: Chinese in the packaged font, no fault in the console, nothing that axe finds."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import go

SEEN_FONTS = "CSS.getPlatformFontsForNode"


@pytest.mark.both_databases
def test_login_page_is_accessible_and_drawn_with_the_packaged_font(desk: Page):
    go(desk, "/login/")
    expect(desk.locator("body")).to_contain_text("规矩")
    session = desk.context.new_cdp_session(desk)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})["nodeId"]
    fonts = {font["familyName"] for font in session.send(SEEN_FONTS, {"nodeId": node})["fonts"]}
    assert fonts and fonts <= {"Noto Sans SC", "Noto Serif SC"}
