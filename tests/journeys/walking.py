"""What a person does on the desk's pages, and that every page they come to is accessible at both widths."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import assert_accessible

WIDTHS = ({"width": 360, "height": 740}, {"width": 1440, "height": 900})


def look_at(page: Page) -> None:
    """axe finds nothing on the page, neither on a phone nor on a desk, and nothing hangs over the edge."""
    own = page.viewport_size
    assert own is not None
    for size in WIDTHS:
        page.set_viewport_size(size)
        assert_accessible(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size["width"], f"{page.url} is {wide} px wide on a screen of {size['width']} px"
    page.set_viewport_size(own)


def go(page: Page, path: str) -> None:
    """Open an address and look at the page."""
    page.goto(path)
    look_at(page)


def follow(page: Page, name: str) -> None:
    """Follow the first link with these words and look at the page that it opens."""
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()
    look_at(page)


def press(page: Page, name: str) -> None:
    """Press a button and look at the page that answers."""
    # A form of a step is sealed on the device before it is sent: the answer comes a moment after the click.
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    look_at(page)


def choose(page: Page, name: str) -> None:
    """Choose a chip by its words, as a finger does."""
    page.locator("label.g-chip", has_text=name).first.click()


def take(page: Page, link: str, button: str, **fields: str) -> None:
    """Take a step from the matter's page: open its form, fill in fields by their labels, press the button."""
    follow(page, link)
    for label, value in fields.items():
        page.get_by_label(label, exact=True).fill(value)
    press(page, button)
    assert_written(page)


def printed(page: Page, link: Locator) -> bytes:
    """The PDF of a paper, which the page on which it is read offers."""
    address = link.get_attribute("href") or ""
    read = page.request.get(address).text()
    assert "<article" in read, address
    found = re.search(r'href="([^"]+/pdf/)"', read)
    assert found is not None, address
    return page.request.get(found[1]).body()


def assert_written(page: Page) -> None:
    """The receipt says that it is on record."""
    expect(page.locator(".g-receipt").first).to_contain_text("已经记下")


def stage(page: Page) -> str:
    """The stage that the matter's page tells."""
    return page.locator("dt:text-is('阶段') + dd, .g-facts :text-is('阶段') + *").first.inner_text().strip()
