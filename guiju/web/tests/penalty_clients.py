"""Browsers of people of the invented enforcement team, without the log-in form."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from guiju.kernel.organisation.api import Account, Person
from guiju.mechanisms.penalty.tests.made_cases import Desk


def client_of(desk: Desk, code: str) -> Client:
    """A client on which the person with this code is signed in."""
    user = get_user_model().objects.create(username=code)
    Account.objects.create(user=user, person=Person.objects.get(town=desk.town, code=code))
    client = Client()
    client.force_login(user)
    return client


def text_of(response: HttpResponse) -> str:
    """What a page says."""
    return response.content.decode()
