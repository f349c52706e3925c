"""The handbook names pictures that the walk takes, pages that exist and addresses that are routes; nothing lies unused."""

from __future__ import annotations

import re
import struct

import pytest
from django.urls import resolve

from tests.meta.tracked_files import ROOT

FOLDER = ROOT / "docs" / "handbook"
PAGES = sorted(FOLDER.glob("*.md"))
TEXTS = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
PICTURE = re.compile(r"!\[[^\]]+\]\(pictures/([a-z-]+)\.png\)")
LARGEST, LARGEST_TOGETHER = 120_000, 2_500_000
WIDTHS = {1280, 360}


def files():
    return sorted((FOLDER / "pictures").glob("*.png"))


def test_every_picture_named_is_there_and_none_is_left_over():
    named = [name for text in TEXTS.values() for name in PICTURE.findall(text)]
    assert sorted(set(named)) == [file.stem for file in files()]


def test_every_picture_is_taken_by_the_walk():
    walk = (ROOT / "tools" / "pictures" / "handbook.py").read_text(encoding="utf-8")
    assert [file.stem for file in files() if f'"{file.stem}"' not in walk] == []


def test_pictures_are_small():
    sizes = {file.stem: file.stat().st_size for file in files()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
    assert sum(sizes.values()) <= LARGEST_TOGETHER
    assert {struct.unpack(">I", file.read_bytes()[16:20])[0] for file in files()} <= WIDTHS


@pytest.mark.parametrize("name", TEXTS)
def test_every_address_named_is_a_page(name):
    for address in re.findall(r"`(/[a-z0-9_/-]*)`", TEXTS[name]):
        if not address.startswith(("/srv/", "/etc/", "/media/")):
            assert resolve(address)


@pytest.mark.parametrize("name", TEXTS)
def test_every_link_leads_to_a_file(name):
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)", TEXTS[name])
    assert [link for link in links if not (FOLDER / link).is_file()] == []


def test_index_leads_to_every_page():
    assert [page.name for page in PAGES if page.name != "index.md" and f"({page.name})" not in TEXTS["index.md"]] == []
