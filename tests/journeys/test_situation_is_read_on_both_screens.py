"""The deputy mayor looks at 态势: tab, table, a village by keyboard, a number to its records, one sheet of paper."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from guiju.commands.town import keep_outlines
from guiju.kernel.organisation.api import Town
from samples.outline import write_outline
from tests.journeys.walking import go, look_at
from tests.sample_registers import import_registers
from tests.staffed_towns import LEADER

ADDRESS = "/situation/?month=2022-10&stretch=year"


def test_from_the_three_things_to_the_records_and_to_paper(town: Town, as_person: Callable[..., Page], tmp_path: Path):
    import_registers(town, tmp_path, "mediation")
    keep_outlines(town, write_outline(tmp_path).read_bytes(), dt.date(2021, 1, 1))
    page = as_person(LEADER)
    page.goto("/")
    page.get_by_role("link", name="态势").click()
    expect(page.get_by_label("内容").get_by_role("link", name="纠纷")).to_have_attribute("aria-current", "true")
    go(page, ADDRESS)
    strip = page.get_by_role("definition").get_by_role("link", name="83 件")
    expect(strip).to_be_visible()
    months = page.locator("details", has=page.get_by_text("看表格")).first
    months.get_by_text("看表格").click()
    expect(months.get_by_role("row")).to_have_count(13)
    area = page.get_by_role("link", name="松溪村，每千户")
    area.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**village=*")
    village = page.locator("#g-village")
    expect(village.get_by_role("heading", level=2)).to_have_text("松溪村")
    look_at(page)
    number = village.locator("dd").nth(1).get_by_role("link")
    count = number.inner_text()
    number.click()
    expect(page.locator("main h1")).to_have_text("登记的矛盾纠纷（松溪村）")
    expect(page.locator("main h2").first).to_have_text(f"{count} 条记录")
    look_at(page)
    page.goto(ADDRESS)
    page.emulate_media(media="print")
    assert len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) == 1
    page.emulate_media(media="screen")
    go(page, "/situation/?topic=workorders&month=2022-10")
    expect(page.locator("main")).to_contain_text("都没有登记，所以没有可以看的")
