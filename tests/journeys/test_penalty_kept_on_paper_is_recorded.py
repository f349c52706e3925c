"""A case that was decided on paper: its steps are recorded with who and when, what is missing is found, and answered."""

from collections.abc import Callable

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.penalty_case import FINE, LEADER, OFFICERS, TEAM_HEAD, register, send
from tests.journeys.walking import assert_written, look_at


def record(page: Page, case: str, step: str, button: str, who: str, fields: dict[str, str], *, look: bool) -> None:
    """Record a step that happened on paper."""
    page.goto(f"{case}steps/{step}/?mode=claimed")
    happened = {"哪天办的": timezone.localdate().isoformat(), "怎么办的": "纸面", "谁办的": who}
    send(page, button, {**happened, **fields}, look=look)
    assert_written(page)


def test_paper_case_is_recorded_and_its_findings_answered(as_person: Callable[..., Page]):
    page = as_person(TEAM_HEAD)
    case = register(page)
    filed = {"执法人员": OFFICERS, "批准立案的负责人": "蓝景行"}
    record(page, case, "file_case", "立案", "祁向东", filed, look=False)
    decided = {"作出决定的负责人": LEADER, FINE: "1000", "认定的事实、证据和理由": "示例：见纸质决定书"}
    record(page, case, "decide", "作出处罚决定", LEADER, decided, look=True)
    expect(page.locator("main")).to_contain_text("已决定")
    expect(page.locator(".g-tl li").first).to_contain_text(f"{LEADER}，秦振川补记")
    found = page.locator("section", has=page.get_by_role("heading", name="补录发现"))
    for missing in ("还没有收集证据。", "最后一次补充证据以后还没有事先告知。", "本队法制员还没有审查案卷。"):
        expect(found).to_contain_text(missing)
    found.get_by_role("link", name="去说明").first.click()
    page.wait_for_load_state()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.locator("label.g-chip", has_text="已补正").click()
    send(page, "记下答复", {"理由": "示例：告知书和笔录的扫描件已归入卷宗"}, look=True)
    assert_written(page)
    expect(found).to_contain_text("已补正：示例：告知书和笔录的扫描件已归入卷宗")
    expect(found.get_by_role("link", name="去说明")).to_have_count(0)
    look_at(page)
