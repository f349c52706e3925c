"""国办发〔2018〕118号 二(六): the text of a decision that may be public names a person by surname and tells nothing else of them."""

from __future__ import annotations

import pytest

from guiju.kernel.matters.api import Matter
from guiju.mechanisms.penalty.tests.made_cases import TODAY, Desk, found_town
from guiju.web.tests.penalty_clients import client_of

NAME, ADDRESS, PHONE = "欧阳示例", "示例镇示例村8号（虚构）", "13800000000"
ADULT_ID, MINOR_ID = "310114199001010010", "310114201001010018"


@pytest.fixture
def desk(db, settings):
    settings.GUIJU_TODAY = TODAY.isoformat()
    return Desk(found_town())


def decided(desk: Desk, number: str = ADULT_ID) -> int:
    """A person fined for a small thing."""
    told = {"party_kind": "person", "party": NAME, "party_id": number, "party_phone": PHONE, "party_address": ADDRESS}
    matter = desk.clue(**told)
    for step in ("file_case", "inspect", "conclude", "notify", "check_file", "waive", "decide"):
        desk.take(matter, step)
    return matter


def page(desk: Desk, matter: int) -> str:
    return client_of(desk, "o1").get(f"/matters/{matter}/public-text/").content.decode()


def test_person_stands_there_by_surname_only(desk):
    matter = decided(desk)
    text = page(desk, matter)
    assert "欧某某" in text and "罚款3,000元" in text and "远综执罚决〔2026〕1号" in text
    for private in (NAME, ADULT_ID, ADDRESS, PHONE, "示例路1号", "事实和理由"):
        assert private not in text, private


def test_firm_stands_there_by_its_name(desk):
    text = page(desk, desk.decided())
    assert "示例食品有限公司" in text and "示例市示例路1号" not in text


def test_minor_is_not_public(desk):
    text = page(desk, decided(desk, MINOR_ID))
    assert "未成年人，不公开" in text and "欧某某" not in text


def test_secret_and_revoked_are_not_public(desk):
    matter = desk.decided()
    desk.take(matter, "revoke")
    assert "不再公开" in page(desk, matter)


def test_text_that_would_name_the_person_is_withheld(desk):
    matter = decided(desk)
    snapshot = desk.snapshot(matter)
    snapshot.detail["cause"] = f"{NAME}违建"
    found = snapshot.procedure.public_text(snapshot, desk.moment)
    assert found.lines == () and "姓名" in found.withheld


def test_work_secret_is_not_public(desk):
    snapshot = desk.snapshot(desk.decided())
    snapshot.matter["label"] = Matter._meta.get_field("label").choices[2][0]
    assert "工作秘密" in snapshot.procedure.public_text(snapshot, desk.moment).withheld
