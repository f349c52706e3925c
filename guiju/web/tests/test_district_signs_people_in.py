"""统一身份认证: real tokens of a service on this machine; only whom the administrator named comes in, and no answer twice."""

import http.client
import re
import time
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from guiju.kernel.ledger.api import Entry
from guiju.settings.environment import SignInService
from guiju.web.entrance.models import DistrictIdentity
from guiju.web.tests.sign_in_provider import CLIENT_ID, CLIENT_SECRET, Provider
from tests.staffed_towns import CLERK, LEADER, SYSTEM_ADMIN, found_staffed_town, signed_in, user_of

pytestmark = pytest.mark.django_db
BEGIN, BACK, BINDING = "/login/district/", "/login/district/back/", "/accounts/district/"


@pytest.fixture(scope="module")
def running():
    with Provider() as provider:
        yield provider


@pytest.fixture
def provider(running, settings):
    running.subject, running.claims, running.forged = "subject-1", {}, False
    settings.GUIJU_OIDC = SignInService(running.issuer, CLIENT_ID, CLIENT_SECRET)
    settings.AXES_ENABLED = True
    found_staffed_town()
    return running


def sent_back(client: Client, address: str = BEGIN) -> str:
    """Go to the service as a browser does; returns the address to which it sends the browser back."""
    away = urlsplit(client.get(address).url)
    line = http.client.HTTPConnection(away.netloc, timeout=5)
    line.request("GET", f"{away.path}?{away.query}")
    back = urlsplit(line.getresponse().headers["Location"])
    line.close()
    return f"{back.path}?{back.query}"


def came_back(client: Client, address: str = BEGIN):
    return client.get(sent_back(client, address))


def code_on(answer) -> str:
    return re.search(r'data-copy="([A-Z2-9]{4}-[A-Z2-9]{4})"', answer.content.decode())[1]


def person_of(login: str) -> int:
    return user_of(login).account.person_id


def bound(login: str = CLERK, by: str = SYSTEM_ADMIN):
    code = code_on(came_back(Client()))
    return signed_in(by).post(BINDING, {"code": code.lower(), "person": person_of(login)})


def told() -> list[tuple[str, str]]:
    return [(entry.actor, entry.body) for entry in Entry.objects.filter(kind="sign_in_identity").order_by("index")]


def test_whom_the_administrator_named_comes_in(provider):
    assert bound().status_code == 302
    client = Client()
    login_page = client.get("/login/?next=/me/").content.decode()
    begin = re.search(r'href="(/login/district/[^"]*)"', login_page)[1]
    assert came_back(client, begin).url == "/me/"
    page = client.get("/me/")
    assert page.wsgi_request.user == user_of(CLERK)
    assert "起对到这个账号" in page.content.decode()
    ((actor, body),) = told()
    assert actor == f"person:{person_of(SYSTEM_ADMIN)}" and "subject-1" not in body
    assert came_back(Client(), f"{BEGIN}?next=https://elsewhere.example/").url == "/"


def test_somebody_unknown_is_told_what_to_do_and_gets_no_account(provider):
    client = Client()
    answer = came_back(client)
    assert answer.status_code == 403
    assert "告诉本镇系统管理员" in answer.content.decode()
    assert code_on(came_back(client)) == code_on(answer)
    assert client.get("/").status_code == 302
    assert DistrictIdentity.objects.get().person is None


def test_administrator_takes_back_and_nobody_else_names(provider):
    bound()
    person = person_of(CLERK)
    assert signed_in(SYSTEM_ADMIN).post(BINDING, {"person": person, "do": "unbind"}).status_code == 302
    assert came_back(Client()).status_code == 403
    assert len(told()) == 2
    assert bound(by=CLERK).status_code == 403
    found_staffed_town("second_town.yaml")
    code = code_on(came_back(Client()))
    foreign = signed_in("ni.linxi")
    assert foreign.post(BINDING, {"code": code, "person": person}).status_code == 403
    assert DistrictIdentity.objects.get().person is None


def test_code_is_good_once_and_each_person_has_one_account_there(provider):
    code = code_on(came_back(Client()))
    administrator = signed_in(SYSTEM_ADMIN)
    administrator.post(BINDING, {"code": code, "person": person_of(CLERK)})
    again = administrator.post(BINDING, {"code": code, "person": person_of(LEADER)}).content.decode()
    assert "已经用过" in again and f'value="{code}"' in again
    provider.subject = "subject-2"
    second = code_on(came_back(Client()))
    assert "先解除原来的" in administrator.post(BINDING, {"code": second, "person": person_of(CLERK)}).content.decode()


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "http://127.0.0.1:1"},
        {"exp": int(time.time()) - 3600},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
    ],
    ids=["nonce", "audience", "issuer", "expired", "party"],
)
def test_token_that_does_not_hold_lets_nobody_in(provider, claims):
    bound()
    provider.claims = claims
    client = Client()
    answer = came_back(client)
    assert answer.status_code == 400
    assert "没有接受" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_token_signed_by_somebody_else_lets_nobody_in_and_locks_the_door(provider):
    bound()
    provider.forged = True
    client = Client()
    assert [came_back(client).status_code for _ in range(6)] == [400] * 4 + [429] * 2
    assert client.get("/").status_code == 302


def test_answer_is_good_once_and_only_in_the_browser_that_asked(provider):
    bound()
    client, other = Client(), Client()
    address = sent_back(client)
    assert "已经用过" in other.get(address).content.decode()
    assert client.get(address).status_code == 302
    assert client.get(address).status_code == 400
    assert client.get(f"{BACK}?error=access_denied").status_code == 400
    assert other.get("/").status_code == 302


def test_claim_names_the_account_once_and_for_all(provider, settings):
    settings.GUIJU_OIDC = SignInService(provider.issuer, CLIENT_ID, CLIENT_SECRET, login_claim="employee")
    provider.claims = {"employee": CLERK}
    assert came_back(Client()).url == "/"
    provider.subject = "subject-2"  # the name was given to somebody else
    assert came_back(Client()).status_code == 403
    provider.subject, provider.claims = "subject-1", {"employee": LEADER}
    client = Client()
    came_back(client)
    assert client.get("/me/").wsgi_request.user == user_of(CLERK)
    assert len(told()) == 1


def test_closed_or_locked_account_does_not_open(provider):
    bound()
    for _ in range(5):
        Client().post("/login/", {"username": CLERK, "password": "wrong"})
    assert came_back(Client()).status_code == 429
    user = user_of(CLERK)
    user.is_active = False
    user.save()
    assert "已经停用" in came_back(Client()).content.decode()


def test_service_out_of_reach_leaves_the_password(provider, settings):
    settings.GUIJU_OIDC = SignInService("http://127.0.0.1:1", CLIENT_ID, CLIENT_SECRET)
    answer = Client().get(BEGIN)
    assert answer.status_code == 503
    assert 'href="/login/"' in answer.content.decode()


def test_without_a_service_nothing_of_it_is_shown(settings):
    found_staffed_town()
    settings.GUIJU_OIDC = None
    assert reverse("district-login") not in Client().get("/login/").content.decode()
    assert Client().get(BEGIN).status_code == Client().get(BACK).status_code == 404
    administrator = signed_in(SYSTEM_ADMIN)
    assert "没有接统一身份认证" in administrator.get(BINDING).content.decode()
    assert BINDING not in administrator.get("/me/").content.decode()
