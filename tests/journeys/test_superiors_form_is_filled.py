"""The clerk brings the blank of the monthly matrix, points three times, sees last month filled and takes it."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from guiju.kernel.organisation.api import Town
from samples.forms import MONTHLY, write_forms
from tests.journeys.accessibility import assert_accessible
from tests.journeys.walking import press
from tests.staffed_towns import CLERK, send, signed_in, unit_id

LAST_MONTH = timezone.localdate().replace(day=1) - timedelta(days=1)


def point_at(page: Page, cell: str, way: str = "") -> None:
    """Click a cell of the blank; the panel beside it asks what goes there, without leaving the page."""
    page.locator(f'.g-form-grid a[href$="%21{cell}#point"]').click()
    expect(page.locator("#point h2")).to_contain_text(cell)
    if way:
        page.locator("#point").get_by_role("link", name=way).click()


def test_blank_is_pointed_at_seen_filled_and_taken(as_person: Callable[..., Page], town: Town, tmp_path: Path):
    write_forms(tmp_path)
    values = {"unit": unit_id(town, "松溪村"), "dispute_kind": "neighbour", "event_date": LAST_MONTH.isoformat()}
    values |= {"subject": "示例院墙", "facts": "示例院墙越界"}
    assert send(signed_in(CLERK), "/register/screening/factor/", **values).status_code == 302
    page = as_person(CLERK)
    page.goto("/forms/")
    assert_accessible(page)
    page.get_by_label("空表").set_input_files(tmp_path / MONTHLY)
    press(page, "上传")
    point_at(page, "B6", "交叉表")
    page.get_by_label("本月矛盾纠纷总数", exact=True).select_option("screening.factors")
    page.get_by_label("未化解数", exact=True).select_option("screening.ongoing")
    assert_accessible(page)
    press(page, "交叉表这样填")
    point_at(page, "A2")
    page.get_by_label("找一项").fill("人民政府")
    expect(page.get_by_label("期间", exact=True)).to_have_count(0)  # the list shows what was looked for
    page.get_by_label("单位（镇人民政府）").check()
    press(page, "这一格这样填")
    point_at(page, "H2")
    page.get_by_label("期间", exact=True).check()
    press(page, "这一格这样填")
    expect(page.get_by_text("3 处")).to_be_visible()
    page.get_by_role("link", name="看填好的样子").click()
    expect(page.locator(".g-form-grid")).to_contain_text(f"统计期间：{LAST_MONTH.year}年{LAST_MONTH.month}月")
    assert_accessible(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载填好的表").click()
    sheet = load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))["月报"]
    assert (sheet["A6"].value, sheet["B6"].value, sheet["G6"].value) == ("松溪村", 1, 1)
