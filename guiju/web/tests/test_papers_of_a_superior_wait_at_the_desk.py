"""The page of a superior system's papers: brought, looked at, given to a case; nobody else's are shown."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from guiju.exchange.models import IncomingPaper
from guiju.kernel.evidence.api import Evidence
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.mechanisms.penalty.tests.test_list_before_a_signature_says_what_lacks import listed
from guiju.web.tests.penalty_clients import client_of

BROKEN = b"%PDF-1.4 scanned"


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def brought(client, data: bytes = BROKEN):
    return client.post("/papers/", {"file": SimpleUploadedFile("示例.pdf", data)}, follow=True).content.decode()


def test_doubtful_paper_waits_until_a_person_says_whose_it_is(desk):
    matter, client = listed(desk), client_of(desk, "o2")
    text = brought(client)
    assert "还不知道是哪一件的" in text and "待确认" in text and "示例.pdf" not in text
    paper = IncomingPaper.objects.get()
    assert client.get(f"/papers/{paper.pk}/file/").content == BROKEN
    wrong = client.post(f"/papers/{paper.pk}/", {"number": "ZF2026-9999"}, follow=True).content.decode()
    assert "没有编号为“ZF2026-9999”的案件" in wrong and not Evidence.objects.exists()
    client.post(f"/papers/{paper.pk}/", {"number": "ZF2026-0001"})
    assert Evidence.objects.get().matter_id == matter
    assert "没有待核对的文书" in client.get("/papers/").content.decode()
    assert "以前收过了" in brought(client)


def test_paper_that_is_none_of_a_case_is_put_aside(desk):
    client = client_of(desk, "o2")
    brought(client)
    paper = IncomingPaper.objects.get()
    client.post(f"/papers/{paper.pk}/", {"none": "1"})
    assert IncomingPaper.objects.get().state == "dismissed"
    assert client.get(f"/papers/{paper.pk}/file/").status_code == 404


def test_who_does_not_import_is_told_whom_to_ask(desk):
    assert client_of(desk, "o1").get("/papers/").status_code == 403


def test_other_files_are_answered(desk):
    assert "不是 PDF" in brought(client_of(desk, "o2"), b"PK\x03\x04")
