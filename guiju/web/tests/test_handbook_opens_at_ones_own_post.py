"""The handbook at the desk opens at the reader's own page; every page shows its pictures, its links and nothing inline."""

from __future__ import annotations

import re

import pytest

from guiju.kernel.organisation.api import ROLES
from guiju.web.handbook import PAGES, POSTS, handbook_page, page_for
from tests.staffed_towns import CLERK, SYSTEM_ADMIN, found_staffed_town, signed_in

FIRST = {CLERK: "司法所内勤", SYSTEM_ADMIN: "运维", "audadmin": "审计和监督", "chen.song": "调解员和村居干部"}


def test_every_post_has_a_page():
    assert {role for posts in POSTS.values() for role in posts} == set(ROLES)
    assert page_for(["leader", "justice_clerk"]) == "clerk"
    assert page_for([]) == "index"


@pytest.mark.parametrize("name", ["index", *PAGES])
def test_page_is_plain_and_its_tables_and_links_are_whole(name):
    page = handbook_page(name)
    assert page.title
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|<h1|\.md|href=\"\.\.", page.html)
    assert page.html.count("<img") == page.html.count('loading="lazy"')
    assert not re.search(r"<img[^>]*alt=\"\"", page.html)


@pytest.mark.django_db
def test_reader_finds_the_own_post_first_and_the_pictures():
    found_staffed_town("town.yaml")
    for login, title in FIRST.items():
        answer = signed_in(login).get("/handbook/")
        assert f'<h1 class="g-h1">{title}</h1>' in answer.text
    client = signed_in(CLERK)
    text = client.get("/handbook/clerk/").text
    assert '<a href="/import/"><code>/import/</code></a>' in text
    for picture in re.findall(r'<img src="([^"]+)"', text):
        assert client.get(picture)["Content-Type"] == "image/png"
    assert client.get("/handbook/nothing/").status_code == 404
    assert client.get("/handbook/pictures/nothing.png").status_code == 404
