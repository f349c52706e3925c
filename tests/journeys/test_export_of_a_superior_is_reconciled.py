"""A clerk lays a superior's export beside the register: says why, registers what is only there, prints and keeps the note."""

from collections.abc import Callable
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from guiju.exchange.importing.api import carry_out, prepare
from guiju.exchange.sheets.api import read_workbook
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import acting_for_user
from guiju.kernel.procedure.api import moment_for
from samples.superiors_export import SYSTEM, known_truth, write_export, write_register
from tests.journeys.walking import go, look_at, press
from tests.staffed_towns import CLERK, user_of

LINES = 20


def test_clerk_decides_registers_and_keeps_the_note(as_person: Callable[..., Page], tmp_path: Path):
    truth, page = known_truth(LINES), as_person(CLERK)
    acting = acting_for_user(user_of(CLERK).pk, timezone.localdate())
    carry_out(
        prepare(read_workbook(write_register(tmp_path, truth)), moment_for(acting, timezone.now(), medium="sheet"))
    )
    go(page, "/reconciliations/")
    page.get_by_label("上级系统导出的 Excel").set_input_files(write_export(tmp_path, truth))
    page.get_by_label("哪个系统").fill(SYSTEM)
    page.get_by_label("与哪一本台账对").select_option("mediation")
    page.get_by_label("从哪一天").fill("2022-01-01")
    page.get_by_label("到哪一天").fill("2022-12-31")
    press(page, "上传并对数")
    line = page.get_by_label("对数结果")
    expect(line).to_contain_text(f"这里{len(truth.ours)}件")
    expect(line).to_contain_text(f"那边{LINES}件")
    here, there = page.locator("form[aria-labelledby=rec-here]"), page.locator("form[aria-labelledby=rec-there]")
    for number in truth.left_out:
        here.get_by_label(number, exact=True).check()
    here.get_by_label("为什么只在这里").fill("那边系统停了两天")
    here.get_by_role("button", name="定下选中的（这里）").click()
    expect(page.locator(".g-receipt").first).to_contain_text("下次对数还记得")
    expect(here).to_have_count(0)
    matters = Matter.objects.count()
    there.get_by_role("checkbox").first.check()
    there.get_by_role("button", name=f"登记选中的，以{SYSTEM}为准").click()
    expect(page.locator(".g-receipt").first).to_contain_text("登记了 1 件")
    assert Matter.objects.count() == matters + 1
    page.get_by_role("link", name="两边不同").click()
    look_at(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Word", exact=True).click()
    assert download.value.suggested_filename.endswith(".docx")
    press(page, "存下说明")
    expect(page.locator("main")).to_contain_text("没有定")
