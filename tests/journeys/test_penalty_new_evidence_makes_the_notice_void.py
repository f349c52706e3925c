"""New evidence during the review: notice, defence and review are void; told, heard and reviewed a second time."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.penalty_case import (
    DECISION,
    FINE,
    LEGAL_OFFICER,
    OFFICER,
    ORGAN_HEAD,
    check_file,
    conclude,
    do,
    notify,
    refused,
)
from tests.journeys.penalty_prepared import Prepared
from tests.journeys.walking import look_at

REVIEWER, MUCH = "an.sfs", "60000"
REVIEW = {"审核人": "安若谷", "审核意见": "示例：同意"}


def hear(page: Page, case: str, words: str) -> None:
    """The party speaks, and what was said is weighed."""
    do(page, case, "hear_defence", "登记意见", {"陈述、申辩意见": words})
    do(page, case, "review_defence", "复核陈述申辩", {"是否采纳": "不采纳", "复核意见和理由": "示例：理由不成立"})


@pytest.mark.long
def test_second_notice_defence_and_review(town: Town, as_person: Callable[..., Page]):
    case = Prepared(town).noticed(60_000, hearing_told="on").address
    officer, legal, reviewer, head = map(as_person, (OFFICER, LEGAL_OFFICER, REVIEWER, ORGAN_HEAD))
    hear(officer, case, "示例：已经改正")
    check_file(legal, case)
    do(reviewer, case, "object_review", "法制审核提出问题", {"审核人": "安若谷", "审核意见": "示例：缺照片"})
    new = {"证据种类": "视听资料", "证据名称": "示例：现场照片"}
    do(officer, case, "supplement", "补充证据，退回调查", new, look=True)
    expect(officer.locator("main")).to_contain_text("调查取证")
    look_at(officer)
    head.goto(f"{case}steps/decide/")
    expect(head.get_by_role("button", name="作出处罚决定")).to_have_count(0)
    conclude(officer, case, MUCH)
    notify(officer, case, MUCH, 已告知听证的权利="是")
    expect(officer.get_by_role("link", name="行政处罚事先告知书")).to_have_count(2)
    head.goto(case)
    why = refused(head, "作出处罚决定")
    for void in ("陈述申辩期限未满", "法制员还没有审查案卷", "还没有审核通过"):
        expect(why).to_contain_text(void)
    hear(officer, case, "示例：照片不清楚")
    waived = {"当事人已书面声明": "是", "也放弃要求听证": "是"}
    do(officer, case, "waive", "登记当事人放弃陈述申辩", waived)
    check_file(legal, case)
    do(reviewer, case, "pass_review", "法制审核通过", REVIEW)
    do(head, case, "decide", "作出处罚决定", {**DECISION, FINE: MUCH})
    look_at(head)
