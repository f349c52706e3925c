"""The year's report: a figure opens beside the text, its unit answers, a paragraph is rewritten, the year is locked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.walking import choose, follow, go, look_at, press
from tests.sample_registers import import_registers
from tests.staffed_towns import CLERK

HEAD_OF_TEAM = "qin.zfd"


@pytest.mark.long
def test_report_goes_from_draft_to_lock(town: Town, as_person: Callable[..., Page], tmp_path: Path):
    import_registers(town, tmp_path, "mediation")
    team, page = as_person(HEAD_OF_TEAM), as_person(CLERK)
    go(page, "/report/2022/")
    expect(page.locator(".g-report-outline")).to_contain_text("数字 0 / ")
    page.locator(".g-report-text").get_by_role("link", name="83件", exact=False).first.click()
    figure = page.locator("#figure")
    expect(figure).to_contain_text("人民调解委员会调处矛盾纠纷")
    expect(figure).to_contain_text("83 条记录")
    look_at(page)
    choose(page, "有异议")
    figure.get_by_text("有异议、不归本部门的写明").click()
    page.get_by_label("哪几条、为什么").fill("示例：其中一件是治安调解，应当不计。")
    page.get_by_role("button", name="提交核对意见").click()
    expect(page.locator("#figure")).to_contain_text("其中一件是治安调解")
    follow(page, "锁定数字")
    expect(page.locator("main")).to_contain_text("暂不能办理")
    page.goto("/report/2022/?figure=derived:mediation.resolved")
    page.get_by_role("button", name="提交核对意见").click()  # the objection is settled: 确认 is chosen
    page.wait_for_load_state()
    go(page, "/report/2022/checks/")
    page.get_by_role("button", name="确认本部门的").click()
    team.goto("/report/2022/checks/")
    team.get_by_role("button", name="确认本部门的").click()
    _rewrite(page)
    page.goto("/report/2022/lock/")
    page.get_by_role("button", name="锁定这").click()
    expect(page.locator("main")).to_contain_text("数字已锁定")
    go(page, "/report/2022/papers/")
    with page.expect_download() as download:
        page.locator("a[href$='notice.docx']").click()
    assert Path(download.value.path()).stat().st_size > 10_000
    go(page, "/report/2022/signed/")
    go(page, "/report/2022/earlier/")


def _rewrite(page: Page) -> None:
    go(page, "/report/2022/text/results.disputes.mediation/")
    page.get_by_label("文字").fill("**调解就在家门口。**全年达成协议{人民调解委员会调处矛盾纠纷|数}件。")
    press(page, "看看读起来怎样")
    expect(page.locator(".g-sheet")).to_contain_text("全年达成协议83件。")
    page.get_by_role("button", name="保存这一段").click()
    expect(page.locator(".g-report-sheet")).to_contain_text("调解就在家门口。")
