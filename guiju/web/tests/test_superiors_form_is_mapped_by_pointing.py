"""A superior's blank at the desk: uploaded, pointed at without script, looked at for a month, taken out with its entry."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook

from guiju.exchange.superiors_forms.api import SuperiorForm
from guiju.exchange.superiors_forms.tests.word_matrix import FIRST, word_matrix
from guiju.kernel.ledger.api import Entry
from samples.forms import BULK, MONTHLY, write_forms
from tests.staffed_towns import CLERK, VILLAGE_CLERK, found_staffed_town, send, signed_in, unit_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    town = found_staffed_town()
    client = signed_in(CLERK)
    day = timezone.localdate().isoformat()
    for number in range(4):
        values = {
            "unit": unit_id(town),
            "applicant": f"示例{number}",
            "respondent": "虚构公司",
            "dispute_kind": "neighbour",
        }
        answer = send(client, "/register/mediation/file/", **values)
        matter = answer.url.split("/")[2]
        send(client, f"/matters/{matter}/steps/accept/", accepted_on=day)
    return client


def uploaded(client, path, name):
    return client.post("/forms/", {"file": SimpleUploadedFile(name, path.read_bytes())})


def said(client, form, **values):
    answer = client.post(f"/forms/{form}/map/", values)
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def test_matrix_and_list_are_pointed_at_and_taken_out(desk, tmp_path):
    write_forms(tmp_path)
    assert uploaded(desk, tmp_path / MONTHLY, "月报.xlsx").status_code == 302
    form = SuperiorForm.objects.get().pk
    page = desk.get(f"/forms/{form}/map/").content.decode()
    assert "at=%E6%9C%88%E6%8A%A5%21B6" in page
    asked = desk.get(f"/forms/{form}/map/", {"at": "月报!B6", "as": "matrix"}).content.decode()
    assert "24行 × 32列" in asked and "没认出" not in asked
    said(desk, form, do="cell", at="月报!A2", what="text:government")
    said(
        desk, form, do="matrix", at="月报!B6", axis="dispute_kind", period="month",
        f0="mediation.accepted", f2="mediation.resolved", f3="mediation.accepted",
    )  # fmt: skip
    assert "1 份上级的表上一期还没有取" in desk.get("/").content.decode()
    SuperiorForm.objects.update(due_day=5)
    (due,) = desk.get("/").context["returns"]["forms"]["lines"]
    assert (due["title"], due["url"]) == ("月报", f"/forms/{form}/")
    assert signed_in(VILLAGE_CLERK).get("/").context["returns"]["forms"] is None
    now = timezone.localdate()
    page = desk.get(f"/forms/{form}/", {"month": f"{now:%Y-%m}"}).content.decode()
    assert "填报单位：青禾镇人民政府" in page and "这一列没有指定数字" in page
    taken = desk.post(f"/forms/{form}/take/", {"month": f"{now:%Y-%m}"})
    sheet = load_workbook(io.BytesIO(taken.content))["月报"]
    village = next(row for row in range(6, 30) if sheet.cell(row, 1).value == "松溪村")
    assert [sheet.cell(village, column).value for column in (2, 3, 6, 7)] == [4, None, 0, 4]
    assert sheet["B5"].value == "=SUM(B6:B29)"


def test_matrix_of_a_word_form_is_pointed_at_like_a_sheet(desk):
    blank = SimpleUploadedFile("统计表.docx", word_matrix(["松溪村"], ("邻里", "合同")))
    assert desk.post("/forms/", {"file": blank}).status_code == 302
    form = SuperiorForm.objects.get().pk
    asked = desk.get(f"/forms/{form}/map/", {"at": FIRST, "as": "matrix"}).content.decode()
    assert "2行 × 4列" in asked and 'colspan="2"' in asked and 'rowspan="2"' in asked
    said(desk, form, do="matrix", at=FIRST, axis="dispute_kind", period="month", f0="mediation.accepted")
    mapped = desk.get(f"/forms/{form}/map/").content.decode()
    assert mapped.count("g-form-matrix") == 7 and "还有2列没有指定" in mapped
    when = {"month": f"{timezone.localdate():%Y-%m}"}
    assert "g-form-new" in desk.get(f"/forms/{form}/", when).content.decode()
    table = Document(io.BytesIO(desk.post(f"/forms/{form}/take/", when).content)).tables[0]
    assert [cell.text for cell in table.rows[2].cells] == ["松溪村", "4", "", "0", ""]
    page = desk.post(f"/forms/{form}/map/", {"do": "matrix", "at": "p1.1"})
    assert page.status_code == 400 and "这里不是表格" in page.content.decode()


def test_list_covers_names_and_gives_them_only_with_a_reason_and_entries(desk, tmp_path):
    write_forms(tmp_path)
    uploaded(desk, tmp_path / BULK, "批量.xlsx")
    form = SuperiorForm.objects.get().pk
    asked = desk.get(f"/forms/{form}/map/", {"at": "导入模板!A2", "as": "list"}).content.decode()
    assert "有 6 栏没认出" in asked and "（个人信息）" in asked
    columns = {"c1": "number", "c5": "accepted_on", "c18": "parties"}
    said(desk, form, do="list", at="导入模板!A2", register="mediation", date="accepted_on", period="month", **columns)
    when = {"month": f"{timezone.localdate():%Y-%m}"}
    before = Entry.objects.count()
    masked = load_workbook(io.BytesIO(desk.post(f"/forms/{form}/take/", when).content))["导入模板"]
    assert {masked.cell(row, 18).value for row in range(3, 7)} == {"示某某、虚构公司"}
    assert masked["A7"].value == "合计", "the sum has moved below the fourth row"
    refused = desk.post(f"/forms/{form}/take/", {**when, "clear": "1", "reason": " "})
    assert refused.status_code == 302 and Entry.objects.count() == before
    clear = desk.post(f"/forms/{form}/take/", {**when, "clear": "1", "reason": "区司法局要求实名报送"})
    names = {load_workbook(io.BytesIO(clear.content))["导入模板"].cell(row, 18).value for row in range(3, 7)}
    assert names == {f"示例{number}、虚构公司" for number in range(4)}
    entries = Entry.objects.filter(kind="export")
    assert entries.count() == 4
    assert all("区司法局要求实名报送" in one.body and "parties" in one.body for one in entries)


def test_who_does_not_import_looks_but_does_not_set_up(desk, tmp_path):
    write_forms(tmp_path)
    assert uploaded(signed_in(VILLAGE_CLERK), tmp_path / MONTHLY, "月报.xlsx").status_code == 403
    wrong = desk.post("/forms/", {"file": SimpleUploadedFile("旧.xls", b"\xd0\xcf")})
    assert wrong.status_code == 400 and "另存为" in wrong.content.decode()
    uploaded(desk, tmp_path / MONTHLY, "月报.xlsx")
    form = SuperiorForm.objects.get().pk
    assert signed_in(VILLAGE_CLERK).get(f"/forms/{form}/").status_code == 200
    assert signed_in(VILLAGE_CLERK).get(f"/forms/{form}/map/").status_code == 403
    bad = desk.post(f"/forms/{form}/map/", {"do": "matrix", "at": "月报!A1"})
    assert bad.status_code == 400 and "请点最左上角要填数字的那一格" in bad.content.decode()
