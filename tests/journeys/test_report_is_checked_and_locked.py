"""The year's report: figures checked, a paragraph rewritten, the year locked, read by the leader, signed and brought back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from tests.journeys.conftest import PHONE
from tests.journeys.walking import choose, follow, go, look_at, press
from tests.sample_registers import import_registers
from tests.staffed_towns import CLERK, LEADER

HEAD_OF_TEAM, OFFICE = "qin.zfd", "xu.dzb"


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
    go(page, "/report/2022/earlier/")
    _read(as_person(LEADER, PHONE))
    _signed(as_person(OFFICE), tmp_path)


def _rewrite(page: Page) -> None:
    go(page, "/report/2022/text/results.disputes.mediation/")
    page.get_by_label("文字").fill("**调解就在家门口。**全年达成协议{人民调解委员会调处矛盾纠纷|数}件。")
    press(page, "看看读起来怎样")
    expect(page.locator(".g-sheet")).to_contain_text("全年达成协议83件。")
    page.get_by_role("button", name="保存这一段").click()
    expect(page.locator(".g-report-sheet")).to_contain_text("调解就在家门口。")


def _read(leader: Page) -> None:
    """On the phone, from 今日 to the locked report and to what stands behind one of its numbers."""
    go(leader, "/report/2022/")
    expect(leader.locator("main")).to_contain_text("已锁定")
    leader.locator(".g-report-text").get_by_role("link", name="83").first.click()
    expect(leader.locator("#figure")).to_contain_text("83 条记录")
    look_at(leader)


def _signed(office: Page, folder: Path) -> None:
    """The party-and-government office: number, dispatch sheet, and the signed paper, one number of which was changed."""
    go(office, "/numbers/?year=2023")
    office.get_by_label("从哪里来").fill("党政办发文登记簿")
    office.get_by_label("贴在这里").fill(
        "青府〔2023〕1号\t关于2022年度法治政府建设情况的报告\t2023-01-20\n青府〔2023〕3号\t示例\t2023-02-01"
    )
    press(office, "登记这些号")
    expect(office.locator("main")).to_contain_text("缺 1 个")
    go(office, "/report/2022/papers/")
    for paper in ("notice.docx", "notice-sheet.docx"):
        with office.expect_download() as download:
            office.locator(f"a[href$='{paper}']").click()
        download.value.save_as(folder / paper)
    changed = Document(str(folder / "notice.docx"))
    for part in changed.paragraphs:
        if "达成协议83件" in part.text:
            part.text = part.text.replace("达成协议83件", "达成协议84件")
    changed.save(str(folder / "signed.docx"))
    go(office, "/report/2022/signed/")
    office.get_by_label("签发后的 Word 或者 PDF").set_input_files(folder / "signed.docx")
    office.get_by_label("发文字号").fill("青府〔2023〕1号")
    office.get_by_label("成文日期").fill("2023-01-20")
    press(office, "收下并比对数字")
    expect(office.locator("main")).to_contain_text("处数字与锁定的不同")
    follow(office, "印发通知 青府〔2023〕1号")
    expect(office.locator("main")).to_contain_text(re.compile("签发件：.*84"))
