"""Making the moment of a request or command: law, calendar and directory are kept between requests."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings

from guiju.kernel.lawbook.api import Lawbook, load_lawbook
from guiju.kernel.organisation.api import Acting, Directory, Post, Town, acting_in, load_directory, settings_on
from guiju.kernel.procedure.snapshot import Moment
from guiju.kernel.terms.api import Calendar, legal_today

KEPT_SECONDS = 30  # another process's change of the directory is seen after so long


class _Kept(NamedTuple):
    directory: Directory
    settings: dict[str, str]
    calendar: Calendar
    day: dt.date
    until: float


_kept: dict[int, _Kept] = {}


@lru_cache(maxsize=8)
def _calendar(overrides: tuple[tuple[dt.date, bool], ...]) -> Calendar:
    return Calendar(dict(overrides))


def _overrides(values: dict[str, str]) -> tuple[tuple[dt.date, bool], ...]:
    """The town's own calendar days: settings named calendar.2027-02-08 with the value 上班 or 放假."""
    named = ((name.removeprefix("calendar."), value) for name, value in values.items() if name.startswith("calendar."))
    return tuple(sorted((dt.date.fromisoformat(day), value == "上班") for day, value in named))


def forget_directory(town_id: int | None = None) -> None:
    """Drop what is kept of a town (of all without one), after its organisation or settings were changed."""
    if town_id is None:
        _kept.clear()
    else:
        _kept.pop(town_id, None)


def _kept_for(town_id: int, today: dt.date) -> _Kept:
    kept = _kept.get(town_id)
    if kept is None or kept.until < time.monotonic() or kept.day != today:
        town = Town.objects.get(id=town_id)
        values = settings_on(town.id, today)
        until = time.monotonic() + KEPT_SECONDS
        kept = _Kept(load_directory(town), values, _calendar(_overrides(values)), today, until)
        _kept[town_id] = kept
    return kept


def lawbook_in_use() -> Lawbook:
    """The lawbook of this installation's rulepacks."""
    return load_lawbook(tuple(settings.GUIJU_RULEPACKS))


def acting_now(posts: Sequence[Post], now: dt.datetime) -> Acting | None:
    """Who acts in the posts that an account holds today; None without one. No statement while the directory is kept."""
    today = legal_today(now)
    return acting_in(posts, lambda town: _kept_for(town.id, today).directory.sight_tree)


def moment_for(acting: Acting, now: dt.datetime, *, medium: str = "desk") -> Moment:
    """The moment for somebody acting now. No statement while the town's directory is kept."""
    today = legal_today(now)
    kept = _kept_for(acting.town_id, today)
    return Moment(
        now=now,
        today=today,
        acting=acting,
        lawbook=lawbook_in_use(),
        calendar=kept.calendar,
        directory=kept.directory,
        settings=kept.settings,
        medium=medium,
    )
