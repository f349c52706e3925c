"""签批 on paper: an officer prints what the head has to sign, and the signed paper comes back with the record."""

from __future__ import annotations

import io

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence, read
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.penalty.tests.made_cases import PEOPLE, TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of, text_of
from tests.staffed_towns import hidden_fields

DECISION = {
    "decided_on": TODAY.isoformat(),
    "decider": PEOPLE["mayor"],
    "fine": "3000",
    "decision_text": "事实和理由（示例）",
    "bank": "示例银行",
}
OUTSIDE = {"claimed_on": TODAY.isoformat(), "claimed_medium": "paper", "claimed_by": PEOPLE["mayor"]}
SCAN = SimpleUploadedFile("签字件.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png")


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


@pytest.fixture
def matter(desk):
    found = desk.noticed()
    desk.take(found, "waive")
    return found


@pytest.fixture
def officer(desk, matter) -> Client:
    return client_of(desk, "o1")


@pytest.fixture
def head(desk, matter) -> Client:
    return client_of(desk, "o2")


def form_at(client: Client, path: str, **values: str) -> dict[str, object]:
    return {**hidden_fields(text_of(client.get(path))), **values}


def scanned() -> SimpleUploadedFile:
    SCAN.seek(0)
    return SCAN


def test_paper_for_the_head_is_printed_by_who_may_not_decide(desk, matter, officer):
    path = f"/matters/{matter}/steps/decide/"
    page = text_of(officer.get(path))
    assert "您的岗位不能办" in page
    assert "打印行政处罚决定书送签" in page
    before = Entry.objects.count()
    printed = officer.post(path, {**form_at(officer, path, **DECISION), "print": "1"})
    assert printed["Content-Type"] == "application/pdf"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(printed.content)).pages)
    assert "示例食品有限公司" in text.replace("\n", "")
    assert Matter.objects.get(id=matter).stage == "noticed", "printing decides nothing"
    assert not Document.objects.filter(kind="decision").exists()
    (entry,) = Entry.objects.order_by("-index")[: Entry.objects.count() - before]
    assert entry.kind == "reveal"
    assert "打印行政处罚决定书送签" in entry.body


def test_what_the_law_refuses_is_not_printed(desk, officer):
    noticed = desk.noticed()
    path = f"/matters/{noticed}/steps/decide/"
    answer = officer.post(path, {**form_at(officer, path, **DECISION), "print": "1"})
    assert answer["Content-Type"].startswith("text/html")
    assert "陈述" in text_of(answer)


def test_signed_paper_comes_back_with_the_record_of_the_step(desk, matter, head):
    path = f"/matters/{matter}/steps/decide/?mode=claimed"
    told = form_at(head, path, **DECISION, **OUTSIDE)
    wrong = head.post(path, {**told, "signed_paper": SimpleUploadedFile("签字件.txt", b"text", "text/plain")})
    assert "请交照片（JPG、PNG）或者 PDF 扫描件。" in text_of(wrong)
    assert head.post(path, {**told, "signed_paper": scanned()}).status_code == 302
    evidence = Evidence.objects.get(matter=matter)
    assert (evidence.step, evidence.kind, evidence.pages) == ("decide", "signed_paper", 1)
    assert read(evidence.sha256).startswith(b"\x89PNG")
    assert Entry.objects.filter(matter_id=matter, actor=PEOPLE["mayor"]).exists()
    assert "行政处罚决定书（签字件）" in text_of(head.get(f"/matters/{matter}/"))
    assert verify_town(desk.town.id).whole


def test_signed_paper_is_brought_later_to_its_step(desk, matter, head):
    desk.take(matter, "decide")
    path = f"/matters/{matter}/evidence/"
    told = form_at(head, path, kind="signed_paper", title="签字的决定书（示例）", step="decide")
    assert head.post(path, {**told, "file": scanned()}).status_code == 302
    assert Evidence.objects.get(matter=matter).step == "decide"
