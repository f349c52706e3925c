"""What a phone loads, packed: 250 kB on the first visit and 30 kB for each page after it."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.staffed_towns import VILLAGE_CLERK, found_staffed_town, signed_in

FIRST, AFTER = 250_000, 30_000
PAGES = ("/", "/matters/", "/register/", "/register/mediation/file/", "/me/")
pytestmark = pytest.mark.django_db


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


@cache
def weight_of(name: str) -> int:
    found = finders.find(name)
    assert found, f"no file {name}"
    return packed(Path(str(found)).read_bytes())


def files_of(page: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))


def test_first_visit_and_those_after_it():
    found_staffed_town()
    client = signed_in(VILLAGE_CLERK)
    pages = {"/login/": Client().get("/login/"), **{path: client.get(path) for path in PAGES}}
    loaded: set[str] = set()
    for answer in pages.values():
        loaded |= files_of(answer.content.decode())
    first = sum(map(weight_of, loaded)) + max(packed(answer.content) for answer in pages.values())
    assert first <= FIRST, f"{first} bytes: {sorted(loaded)}"
    heavy = {path: packed(answer.content) for path, answer in pages.items() if packed(answer.content) > AFTER}
    assert not heavy
