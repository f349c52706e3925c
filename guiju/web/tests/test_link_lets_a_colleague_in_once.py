"""登录链接: made by the judicial office for posts that sign nothing, opened without being used up, good once and for minutes."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from guiju.kernel.ledger.api import Entry
from guiju.kernel.organisation.api import Person
from guiju.web.entrance.models import SignInLink
from tests.staffed_towns import CLERK, LEADER, MEDIATOR, VILLAGE_CLERK, found_staffed_town, signed_in, user_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return found_staffed_town()


def person(login: str) -> int:
    return user_of(login).account.person_id


def made_for(login: str) -> str:
    page = signed_in(CLERK).post("/accounts/", {"person": person(login)}).content.decode()
    assert "<svg" in page
    return re.search(r"http://testserver(/login/link/[\w-]+/)", page)[1]


def entries() -> list[tuple[str, str]]:
    found = Entry.objects.filter(kind="sign_in_link").order_by("index")
    return [(entry.actor, entry.body) for entry in found]


def test_link_is_used_by_the_button_and_only_once(town):
    path = made_for(VILLAGE_CLERK)
    preview = Client()
    for _ in range(3):  # whoever draws the preview of a message opens its links too
        assert Person.objects.get(pk=person(VILLAGE_CLERK)).name in preview.get(path).content.decode()
    client = Client()
    assert client.post(path).url == "/"
    assert client.get("/").wsgi_request.user == user_of(VILLAGE_CLERK)
    again = Client()
    assert "不能用了" in again.post(path).content.decode()
    assert again.get("/").status_code == 302
    actors = [actor for actor, text in entries() if path.split("/")[-2] not in text]
    assert actors == [f"person:{person(CLERK)}", f"person:{person(VILLAGE_CLERK)}"]
    assert path.split("/")[-2] not in SignInLink.objects.get().token_hash


def test_link_ends_after_a_quarter_of_an_hour_and_with_the_next_one(town):
    first = made_for(MEDIATOR)
    second = made_for(MEDIATOR)
    assert Client().get(first).status_code == 410
    assert Client().get(second).status_code == 200
    SignInLink.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert Client().post(second).status_code == 410


def test_who_signs_or_administers_gets_no_link_and_who_may_not_makes_none(town):
    clerk = signed_in(CLERK)
    assert clerk.post("/accounts/", {"person": person(LEADER)}).status_code == 404
    assert clerk.post("/accounts/", {"person": person("sysadmin")}).status_code == 404
    assert signed_in(MEDIATOR).post("/accounts/", {"person": person(VILLAGE_CLERK)}).status_code == 403
    assert not SignInLink.objects.exists()


def test_guessing_is_locked_as_wrong_passwords_are(town, settings):
    settings.AXES_ENABLED = True
    for _ in range(5):
        Client().post("/login/link/guess/")
    assert Client().get("/login/link/guess/").status_code == 429


def test_person_of_another_town_is_not_there(town):
    found_staffed_town("second_town.yaml")
    assert signed_in("ni.linxi").post("/accounts/", {"person": person(VILLAGE_CLERK)}).status_code in (403, 404)
    assert not SignInLink.objects.exists()
