"""From the 83 of the year's report to one agreement among them, and to the proof that its record is unaltered."""

from collections.abc import Callable
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from guiju.kernel.ledger.api import sign_checkpoint
from guiju.kernel.organisation.api import Town
from tests.journeys.walking import go, look_at
from tests.sample_registers import import_registers
from tests.staffed_towns import LEADER


def test_from_the_figure_to_one_agreement_and_its_proof(town: Town, as_person: Callable[..., Page], tmp_path: Path):
    import_registers(town, tmp_path, "mediation")
    sign_checkpoint(town.id, town.code, timezone.now())
    page = as_person(LEADER)
    go(page, "/figures/?year=2022")
    figure = page.get_by_role("link", name="人民调解委员会调处矛盾纠纷")
    expect(figure).to_contain_text("83")
    figure.click()
    look_at(page)
    expect(page.locator("main h2").first).to_contain_text("83 条记录")
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(50)
    page.get_by_role("link", name="更早的").click()
    expect(rows).to_have_count(33)
    look_at(page)
    number = rows.first.locator("td").first.inner_text()
    rows.first.get_by_role("link").first.click()
    look_at(page)
    expect(page.locator("main")).to_contain_text(number)
    page.locator(".g-tl .g-ent").first.click()  # the proof opens in place
    proof = page.locator(".g-tl .g-proof")
    expect(proof).to_contain_text("与封存的一致")
    look_at(page)
    with page.expect_download() as download:
        proof.get_by_role("link", name="下载").click()
    assert '"checkpoint"' in Path(download.value.path()).read_text(encoding="utf-8")
