"""A hearing asked for in time: no decision before it is held, told far enough ahead, kept in a record, then reviewed."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.penalty_case import (
    DECISION,
    FINE,
    LEGAL_OFFICER,
    OFFICER,
    ORGAN_HEAD,
    assert_paper,
    check_file,
    do,
    refused,
    send,
)
from tests.journeys.penalty_prepared import Prepared
from tests.journeys.walking import assert_written, look_at

REVIEWER, HOST = "an.sfs", "蓝景行"
TODAY = timezone.localdate()
HELD_ON = TODAY + dt.timedelta(15)
NOT_YET = "当事人按时要求听证，听证还没有举行。"


def announce(page: Page, case: str) -> None:
    """Too short before the hearing is refused at the date; far enough ahead it is written."""
    page.goto(f"{case}steps/announce_hearing/")
    told = {"听证日期": (TODAY + dt.timedelta(3)).isoformat(), "听证地点": "示例会议室", "听证主持人": "祁向东"}
    send(page, "通知听证", told, look=True)
    expect(page.locator(".g-errors")).to_contain_text("听证最迟应在")
    expect(page.locator(".g-errors")).to_contain_text("祁向东是本案调查人员，不能主持听证。")
    send(page, "通知听证", {"听证日期": HELD_ON.isoformat(), "听证主持人": HOST})
    assert_written(page)


@pytest.mark.long
def test_decision_waits_for_the_hearing(town: Town, as_person: Callable[..., Page], settings):
    case = Prepared(town).noticed(60_000, hearing_told="on").address
    officer, legal, reviewer, head = map(as_person, (OFFICER, LEGAL_OFFICER, REVIEWER, ORGAN_HEAD))
    do(officer, case, "ask_hearing", "登记听证要求", {"委托代理人": "示例乙（虚构）"})
    head.goto(case)
    why = refused(head, "作出处罚决定")
    expect(why).to_contain_text(NOT_YET)
    expect(why.get_by_role("link", name="《行政处罚法》第64条").first).to_be_visible()
    announce(officer, case)
    check_file(legal, case)
    settings.GUIJU_TODAY = HELD_ON.isoformat()
    head.goto(case)
    expect(why).to_contain_text(NOT_YET)
    record = {"听证主持人": HOST, "听证笔录要点": "示例：双方陈述", "听证报告意见": "示例：维持拟处罚"}
    do(officer, case, "hold_hearing", "举行听证", record)
    assert_paper(officer, "听证笔录")
    look_at(officer)
    head.goto(case)
    expect(why).not_to_contain_text(NOT_YET)
    expect(why).to_contain_text("应当法制审核，还没有审核通过。")
    do(reviewer, case, "pass_review", "法制审核通过", {"审核人": "安若谷", "审核意见": "示例：同意"}, look=True)
    do(head, case, "decide", "作出处罚决定", {**DECISION, FINE: "60000"})
    look_at(head)
    expect(head.locator("main")).to_contain_text("行政处罚决定书")
