"""Fixtures of the journeys: `workbench` (a live server on its own database), `open_page`, `phone`, `desk`, `sign_in`."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from playwright.sync_api import Browser, Page

from guiju.kernel.organisation.api import Town
from tests.journeys.live_workbench import Workbench, running_workbench
from tests.journeys.page_watch import PageWatch
from tests.staffed_towns import found_staffed_town, user_of
from tools.browser import started_browser
from tools.database_copies import CommittedDatabase
from tools.pytest_loud_skips import loud_skip
from tools.setup.chromium import MISSING, find_chromium

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}

# Playwright's synchronous interface keeps an event loop in the main thread, where Django would then refuse queries.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL walk only the journeys meant for both databases; what the others show of a page is the same there."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return
    here = Path(__file__).parent
    left_out = {
        item for item in items if here in item.path.parents and item.get_closest_marker("both_databases") is None
    }
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=list(left_out))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Chromium for all journeys of this process; without one they are skipped, loudly."""
    chromium = find_chromium()
    if chromium is None:
        loud_skip(MISSING)
    with started_browser(chromium, tmp_path_factory.mktemp("fonts")) as started:
        yield started


@pytest.fixture
def workbench(committed_db: CommittedDatabase) -> Iterator[Workbench]:
    """The workbench, served on a database of this test alone."""
    with running_workbench() as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, workbench: Workbench) -> Iterator[Callable[..., Page]]:
    """Open pages of browsers of their own (nobody signed in); any fault of a page fails the journey at its end.

    `open_page(PHONE)`, `open_page(DESK, java_script_enabled=False)`: further arguments are Playwright's new_context's.
    """
    contexts, watches = [], []

    def opened(viewport: dict[str, int] = DESK, **options: object) -> Page:
        size = {"viewport": viewport, "has_touch": viewport == PHONE, "locale": "zh-CN"}
        context = browser.new_context(
            **{**size, "timezone_id": "Asia/Shanghai", "base_url": workbench.address, **options}
        )
        contexts.append(context)
        page = context.new_page()
        watches.append(PageWatch(page))
        return page

    yield opened
    for context in contexts:
        context.close()
    faults = [fault for watch in watches for fault in watch.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A page as wide as a phone, 360 × 740."""
    return open_page(PHONE)


@pytest.fixture
def desk(open_page: Callable[..., Page]) -> Page:
    """A page as wide as a desk's screen, 1440 × 900."""
    return open_page(DESK)


@pytest.fixture
def sign_in(workbench: Workbench) -> Callable[[Page, AbstractBaseUser], None]:
    """Sign a user in on a page without the login form, for journeys that are about something else."""

    def signed_in(page: Page, user: AbstractBaseUser) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": workbench.address}])

    return signed_in


@pytest.fixture
def town(committed_db: CommittedDatabase) -> Town:
    """The sample town with its people's accounts, without any matter."""
    return found_staffed_town()


@pytest.fixture
def as_person(
    town: Town, open_page: Callable[..., Page], sign_in: Callable[[Page, AbstractBaseUser], None]
) -> Callable[..., Page]:
    """A page on which somebody of the town is signed in: `as_person("zhou.sfs")`, `as_person("wu.song", PHONE)`."""

    def signed(login: str, viewport: dict[str, int] = DESK) -> Page:
        page = open_page(viewport)
        sign_in(page, user_of(login))
        return page

    return signed
