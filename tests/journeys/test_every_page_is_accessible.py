"""Every page there is, opened once: axe finds nothing, nothing hangs over the edge, the console is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver
from playwright.sync_api import Page

from guiju.kernel.organisation.api import Town
from tests.journeys.accessibility import assert_accessible
from tests.journeys.every_page import ADDRESSES, NOT_OPENED, made_sample


def route_of(path: str) -> str:
    """The name of the route of an address; nothing where there is none."""
    bare = path.partition("?")[0].removeprefix("/")
    return next((str(each.name) for each in get_resolver().url_patterns if each.resolve(bare)), "")


def faults_of(page: Page) -> Iterator[str]:
    """What axe and the edge of the screen say about the page as it stands."""
    try:
        assert_accessible(page)
    except AssertionError as found:
        yield str(found)
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if wide > screen:
        yield f"{page.url} is {wide} px wide on a screen of {screen} px"


def walk(page: Page, paths: list[str]) -> tuple[set[str], list[str]]:
    """The routes whose pages opened, and what is wrong with the pages."""
    opened, wrong = set(), []
    for path in paths:
        answer = page.goto(path)
        assert answer is not None, path
        if answer.status == 200 and not answer.request.redirected_from:
            opened.add(route_of(path))
        if answer.headers["content-type"].startswith("text/html"):  # around a picture the browser draws what it likes
            wrong += faults_of(page)
    return opened, wrong


@pytest.mark.long
def test_every_page_is_accessible(town: Town, as_person: Callable[..., Page], tmp_path: Path):
    sample = made_sample(town, tmp_path)
    opened: set[str] = set()
    wrong: list[str] = []
    for who, screen, addresses in ADDRESSES:
        seen, faults = walk(as_person(who, screen), addresses.format(**sample).split())
        opened |= seen
        wrong += [f"{who}: {fault}" for fault in faults]
    assert not wrong, "\n".join(wrong)
    names = {str(each.name) for each in get_resolver().url_patterns if isinstance(each, URLPattern)}
    told = [f"{name}: {why}" for name, why in NOT_OPENED.items()]
    unseen = names - opened - NOT_OPENED.keys()
    assert not unseen, f"no address in every_page.py opens {sorted(unseen)}; not opened with reason:\n" + "\n".join(
        told
    )
    assert not NOT_OPENED.keys() & opened, "opened, so no reason is needed"
    assert NOT_OPENED.keys() <= names, f"no longer there: {sorted(NOT_OPENED.keys() - names)}"
