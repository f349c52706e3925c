"""Private texts of a matter are shown to who may open it: with a reason, the chosen ones only, and one entry."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    SECOND,
    book,
    consultation,
    found_town,
    imported,
)
from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town
from guiju.mechanisms.registers.tests.made_sheets import defined, row, sheet


@pytest.fixture
def town(db: None) -> Town:
    """An invented town with one row in a register of its own, 领取人 and 备注 sealed."""
    found = found_town()
    defined()
    imported(sheet(row()))
    return found


def desk(who="clerk"):
    """The browser of somebody of the town."""
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"yuanxi.{who}"))
    return client


def address():
    """Where the private texts of the newest matter are asked for."""
    return reverse("private-texts", args=[Matter.objects.latest("id").id])


@pytest.mark.usefixtures("town")
def test_form_names_each_text_and_shows_none():
    response = desk().get(address())
    assert [field["label"] for field in response.context["reveal"]["fields"]] == ["备注", "领取人"]
    assert not any(reason["checked"] for reason in response.context["reveal"]["reasons"]), "the reader chooses why"
    assert "安有容" not in response.content.decode()


@pytest.mark.usefixtures("town")
def test_chosen_text_is_shown_and_the_entry_says_which_and_why():
    client, before = desk(), Entry.objects.count()
    (_, asked) = client.get(address()).context["reveal"]["fields"]
    shown = client.post(address(), {"reason": "document", "field": asked["value"]})
    assert [told["value"] for told in shown.context["values"]] == ["安有容"]
    assert shown["Cache-Control"] == "no-store"
    entry = Entry.objects.latest("index")
    assert (Entry.objects.count(), entry.kind) == (before + 1, "reveal")
    told = json.loads(entry.body)
    assert (told["reason"], told["note"]["fields"]) == ("制作文书", [asked["value"]])
    assert "安有容" not in entry.body


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("sent", [{}, {"reason": "other", "field": "detail.note"}, {"reason": "contact"}])
def test_without_reason_or_choice_nothing_is_shown(sent):
    client, before = desk(), Entry.objects.count()
    response = client.post(address(), sent)
    assert response.status_code == 400
    assert "安有容代领" not in response.content.decode()
    assert Entry.objects.count() == before


@pytest.mark.usefixtures("town")
def test_matter_of_another_unit_is_not_there():
    imported(sheet(row(村居=SECOND)))
    assert desk("village").get(address()).status_code == 404


@pytest.mark.usefixtures("town")
def test_page_of_a_matter_offers_it_where_there_is_any():
    page = reverse("matter", args=[Matter.objects.latest("id").id])
    assert address() in desk().get(page).content.decode()
    imported(book(CONSULTATIONS, [consultation("远9", 咨询内容="", 咨询人="")]))
    page = reverse("matter", args=[Matter.objects.latest("id").id])
    assert address() not in desk().get(page).content.decode()
    assert desk().get(address()).status_code == 404


@pytest.mark.usefixtures("town")
def test_text_of_any_mechanism_stands_under_its_label():
    imported(book(CONSULTATIONS, [consultation("远9")]))
    fields = desk().get(address()).context["reveal"]["fields"]
    assert [field["label"] for field in fields] == ["内容"]
