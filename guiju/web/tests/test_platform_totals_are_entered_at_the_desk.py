"""平台数据 at the desk: entered with platform, query and proof; beside ours, never mixed; only by those who report."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guiju.kernel.indicators.api import Attestation
from guiju.kernel.ledger.api import verify_town
from guiju.reports.api import figures_json
from guiju.reports.tests.made_town import TODAY, MadeTown, client_of, made_town

PATH = "/figures/attested/?year=2022"
OURS = "legal_service.station_consultations"


@pytest.fixture
def town(db, settings) -> MadeTown:
    settings.GUIJU_TODAY = TODAY.isoformat()
    found = made_town()
    found.consult(dt.date(2022, 7, 1), attendances=3)
    return found


@pytest.fixture
def clerk(town) -> Client:
    return client_of(town, "clerk")


def attest(client: Client, **changed: str):
    told = {
        "platform": "示例平台",
        "figure": OURS,
        "value": "5",
        "period_from": "2022-01-01",
        "as_of": "2022-12-31",
        "conditions": "单位选示例镇，时间选全年",
        "file": SimpleUploadedFile("shot.png", b"\x89PNG invented", "image/png"),
    }
    return client.post(PATH, told | changed)


def text_of(response) -> str:
    return response.content.decode()


def test_total_stands_beside_ours_with_the_difference_and_its_proof(clerk, town):
    assert attest(clerk).status_code == 302
    page = text_of(clerk.get(PATH))
    assert "平台多 2" in page and "本镇记录 3人次" in page and "单位选示例镇" in page
    shot = clerk.get(f"/figures/attested/{Attestation.objects.get().id}/")
    assert (shot.content, shot["Content-Type"]) == (b"\x89PNG invented", "image/png")
    told = [row for row in figures_json(town.town, 2022, TODAY) if row["id"] == OURS]
    assert [(row["kind"], row["value"]) for row in told] == [("derived", 3), ("attested", 5)]
    assert verify_town(town.town.id).whole


def test_entering_again_replaces_without_erasing(clerk):
    attest(clerk)
    attest(clerk, value="3")
    page = text_of(clerk.get(PATH))
    assert page.count("由后来登记的代替") == 1
    assert "一致" in page


def test_a_total_that_we_do_not_count_has_a_name_of_its_own_and_can_be_written_into_the_report(clerk):
    assert attest(clerk, figure="", name="平台受理总数", unit="件", value="41").status_code == 302
    assert "平台受理总数" in text_of(clerk.get(PATH))
    found = text_of(clerk.get("/report/2022/text/results.service.station/?q=平台受理"))
    assert "{平台受理总数|平台}" in found
    told = {"text": "平台受理{平台受理总数|平台}。"}
    clerk.post("/report/2022/text/results.service.station/", told)
    assert "41件" in text_of(clerk.get("/report/2022/"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"figure": "", "unit": "件"}, "要写数字的名称"),
        ({"as_of": "2030-01-01"}, "截止日不能晚于登记当天"),
        ({"period_from": "2023-01-01"}, "起日不能晚于截止日"),
        ({"file": ""}, "请选文件"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason_and_nothing_typed_is_lost(clerk, changed, said):
    page = text_of(attest(clerk, **changed))
    assert said in page
    assert "单位选示例镇，时间选全年" in page
    assert not Attestation.objects.exists()


def test_who_does_not_report_reads_and_cannot_enter(town, clerk):
    attest(clerk)
    villager = client_of(town, "villager")
    assert "登记平台数据</button>" not in text_of(villager.get(PATH))
    attest(villager, value="9")
    assert Attestation.objects.count() == 1
