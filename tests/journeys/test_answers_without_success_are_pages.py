"""Where there is nothing yet, where a form is sent empty, and where an address may not be opened: a page, in order."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.live_workbench import Workbench
from tests.journeys.walking import go, look_at
from tests.staffed_towns import (
    ADVISER,
    CLERK,
    LEADER,
    MEDIATOR,
    SYSTEM_ADMIN,
    VILLAGE_CLERK,
    matter_of,
    send,
    signed_in,
    unit_id,
)

HEAD_OF_TEAM, OFFICE, DISTRICT = "qin.zfd", "xu.dzb", "gu.qsfj"
NOTHING_YET = {
    CLERK: """/ /matters/ /mechanisms/mediation/ /returns/ /reconciliations/ /forms/ /papers/ /import/registers/
        /numbers/ /figures/ /situation/ /terms/ /report/{year}/ /report/{year}/checks/ /matters/views/""",
    VILLAGE_CLERK: "/ /matters/",
    ADVISER: "/ /mechanisms/legal_services/",
    LEADER: "/ /signatures/",
    HEAD_OF_TEAM: "/ /lists/penalty.unpaid/",
    DISTRICT: "/ /district/",
}
SENT_EMPTY = {
    CLERK: """/register/mediation/file/ /register/legal_services/opinion/ /returns/new/ /import/ /forms/ /papers/
        /reconciliations/ /figures/attested/ /numbers/ /report/{year}/earlier/
        /matters/{matter}/steps/mediate/?mode=claimed /matters/{matter}/correct/ /matters/{matter}/void/ /matters/{matter}/join/
        /matters/{matter}/evidence/ /matters/{matter}/erase/""",
    DISTRICT: "/district/returns/new/",
}
CLOSED = {  # to whom, where, and what the page says
    (SYSTEM_ADMIN, "/matters/"): (403, "您的岗位看不到"),
    (MEDIATOR, "/accounts/"): (403, "登录链接由司法所内勤和所长"),
    (VILLAGE_CLERK, "/matters/999999/"): (404, "没有这件事项"),
    (CLERK, "/nowhere/"): (404, "没有"),
    (CLERK, "/drafts/"): (405, "按钮"),
}


def send_empty(page: Page, path: str) -> None:
    """Press the form's main button with nothing filled in: the answer is a page that says what is lacking."""
    page.goto(path)
    with page.expect_navigation():
        page.locator("main form[method=post] button.g-btn-1:not([type=button])").first.click()
    expect(page.locator(".g-errors, .g-err, main [role=alert]").first).to_be_visible()
    look_at(page)


def registered(town: Town) -> dict[str, object]:
    """A mediation that was registered, and the year."""
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(signed_in(MEDIATOR), "/register/mediation/file/", **values))
    return {"matter": matter, "year": timezone.localdate().year}


def test_pages_without_anything_are_in_order(town: Town, as_person: Callable[..., Page]):
    for who, addresses in NOTHING_YET.items():
        page = as_person(who, DESK if who == CLERK else PHONE)
        for path in addresses.format(year=timezone.localdate().year).split():
            go(page, path)


def test_form_sent_empty_says_what_is_lacking(town: Town, as_person: Callable[..., Page]):
    sample = registered(town)
    for who, addresses in SENT_EMPTY.items():
        page = as_person(who)
        for path in addresses.format(**sample).split():
            send_empty(page, path)


def test_closed_address_says_why(town: Town, as_person: Callable[..., Page]):
    for (who, path), (status, words) in CLOSED.items():
        page = as_person(who, PHONE)
        answer = page.goto(path)
        assert answer is not None and answer.status == status, path
        expect(page.locator("main")).to_contain_text(words)
        look_at(page)


def test_what_nobody_foresaw_has_a_number(workbench: Workbench, browser: Browser, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("示例")

    page = browser.new_context(base_url=workbench.address, viewport=PHONE).new_page()
    monkeypatch.setattr("django.contrib.auth.views.LoginView.get_context_data", broken)
    answer = page.goto("/login/")
    assert answer is not None and answer.status == 500
    look_at(page)
    page.context.close()
