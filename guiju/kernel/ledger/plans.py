"""A plan: what would be written, as a value. Pure functions make it; `apply` alone carries it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import models


class NewKey:
    """Stands for the key of a row that does not exist yet; `apply` fills it in before hashing."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "预计"


@dataclass(frozen=True, slots=True)
class Series:
    """One of our own gapless number series: town, kind of paper, year and the pattern of the number."""

    town_id: int
    kind: str
    year: int
    pattern: str  # e.g. 青人调〔{year}〕{n}号

    def render(self, n: int | str) -> str:
        return self.pattern.format(year=self.year, n=n)


class NextNumber:
    """Stands for the next number of a series; the same object in several places is one number."""

    __slots__ = ("series",)

    def __init__(self, series: Series) -> None:
        self.series = series

    def __repr__(self) -> str:
        return self.series.render("预计")


@dataclass(frozen=True, slots=True)
class Private:
    """A private value in clear, on its way into the encrypted store; the row gets the commitment."""

    value: str

    def __repr__(self) -> str:
        return "Private(…)"


Key = int | NewKey


@dataclass(slots=True)
class Change:
    """One row added or changed: model, key, new field values (attribute names as Django's `attname`)."""

    model: type[models.Model]
    key: Key
    op: Literal["add", "change"]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step as an entry tells it: code, day it happened, taken here or claimed from outside."""

    code: str
    event_date: dt.date
    mode: Literal["taken", "claimed"] = "taken"

    def as_json(self) -> dict[str, str]:
        return {"code": self.code, "event_date": self.event_date.isoformat(), "mode": self.mode}


@dataclass(slots=True)
class Plan:
    """Everything one entry says and does. `matter` is None for what belongs to no matter."""

    town_id: Key
    kind: str
    actor: str
    recorded_by: str
    medium: str = "desk"
    matter: Key | None = None
    expected_version: int | None = None
    steps: tuple[StepMark, ...] = ()
    basis: tuple[str, ...] = ()
    reason: str = ""
    note: Mapping[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    search: tuple[str, ...] = ()  # finished tokens; apply adds those of numbers given out in this plan
    raised: list[tuple[Series, int]] = field(default_factory=list)
    erased: tuple[str, ...] = ()
    request_key: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What `apply` did with one plan: its entry's index and the keys and numbers that replaced placeholders."""

    town_id: int
    index: int
    matter: int | None
    keys: Mapping[int, int]  # id(NewKey) -> key
    numbers: Mapping[int, str]  # id(NextNumber) -> number

    def key(self, placeholder: Key) -> int:
        return placeholder if isinstance(placeholder, int) else self.keys[id(placeholder)]
