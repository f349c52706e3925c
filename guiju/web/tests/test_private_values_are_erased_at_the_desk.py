"""删除个人信息 at the desk: chosen values go for good, what corrections replaced goes too, the record stays whole."""

from __future__ import annotations

import pytest

from guiju.kernel.ledger.api import Entry, open_values, told_commitments, verify_town
from guiju.kernel.matters.api import Party
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, hidden_fields, matter_of, send, signed_in, unit_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


@pytest.fixture
def matter(town):
    values = {"unit": unit_id(town), "applicant": "示例甲", "respondent": "示例乙"}
    return matter_of(send(signed_in(CLERK), "/register/mediation/file/", **values))


def erase(matter, **told):
    client, path = signed_in(CLERK), f"/matters/{matter}/erase/"
    form = hidden_fields(client.get(path).content.decode())
    return client.post(path, {**form, "earlier": "on", "reason": "本人要求删除（示例）", **told})


def test_chosen_value_is_gone_and_the_others_stay(town, matter):
    first, second = Party.objects.filter(matter=matter).order_by("id")
    page = signed_in(CLERK).get(f"/matters/{matter}/erase/").content.decode()
    assert "示例甲" not in page, "what is to be erased is named, not shown"
    assert erase(matter, field=f"party.{first.id}.name").status_code == 302
    assert set(open_values([first.name, second.name])) == {second.name}
    assert "本人要求删除（示例）" in Entry.objects.filter(matter_id=matter).latest("index").body
    page = signed_in(CLERK).get(f"/matters/{matter}/erase/").content.decode()
    assert f"party.{first.id}.name" not in page
    assert "删除个人信息" in signed_in(CLERK).get(f"/matters/{matter}/").content.decode()
    assert verify_town(town.id).whole


def test_nothing_goes_without_choice_and_reason(matter):
    party = Party.objects.filter(matter=matter).first()
    assert "请选要删除哪几项" in erase(matter).content.decode()
    assert "请写明为什么删除" in erase(matter, field=f"party.{party.id}.name", reason="").content.decode()
    assert set(open_values(told_commitments(matter))) == told_commitments(matter)


def test_only_who_corrects_may_erase(matter):
    assert signed_in(MEDIATOR).get(f"/matters/{matter}/erase/").status_code in (403, 404)
