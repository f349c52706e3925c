"""交接: the list is what the records say that day, kept as it was, signed on paper; others' lists stay closed."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfReader

from guiju.exchange.handovers.api import Handover
from guiju.kernel.ledger.api import verify_town
from guiju.kernel.organisation.api import Account, Person, Town
from tests.staffed_towns import (
    ADVISER,
    CLERK,
    MEDIATOR,
    SYSTEM_ADMIN,
    VILLAGE_CLERK,
    found_staffed_town,
    matter_of,
    send,
    signed_in,
    unit_id,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    """The sample town with one accepted mediation of 松溪村."""
    found = found_staffed_town()
    values = {"unit": unit_id(found), "applicant": "示例甲", "respondent": "示例乙"}
    matter = matter_of(send(signed_in(CLERK), "/register/mediation/file/", **values))
    on = timezone.localdate().isoformat()
    matter_of(send(signed_in(CLERK), f"/matters/{matter}/steps/accept/", accepted_on=on))
    return found


def person(login: str) -> Person:
    return Account.objects.select_related("person").get(user__username=login).person


def hand_over(giver: str, receiver: str, path: str = "/handover/"):
    return signed_in(giver).post(path, {"receiver": person(receiver).id, "witness": person(CLERK).id})


def text_of(response) -> str:
    return response.content.decode()


def test_list_names_open_matters_with_stage_and_date(town):
    page = text_of(signed_in(MEDIATOR).get("/handover/"))
    assert "人民调解员" in page
    (row,) = [line for line in page.split("<tr>") if "人民调解</td>" in line]
    assert "调解" in row and timezone.localdate().isoformat()[:4] in row
    assert "示例甲" not in page and "示例乙" not in page
    assert "人民调解</td>" in text_of(signed_in(CLERK).get("/handover/"))
    assert "人民调解</td>" not in text_of(signed_in("lu.zf").get("/handover/"))


def test_handover_is_kept_as_it_was_printed_and_signed_once(town):
    answer = hand_over(MEDIATOR, VILLAGE_CLERK)
    kept = Handover.objects.get()
    assert answer.status_code == 302 and answer.url == f"/handover/{kept.id}/"
    successor = signed_in(VILLAGE_CLERK)
    pdf = PdfReader(io.BytesIO(successor.get(f"/handover/{kept.id}/list.pdf").content))
    printed = "".join(page.extract_text() for page in pdf.pages)
    assert all(word in printed for word in ("交接清单", "移交人", "接收人", "监交人", kept.giver.name))
    photo = SimpleUploadedFile("signed.jpg", b"\xff\xd8\xff\xe0 signed", "image/jpeg")
    assert successor.post(f"/handover/{kept.id}/", {"file": photo}).status_code == 302
    assert successor.get(f"/handover/{kept.id}/signed/").content == b"\xff\xd8\xff\xe0 signed"
    other = SimpleUploadedFile("b.jpg", b"other", "image/jpeg")
    again = successor.post(f"/handover/{kept.id}/", {"file": other}, follow=True)
    assert "已经交回" in text_of(again)
    assert verify_town(town.id).whole


def test_nobody_hands_over_to_themselves(town):
    assert "请选接收人" in text_of(signed_in(MEDIATOR).post("/handover/", {"receiver": ""}))
    page = text_of(signed_in(MEDIATOR).post("/handover/", {"receiver": person(MEDIATOR).id}))
    assert "g-err" in page
    assert not Handover.objects.exists()


def test_others_lists_are_closed_but_a_head_hands_over_for_the_absent(town):
    asked = f"/handover/?person={person(MEDIATOR).id}"
    assert signed_in(ADVISER).get(asked).status_code == 403
    assert signed_in(SYSTEM_ADMIN).get("/handover/").status_code == 403
    head = "lu.zf"
    assert person(MEDIATOR).name in text_of(signed_in(head).get(asked))
    assert hand_over(head, VILLAGE_CLERK, asked).status_code == 302
    kept = Handover.objects.get()
    assert (kept.giver, kept.recorded_by) == (person(MEDIATOR), person(head))
    assert signed_in(ADVISER).get(f"/handover/{kept.id}/").status_code == 404
