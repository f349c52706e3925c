"""The key that seals an unsent form on a device: the person's own, of that device, forgotten at log-out."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from guiju.kernel.organisation.api import plan_setting
from guiju.kernel.procedure.api import apply, forget_directory
from tests.staffed_towns import CLERK, MEDIATOR, found_staffed_town, signed_in

SINCE = dt.date(2020, 1, 1)
FORM = "/register/mediation/file/"
pytestmark = pytest.mark.django_db


def form_of(client) -> tuple[str, str]:
    page = client.get(FORM).content.decode()
    key, hours = re.search(r'data-device="([^"]+)" data-hours="(\d+)"', page).groups()
    return key, hours


def test_key_is_of_one_person_and_one_device():
    found_staffed_town()
    client = signed_in(CLERK)
    first, hours = form_of(client)
    assert hours == "72"
    assert client.cookies["device"]["httponly"]
    assert form_of(client)[0] == first
    other = signed_in(MEDIATOR)
    other.cookies["device"] = client.cookies["device"].value
    assert form_of(other)[0] != first
    assert form_of(signed_in(CLERK))[0] != first


def test_log_out_forgets_the_key_and_empties_the_store():
    found_staffed_town()
    client = signed_in(CLERK)
    form_of(client)
    answer = client.post("/logout/")
    assert answer["Clear-Site-Data"] == '"storage"'
    assert answer.cookies["device"].value == ""


def test_town_sets_how_long_a_form_may_lie_on_a_device():
    town = found_staffed_town()
    client = signed_in(CLERK)
    apply([plan_setting(town.id, "system:test", "device.kept_hours", "24", SINCE)], timezone.now())
    forget_directory(town.id)
    assert form_of(client)[1] == "24"
