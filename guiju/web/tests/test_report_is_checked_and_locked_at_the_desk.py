"""年度报告 at the desk: figures open beside the text, owners answer, paragraphs are rewritten, the year is locked."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from guiju.kernel.ledger.api import verify_town
from guiju.reports.api import load_report
from guiju.reports.tests.made_town import TODAY, MadeTown, made_town

OCTOBER = dt.date(2022, 10, 10)
FIGURE = "derived:legal_service.station_consultations"
PARAGRAPH = "results.service.station"


@pytest.fixture
def town(db, settings) -> MadeTown:
    settings.GUIJU_TODAY = TODAY.isoformat()
    found = made_town()
    found.consult(OCTOBER, attendances=3)
    return found


def client_of(town: MadeTown, who: str) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"{town.town.code}.{who}"))
    return client


@pytest.fixture
def clerk(town) -> Client:
    return client_of(town, "clerk")


def text_of(response) -> str:
    return response.content.decode()


def test_figure_opens_beside_the_text_with_its_records(clerk):
    page = text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    assert "示公服咨〔2022〕1号" in page
    assert "3人次" in page
    assert "去年报告所载" in page
    alone = text_of(clerk.get(f"/report/2022/?figure={FIGURE}", headers={"hx-request": "true"}))
    assert alone.startswith('<aside class="g-panel g-report-figure"')
    assert "<html" not in alone
    assert "示公服咨〔2022〕1号" in alone


def test_outline_counts_what_is_checked(clerk):
    page = text_of(clerk.get("/report/2022/"))
    assert "数字 0 / " in page
    clerk.post("/report/2022/checks/")
    page = text_of(clerk.get("/report/2022/"))
    assert "待核" not in page.split('<aside class="g-panel g-report-outline"')[1].split("</ol>")[0]
    assert "数字都已核对" in page


def test_objection_at_the_figure_is_told_and_stops_the_lock(clerk, town):
    clerk.post("/report/2022/checks/")
    told = {"figure": FIGURE, "verdict": "objected", "remark": "1号是电话咨询，应当另计"}
    assert clerk.post("/report/2022/check/", told).status_code == 302
    assert "1号是电话咨询" in text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    page = text_of(clerk.get("/report/2022/lock/"))
    assert "暂不能办理" in page
    assert "1号是电话咨询" in page
    clerk.post("/report/2022/lock/")
    assert load_report(town.town.id, 2022).locked is None


def test_who_answers_for_no_unit_cannot_answer(town):
    villager = client_of(town, "villager")
    page = text_of(villager.get(f"/report/2022/?figure={FIGURE}"))
    assert "提交核对意见" not in page
    answer = villager.post("/report/2022/check/", {"figure": FIGURE, "verdict": "confirmed"}, follow=True)
    assert "由示例镇公共法律服务站核对" in text_of(answer)
    assert villager.get("/report/2022/lock/").status_code == 403
    assert not load_report(town.town.id, 2022).checks


def test_locked_year_says_what_changed_since(clerk, town):
    clerk.post("/report/2022/checks/")
    assert clerk.post("/report/2022/lock/").status_code == 302
    assert "锁定以后没有一条记录变化" in text_of(clerk.get("/report/2022/"))
    town.consult(OCTOBER)
    page = text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    assert "1个数字有变" in page
    assert "新计入 示公服咨〔2022〕2号" in page
    assert "未计入" in page
    assert ">3</b>人次" in page
    assert verify_town(town.town.id).whole


def test_paragraph_is_rewritten_with_figures_by_name(clerk, town):
    path = f"/report/2022/text/{PARAGRAPH}/"
    page = text_of(clerk.get(path))
    assert "{镇公共法律服务站接待法律咨询}" in page
    looked = text_of(clerk.post(path, {"text": "窗口接待{镇公共法律服务站接待法律咨询|数}人次。", "look": "1"}))
    assert "窗口接待3人次。" in looked
    assert PARAGRAPH not in load_report(town.town.id, 2022).texts, "looking writes nothing"
    wrong = text_of(clerk.post(path, {"text": "接待{没有这个数}人次。"}))
    assert "没有叫“没有这个数”的数字" in wrong
    assert clerk.post(path, {"text": "窗口接待{镇公共法律服务站接待法律咨询|数}人次。"}).status_code == 302
    assert load_report(town.town.id, 2022).texts[PARAGRAPH] == "窗口接待{legal_service.station_consultations|数}人次。"
    assert "窗口接待" in text_of(clerk.get("/report/2022/"))


def test_measure_is_added_to_its_section(clerk, town):
    path = "/report/2022/add/results.disputes/"
    assert clerk.post(path, {"text": "另设巡回调解点（示例）。"}).status_code == 302
    assert load_report(town.town.id, 2022).texts == {"results.disputes.z01": "另设巡回调解点（示例）。"}
    clerk.post(path, {"text": "再加一段（示例）。"})
    assert "results.disputes.z02" in load_report(town.town.id, 2022).texts
    assert clerk.get("/report/2022/add/nowhere/").status_code == 404


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("upward", ("关于2022年法治政府建设工作情况的报告", "特此报告。", "全面依法治区委员会办公室", "签发人：")),
        ("notice", ("的通知", "印发给你们")),
        ("public", ("2022年示例镇法治政府建设工作情况报告",)),
        ("upward-sheet", ("发文稿纸", "合法性审核", "保密审查", "公开属性", "审议会议", "份数")),
    ],
)
def test_papers_come_out_of_one_text(clerk, paper, words):
    answer = clerk.get(f"/report/2022/papers/{paper}.docx")
    file = docx.Document(io.BytesIO(answer.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    text = "".join([*(line.text for line in file.paragraphs), *cells]).replace("\n", "")
    assert [word for word in words if word not in text] == []
    if not paper.endswith("-sheet"):
        assert "3人次" in text


def test_year_without_a_report_is_not_found(clerk):
    assert clerk.get("/report/2099/").status_code == 404
    assert "2022年示例镇法治政府建设工作情况报告" in text_of(clerk.get("/report/")), "in January the last year is due"
