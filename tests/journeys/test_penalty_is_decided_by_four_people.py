"""An ordinary penalty case by four people, from clue to archive; a decision taken too early is refused and says why."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE
from tests.journeys.penalty_case import (
    DECISION,
    FINE,
    LEADER,
    LEGAL_OFFICER,
    OFFICER,
    OFFICERS,
    ORGAN_HEAD,
    TEAM_HEAD,
    assert_paper,
    check_file,
    do,
    investigate,
    notify,
    refused,
    register,
    send,
)
from tests.journeys.walking import assert_written, go, look_at


def follow_the_refusal_to_its_remedy(page: Page, case: str) -> None:
    """The panel on the case's page names article and remedy; its link leads to the step that is lacking."""
    go(page, case)
    why = refused(page, "作出处罚决定")
    expect(why).to_contain_text("陈述申辩期限未满，当事人也没有明确放弃。")
    expect(why.get_by_role("link", name="《行政处罚法》").first).to_be_visible()
    why.get_by_role("link", name="去登记当事人放弃陈述申辩").click()
    page.wait_for_load_state()
    send(page, "登记当事人放弃陈述申辩", {"当事人已书面声明": "是"}, look=True)
    assert_written(page)
    expect(why).not_to_contain_text("陈述申辩期限未满")
    expect(why).to_contain_text("法制员还没有审查案卷")


def find_refused(leader: Page) -> None:
    """On the phone the case waits for a signature that the law does not allow yet; its form has no button."""
    leader.goto("/")
    leader.get_by_role("link", name="待我签批").click()
    leader.wait_for_load_state()
    look_at(leader)
    why = refused(leader, "作出处罚决定")
    expect(why).to_contain_text("陈述申辩期限未满")
    why.get_by_role("link", name="《行政处罚法》第62条").click()
    expect(leader.locator("main")).to_contain_text("第62条")
    leader.goto("/signatures/")
    expect(leader.locator(".g-btn-1")).to_have_count(0)


def sign(leader: Page, step: str, fields: dict[str, str]) -> None:
    """On the phone: the solid button of what waits, the form, and written."""
    leader.goto("/signatures/")
    leader.get_by_role("link", name=step, exact=True).click()
    leader.wait_for_load_state()
    send(leader, step, fields, look=True)
    assert_written(leader)


def carry_out(page: Page, head: Page, case: str) -> None:
    """Serve, be paid, publish, close and put away."""
    do(page, case, "serve", "送达决定书", {"执法人员": OFFICERS, "送达方式": "直接送达"})
    expect(page.locator("main")).to_contain_text("送达执行")
    do(page, case, "pay", "登记缴款", {"缴纳金额（元）": "1000", "缴款码": "示例缴款码", "非税票据号": "示例票据"})
    page.get_by_role("link", name="登记已公开").click()
    page.wait_for_load_state()
    send(page, "登记已公开", {"公开在哪里": "https://example.invalid/penalty/1"}, look=True)
    sign(head, "结案", {"批准结案的负责人": LEADER, "执行情况": "示例：已缴清"})
    do(page, case, "archive", "立卷归档", {"卷号": "示例2026-1", "保管期限": "30年"})


@pytest.mark.long
def test_ordinary_case_by_four_people(as_person: Callable[..., Page]):
    officer, team_head, legal = map(as_person, (OFFICER, TEAM_HEAD, LEGAL_OFFICER))
    organ_head = as_person(ORGAN_HEAD, PHONE)
    case = register(officer, look=True)
    investigate(officer, case, "1000")
    notify(officer, case, "1000")
    find_refused(organ_head)
    follow_the_refusal_to_its_remedy(team_head, case)
    check_file(legal, case)
    sign(organ_head, "作出处罚决定", {**DECISION, FINE: "1000"})
    assert_paper(organ_head, "行政处罚决定书")
    carry_out(officer, organ_head, case)
    look_at(officer)
    expect(officer.locator("main")).to_contain_text("已归档")
