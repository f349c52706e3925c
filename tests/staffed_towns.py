"""The two sample towns with their people's accounts (示例, all invented), and what somebody sends from a page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.test import Client

import samples
from guiju.commands.town import found_town
from guiju.kernel.organisation.api import Town, Unit

CLERK, LEADER, VILLAGE_CLERK, MEDIATOR = "zhou.sfs", "lu.zf", "wu.song", "chen.song"
ADVISER, SYSTEM_ADMIN = "luo.ls", "sysadmin"
COMMITTEE = "松溪村人民调解委员会"


@cache
def described(name: str) -> Any:
    """A town's description file."""
    text = Path(samples.__file__).with_name(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CSafeLoader)


def found_staffed_town(name: str = "town.yaml") -> Town:
    """Found a sample town with one account for each listed person; nobody has a password."""
    return found_town(described(name), None)


def user_of(login: str) -> Any:
    """The user behind an account's name."""
    return get_user_model().objects.get(username=login)


def signed_in(login: str) -> Client:
    """A client on which this person is signed in."""
    client = Client()
    client.force_login(user_of(login))
    return client


def hidden_fields(page: str) -> dict[str, str]:
    """The row version and the one-time key of the form on a page."""
    found = re.findall(r'<input type="hidden" name="(row_version|request_key)"(?: value="([^"]*)")?', page)
    return dict(found)


def send(client: Client, path: str, **values: Any) -> Any:
    """Open a form and send it filled in, as a browser does."""
    opened = client.get(path)
    assert opened.status_code == 200, (path, opened.status_code)
    return client.post(path, {**hidden_fields(opened.content.decode()), **values})


def matter_of(response: Any) -> int:
    """The matter to which an accepted form leads."""
    assert response.status_code == 302, re.findall(r'class="g-err[^>]*>(.*?)</', response.content.decode())
    found = re.fullmatch(r"/matters/(\d+)/\?done=\d+", response.url)
    assert found is not None, response.url
    return int(found[1])


def unit_id(town: Town, name: str = COMMITTEE) -> int:
    """The key of a unit of a town."""
    return Unit.objects.get(town=town, name=name).id
