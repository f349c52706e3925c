"""当场处罚 in the street: decided in one go with what was said on record, or refused and turned with all that was typed."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, open_values, verify_town
from guiju.kernel.matters.api import Matter, Origin, Party
from guiju.mechanisms.penalty.models import PenaltyDetail
from guiju.mechanisms.penalty.rows import ServedNotice, ServiceOfPaper
from guiju.mechanisms.penalty.tests.made_cases import CLUE, PEOPLE, TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of
from tests.staffed_towns import hidden_fields

SEEN = {
    "second": PEOPLE["o2"],
    "item": CLUE["item"],
    "party_kind": "person",
    "fine": "200",
    "place": "示例路1号",
    "facts": "混合投放（示例）",
    "party": "示例甲",
    "party_address": "示例路2号",
}
DONE = {
    "certificate_shown": "on",
    "told_rights": "on",
    "defence": "没有（示例）",
    "delivered": "on",
    "signed": "refused",
}


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


@pytest.fixture
def officer(desk):
    return client_of(desk, "o1")


def sent(client: Client, do: str, **values):
    page = client.get("/onspot/").content.decode()
    return client.post("/onspot/", {**hidden_fields(page), **SEEN, **DONE, **values, "do": do})


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("示例.jpg", b"\xff\xd8\xff\xe0 photo", "image/jpeg")


def test_decision_is_written_at_once_with_what_was_said(desk, officer):
    answer = sent(officer, "decide", photos=photo())
    matter = Matter.objects.get()
    assert answer.url.startswith(f"/onspot/{matter.id}/?done=")
    assert [entry.kind for entry in Entry.objects.filter(matter_id=matter.id).order_by("index")] == [
        "registration",
        "evidence",
    ]
    told, handed = ServedNotice.objects.get(), ServiceOfPaper.objects.get()
    assert (told.served_on, told.fine, told.kinds) == (TODAY, Decimal(200), "fine")
    assert (handed.served_on, handed.note) == (TODAY, "拒签，已注明")
    assert Evidence.objects.get().matter_id == matter.id
    assert verify_town(desk.town.id).whole
    page = officer.get(answer.url).content.decode()
    assert "打开决定书（PDF）" in page
    assert "当场处罚报机关备案" in page


def test_the_same_form_sent_twice_counts_once(officer):
    page = officer.get("/onspot/").content.decode()
    values = {**hidden_fields(page), **SEEN, **DONE, "do": "decide"}
    first, second = officer.post("/onspot/", values), officer.post("/onspot/", values)
    assert second.url == first.url
    assert Matter.objects.count() == 1


def test_too_much_is_refused_with_article_and_turned_with_everything(desk, officer):
    refused = sent(officer, "decide", fine="300", photos=photo()).content.decode()
    assert "为什么不能当场" in refused
    assert "当场处罚的罚款最多200元，300元超过了。" in refused
    assert "第51条" in refused
    assert "混合投放（示例）" in refused
    assert not Matter.objects.exists()
    kept = re.search(r'name="kept" value="([^"]+)"', refused)[1]  # the photo need not be chosen again
    answer = sent(officer, "turn", fine="300", kept=kept)
    page, case = Matter.objects.get(kind="simple"), Matter.objects.get(kind="ordinary")
    assert answer.url.startswith(f"/matters/{case.id}/?done=")
    assert (page.stage, case.stage) == ("turned", "clue")
    assert Origin.objects.get().source_id == page.id
    assert Evidence.objects.get().matter_id == case.id
    carried = PenaltyDetail.objects.get(matter=case)
    assert (carried.party_kind, carried.item, carried.proposed_fine) == ("person", CLUE["item"], Decimal(300))
    left = PenaltyDetail.objects.get(matter=page)
    party = Party.objects.get(matter_id=case.id)
    clear = open_values([carried.facts, carried.place, party.name, party.address, left.proposal, left.defence])
    assert clear[carried.facts] == "混合投放（示例）"
    assert clear[carried.place] == "示例路1号"
    assert (clear[party.name], clear[party.address]) == ("示例甲", "示例路2号")
    assert clear[left.proposal] == "当场处罚的罚款最多200元，300元超过了。"
    assert clear[left.defence] == "没有（示例）"
    assert verify_town(desk.town.id).whole


def test_photo_of_another_person_cannot_be_named(desk, officer):
    refused = sent(officer, "decide", fine="300", photos=photo()).content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', refused)[1]
    sent(client_of(desk, "o2"), "decide", second=PEOPLE["o1"], kept=kept)
    assert Matter.objects.exists()
    assert not Evidence.objects.exists()


def test_only_who_holds_a_certificate_today_goes_along(officer):
    page = officer.get("/onspot/").content.decode()
    assert f'value="{PEOPLE["o2"]}"' in page
    assert f'value="{PEOPLE["o3"]}"' not in page  # lapsed
    assert f'value="{PEOPLE["o1"]}"' not in page  # whoever fills it in
    assert sent(officer, "decide", second=PEOPLE["o3"]).status_code == 200
    assert not Matter.objects.exists()


def test_what_was_not_done_in_the_street_refuses(officer):
    answer = sent(officer, "decide", told_rights="", delivered="").content.decode()
    assert "决定前还没有告知内容、事实、理由、依据和权利。" in answer
    assert "当场处罚决定书要当场交付当事人。" in answer
    assert not Matter.objects.exists()


def test_amount_is_asked_about_while_it_is_typed(officer):
    too_much = officer.post("/onspot/check/", {"item": CLUE["item"], "party_kind": "person", "fine": "300"})
    assert "转普通程序立案" in too_much.content.decode()
    firm = officer.post("/onspot/check/", {"item": CLUE["item"], "party_kind": "organisation", "fine": "300"})
    assert "转普通程序立案" not in firm.content.decode()
    assert "作出决定" in firm.content.decode()


def test_posts_that_do_not_penalise_have_no_such_page(desk):
    assert client_of(desk, "mayor").get("/onspot/").status_code == 403
