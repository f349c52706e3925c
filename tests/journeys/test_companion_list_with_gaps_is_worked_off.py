"""A town whose cases live in the superior's system: the list comes in, what lacks is seen before each signature."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town, plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from guiju.kernel.terms.api import legal_today
from tests.journeys.accessibility import assert_accessible
from tests.journeys.walking import follow, go, look_at
from tests.superiors_list import COUNT, FILED, GAPS_AFTER, GAPS_BEFORE, SERVED, written
from tests.superiors_pdf import pdf_of

LIST = "/lists/penalty.companion/"
HEAD = "qin.zfd"


@pytest.fixture
def companion_town(town: Town) -> Town:
    """The sample town in companion mode."""
    now = dt.datetime.now(dt.UTC)
    apply([plan_setting(town.pk, "system:test", "penalty.mode", "companion", dt.date(2024, 1, 1))], now)
    forget_directory()
    return town


def bring(page: Page, file: Path, button: str) -> None:
    """Import a list at the desk (another journey looks at these pages)."""
    page.goto("/import/")
    page.get_by_label("Excel 文件").set_input_files(file)
    page.get_by_role("button", name="上传并核对").click()
    page.get_by_role("button", name=button).click()
    expect(page.locator("h1")).to_contain_text("导入了")


def gaps(page: Page) -> int:
    """How many cases the list says to lack something."""
    view = page.get_by_label("视图").get_by_role("link", name="有缺项").first
    return int(view.locator("i").inner_text())


def attach_papers(page: Page, case: Matter, folder: Path) -> None:
    """A paper that names the case comes to it; one that names none waits, and a person says whose it is."""
    day = dt.date(2026, 3, 10)
    named = pdf_of("行政处罚事先告知书", f"案件编号：{case.number}", day=day)
    for name, data in (("named.pdf", named), ("scan.pdf", b"%PDF-1.4 scanned")):
        (folder / name).write_bytes(data)
        page.goto("/papers/")
        page.get_by_label("PDF 文书").set_input_files(folder / name)
        page.get_by_role("button", name="收这份文书").click()
        page.wait_for_load_state()
    look_at(page)
    expect(page.locator("main")).to_contain_text(f"{case.number}")
    expect(page.locator("main")).to_contain_text("没有可以读出的文字")
    page.get_by_label("是哪一件的（案件编号）").fill(case.number)
    page.get_by_role("button", name="归入这一件").click()
    expect(page.get_by_label("是哪一件的（案件编号）")).to_have_count(0)
    page.get_by_role("link", name="按这份文书补记“事先告知”").click()
    expect(page.get_by_label("哪天办的")).to_have_value(day.isoformat())
    assert Evidence.objects.filter(matter=case).count() == 2


@pytest.mark.usefixtures("companion_town")
def test_gaps_of_a_list_are_seen_before_the_signature_and_close(as_person: Callable[..., Page], tmp_path: Path):
    today = legal_today(dt.datetime.now(dt.UTC))
    page = as_person(HEAD)
    bring(page, written(tmp_path, today), f"导入 {COUNT} 行")
    go(page, LIST)
    assert gaps(page) == GAPS_BEFORE
    expect(page.locator("tbody tr")).to_have_count(COUNT)
    case = Matter.objects.get(number=f"ZF{today.year}-0001")
    page.get_by_role("row").filter(has_text=case.number).get_by_role("link").first.click()
    look_at(page)
    expect(page.locator("main")).to_contain_text("这一件在统一综合执法系统办理，这里不重复办")
    follow(page, "签批前清单")
    sheet = page.get_by_text("签批《案件调查终结报告》以前").locator("xpath=ancestor::section")
    expect(sheet).to_contain_text("还没有收集证据")
    expect(sheet).to_contain_text("行政处罚法")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="主要栏目")).to_be_hidden()
    expect(sheet.get_by_text("缺", exact=True)).to_be_visible()
    assert_accessible(page)
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.goto(LIST)
        page.get_by_role("link", name="导出 Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    attach_papers(page, case, tmp_path)
    later = written(tmp_path, today, later=True, name="三周以后.xlsx")
    bring(page, later, f"导入 {FILED + SERVED} 行")
    page.goto(LIST)
    assert gaps(page) == GAPS_AFTER
    page.goto(f"/matters/{case.id}/checklist/")
    expect(page.get_by_text("签批《案件调查终结报告》以前").locator("xpath=ancestor::section")).to_contain_text(
        "没有缺项"
    )
