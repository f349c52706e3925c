"""年度报告 at the desk: figures open beside the text, owners answer, paragraphs are rewritten, the year is locked."""

from __future__ import annotations

import datetime as dt
import io
import re

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guiju.kernel.ledger.api import verify_town
from guiju.reports.api import ReturnedPaper, load_report, returned_papers
from guiju.reports.tests.made_town import TODAY, MadeTown, client_of, made_town

OCTOBER = dt.date(2022, 10, 10)
FIGURE = "derived:legal_service.station_consultations"
PARAGRAPH = "results.service.station"
PAPERS = {
    "upward": ("关于2022年法治政府建设工作情况的报告", "特此报告。", "全面依法治区委员会办公室", "签发人："),
    "notice": ("的通知", "印发给你们"),
    "public": ("2022年示例镇法治政府建设工作情况报告",),
    "upward-sheet": ("发文稿纸", "合法性审核", "保密审查", "公开属性", "审议会议", "份数"),
}
UNREADABLE = {"签发.docx": b"no word", "签发.pdf": b"%PDF-broken", "签发.doc": b"old"}


@pytest.fixture
def town(db, settings) -> MadeTown:
    settings.GUIJU_TODAY = TODAY.isoformat()
    found = made_town()
    found.consult(OCTOBER, attendances=3)
    return found


@pytest.fixture
def clerk(town) -> Client:
    return client_of(town, "clerk")


def seen(client: Client, path: str) -> list[str]:
    return re.findall(r'name="seen" value="([^"]+)"', text_of(client.get(path)))


def confirm(client: Client):
    return client.post("/report/2022/checks/", {"seen": seen(client, "/report/2022/checks/")})


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
    confirm(clerk)
    page = text_of(clerk.get("/report/2022/"))
    assert "待核" not in page.split('<aside class="g-panel g-report-outline"')[1].split("</ol>")[0]
    assert "数字都已核对" in page


def test_objection_at_the_figure_is_told_and_stops_the_lock(clerk, town):
    confirm(clerk)
    (digest,) = seen(clerk, f"/report/2022/?figure={FIGURE}")
    told = {"figure": FIGURE, "seen": digest, "verdict": "objected", "remark": "1号是电话咨询，应当另计"}
    assert clerk.post("/report/2022/check/", told).status_code == 302
    assert "1号是电话咨询" in text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    page = text_of(clerk.get("/report/2022/lock/"))
    assert "暂不能办理" in page
    assert "1号是电话咨询" in page
    clerk.post("/report/2022/lock/")
    assert load_report(town.town.id, 2022).locked is None


def test_only_what_was_seen_is_confirmed(clerk, town):
    page, (digest,) = seen(clerk, "/report/2022/checks/"), seen(clerk, f"/report/2022/?figure={FIGURE}")
    town.consult(OCTOBER)
    clerk.post("/report/2022/checks/", {"seen": page})
    told = {"figure": FIGURE, "seen": digest, "verdict": "confirmed"}
    assert "背后的记录有变" in text_of(clerk.post("/report/2022/check/", told, follow=True))
    kept = load_report(town.town.id, 2022).checks
    assert ("derived", "legal_service.station_consultations") not in kept
    assert kept, "what had not moved is confirmed"


def test_who_answers_for_no_unit_cannot_answer(town):
    villager = client_of(town, "villager")
    page = text_of(villager.get(f"/report/2022/?figure={FIGURE}"))
    assert "提交核对意见" not in page
    told = {
        "figure": FIGURE,
        "verdict": "confirmed",
        "seen": seen(client_of(town, "clerk"), f"/report/2022/?figure={FIGURE}"),
    }
    answer = villager.post("/report/2022/check/", told, follow=True)
    assert "由示例镇公共法律服务站核对" in text_of(answer)
    assert villager.get("/report/2022/lock/").status_code == 403
    assert not load_report(town.town.id, 2022).checks


def test_another_unit_is_let_answer(clerk, town):
    village = town.unit("village")
    told = {"figure": FIGURE, "unit": str(village), "scope": "figure"}
    assert "主管部门已经改过" in text_of(clerk.post("/report/2022/owner/", told, follow=True))
    page = text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    assert '<span class="g-meta">示例镇甲村</span>' in page
    assert "会签单上的签字人" in page, "the clerk speaks for the village only with its signed paper"
    villager = client_of(town, "villager")
    assert "提交核对意见" in text_of(villager.get(f"/report/2022/?figure={FIGURE}"))
    answer = villager.post("/report/2022/owner/", told, follow=True)
    assert "没有这样的岗位" in text_of(answer)


def test_locked_year_says_what_changed_since(clerk, town):
    confirm(clerk)
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
    empty = clerk.post(path, {"text": " "})
    assert "请写要加的一段" in text_of(empty) and len(load_report(town.town.id, 2022).texts) == 2
    assert clerk.get("/report/2022/add/nowhere/").status_code == 404


def test_papers_come_out_of_one_text(clerk):
    for paper, words in PAPERS.items():
        answer = clerk.get(f"/report/2022/papers/{paper}.docx")
        file = docx.Document(io.BytesIO(answer.content))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        text = "".join([*(line.text for line in file.paragraphs), *cells]).replace("\n", "")
        assert [word for word in words if word not in text] == [], paper
        assert paper.endswith("-sheet") or "3人次" in text, paper


def test_year_without_a_report_is_not_found(clerk):
    assert clerk.get("/report/2099/").status_code == 404
    assert "2022年示例镇法治政府建设工作情况报告" in text_of(clerk.get("/report/")), "in January the last year is due"


def test_signed_paper_is_compared_with_the_locked_numbers(clerk, town):
    paper = clerk.get("/report/2022/papers/notice.docx").content
    assert "数字还没有锁定" in text_of(clerk.get("/report/2022/signed/"))
    confirm(clerk)
    clerk.post("/report/2022/lock/")
    check_unreadable_files_are_answered_in_words(clerk, town)
    same = SimpleUploadedFile("签发.docx", paper, "application/octet-stream")
    assert clerk.post("/report/2022/signed/", {"paper": "notice", "file": same}).status_code == 302
    assert "数字与锁定的一致" in text_of(clerk.get("/report/2022/papers/"))
    changed = docx.Document(io.BytesIO(paper))
    for line in changed.paragraphs:
        if "接待法律咨询" in line.text:
            line.text = line.text.replace("3人次", "5人次", 1)
    target = io.BytesIO()
    changed.save(target)
    other = SimpleUploadedFile("签发.docx", target.getvalue(), "application/octet-stream")
    told = {"paper": "notice", "file": other, "number": "示府发〔2023〕1号", "signed_on": "2023-01-18"}
    assert clerk.post("/report/2022/signed/", told).status_code == 302
    key = load_returned(town)[0].id
    page = text_of(clerk.get(f"/report/2022/signed/{key}/"))
    assert "1 处数字与锁定的不同" in page
    assert "镇公共法律服务站接待法律咨询" in page
    assert "接待法律咨询5人次" in page
    assert clerk.get(f"/report/2022/signed/{key}/?file=1").content == target.getvalue()
    assert verify_town(town.town.id).whole


def check_unreadable_files_are_answered_in_words(clerk: Client, town: MadeTown) -> None:
    for name, data in UNREADABLE.items():
        told = {"paper": "notice", "file": SimpleUploadedFile(name, data, "application/octet-stream")}
        page = text_of(clerk.post("/report/2022/signed/", told))
        assert any(words in page for words in ("打不开", "请交 Word")), name
    assert load_returned(town) == []


def load_returned(town: MadeTown) -> list[ReturnedPaper]:
    return returned_papers(load_report(town.town.id, 2022))


def test_numbers_of_last_years_report_are_read_and_confirmed(clerk, town):
    text = "2021年，镇公共法律服务站接待法律咨询12人次，与上一年基本持平。其他照旧。"
    page = text_of(clerk.post("/report/2022/earlier/", {"text": text}))
    assert "12" in page
    assert 'value="镇公共法律服务站接待法律咨询12人次"' in page
    told = {"keep": "1", "figure": FIGURE, f"words:{FIGURE}": "12", f"clause:{FIGURE}": "接待法律咨询12人次"}
    clerk.post("/report/2022/earlier/", told)
    shown = text_of(clerk.get(f"/report/2022/?figure={FIGURE}"))
    assert "<dt>去年报告所载</dt><dd>12</dd>" in shown
    assert client_of(town, "villager").get("/report/2022/earlier/").status_code == 403


def test_material_stands_behind_its_paragraph(clerk, town):
    path = f"/report/2022/text/{PARAGRAPH}/"
    photo = SimpleUploadedFile("示例.jpg", b"\xff\xd8\xff\xe0 photo", "image/jpeg")
    clerk.post(path, {"do": "material", "title": "咨询窗口照片（示例）", "file": photo})
    page = text_of(clerk.get(path))
    assert "咨询窗口照片（示例）" in page
    url = re.search(r"/report/2022/materials/\d+/", page)[0]
    assert clerk.get(url).content.startswith(b"\xff\xd8")
