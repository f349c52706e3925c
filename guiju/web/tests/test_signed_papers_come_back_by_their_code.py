"""At the desk: a step's paper is printed with a code, photographed signed, looked at and stored with its step."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from guiju.exchange.papers.api import PrintedPaper, ReturnedPage
from guiju.exchange.papers.tests.made_scans import jpeg_of, mediation, pictures
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, verify_town
from tests.staffed_towns import CLERK, LEADER, found_staffed_town, hidden_fields, send, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


@pytest.fixture
def matter(town):
    return mediation(town)


@pytest.fixture
def client(matter):
    return signed_in(CLERK)


def text_of(answer) -> str:
    return answer.content.decode()


def printed_step(client, matter: int, code: str, **values: str):
    """The sheets of a step's paper as the printer gives them."""
    path = f"/matters/{matter}/steps/{code}/"
    answer = client.post(path, {**hidden_fields(text_of(client.get(path))), **values, "print": "1"})
    assert answer["Content-Type"] == "application/pdf"
    return list(pictures(answer.content))


def sent(client, *sheets, field: str = "files", path: str = "/scans/"):
    files = [SimpleUploadedFile(f"{n}.jpg", jpeg_of(sheet), "image/jpeg") for n, sheet in enumerate(sheets)]
    return text_of(client.post(path, {field: files}))


def test_any_step_prints_a_sheet_that_comes_back_to_it(town, matter, client):
    (sheet,) = printed_step(client, matter, "grade")  # makes no paper of its own
    row = PrintedPaper.objects.get()
    assert (row.step, row.pages, row.matter_id) == ("grade", 1, matter)
    assert "打印评估纠纷风险办理表送签" in Entry.objects.order_by("-index")[0].body
    text = text_of(client.get("/scans/"))
    assert "没有等着核对的纸件" in text and row.title in text, "what was printed is told to be out"
    text = sent(client, sheet.rotate(90, expand=True), field="photos", path=f"/scans/?matter={matter}")
    assert "收到 1 页" in text and "页齐" in text and row.matter.number in text
    (page,) = ReturnedPage.objects.all()
    for size in ("", "?small"):
        picture = client.get(f"/scans/{page.pk}/{size}")
        assert picture["Content-Type"] == "image/jpeg" and picture["Cache-Control"] == "no-store"
    assert signed_in(LEADER).get(f"/scans/{page.pk}/").status_code == 404, "only its bringer sees it"
    assert "已归卷 1 份" in text_of(client.post("/scans/store/", {"paper": row.pk}, follow=True))
    evidence = Evidence.objects.get(matter_id=matter)
    assert (evidence.step, evidence.kind, evidence.pages) == ("grade", "signed_paper", 1)
    assert "还没有登记，去补记" in text_of(client.get("/scans/")), "the step itself is not on record yet"
    assert f"{row.title}（签字件）" in text_of(client.get(f"/matters/{matter}/"))
    assert "已经在" in sent(client, sheet)
    assert Evidence.objects.count() == 1
    assert verify_town(town.id).whole


def test_gap_is_stored_only_where_a_person_says_so(matter, client):
    one, other = printed_step(client, matter, "accept") + printed_step(client, matter, "accept")
    first, second = PrintedPaper.objects.order_by("pk")
    PrintedPaper.objects.filter(pk=first.pk).update(pages=2)
    blank = one.copy()
    blank.paste("white", (0, 0, blank.width, blank.height // 4))
    blank.paste("white", (0, blank.height * 3 // 4, blank.width, blank.height))
    text = sent(client, one, other, blank)
    assert "还缺第2页" in text and "未认出" in text
    assert "还缺第2页" in text_of(client.post("/scans/store/", {"paper": first.pk}, follow=True))
    assert "还没有勾选" in text_of(client.post("/scans/store/", follow=True))
    unknown = ReturnedPage.objects.get(paper=None)
    assert f'value="{first.pk}:2"' in text
    wrong = client.post("/scans/settle/", {"page": unknown.pk, "as": f"{second.pk}:1"}, follow=True)
    assert "第1页已经有了" in text_of(wrong)
    assert "请先选" in text_of(client.post("/scans/settle/", {"page": unknown.pk, "as": ""}, follow=True))
    assert "放好了" in text_of(client.post("/scans/settle/", {"page": unknown.pk, "as": f"{first.pk}:2"}, follow=True))
    dropped = ReturnedPage.objects.get(paper=second)
    assert "不要了" in text_of(client.post("/scans/settle/", {"drop": dropped.pk}, follow=True))
    client.post("/scans/store/", {"paper": [first.pk, second.pk]})
    assert Evidence.objects.get().pages == 2


def test_issued_document_keeps_its_code_until_it_is_back(matter, client):
    today = timezone.localdate().isoformat()
    assert send(client, f"/matters/{matter}/steps/accept/", accepted_on=today).status_code == 302
    document = Document.objects.get(matter_id=matter)
    page = text_of(client.get(f"/matters/{matter}/documents/{document.pk}/html/"))
    (link,) = re.findall(r'href="([^"]+/signing/)"', page)
    again = [client.get(link).content for _ in range(2)]
    assert again[0] == again[1], "the same paper with the same code"
    row = PrintedPaper.objects.get()
    assert row.document_id == document.pk and row.title == document.title
    sent(client, *pictures(again[0]))
    client.post("/scans/store/", {"paper": row.pk})
    client.get(link)
    assert PrintedPaper.objects.count() == 2, "a copy printed after that is another paper"


def test_nothing_chosen_is_said(client):
    assert "还没有选照片或者文件" in text_of(client.post("/scans/"))
