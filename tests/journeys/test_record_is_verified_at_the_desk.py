"""The clerk seals the record and has it compared."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.walking import go, press
from tests.staffed_towns import CLERK


def test_record_is_sealed_and_compared(town: Town, as_person: Callable[..., Page]):
    page = as_person(CLERK)
    go(page, "/verify/")
    press(page, "现在封存一次")
    press(page, "现在核验")
    expect(page.locator("main")).to_contain_text("一致")
