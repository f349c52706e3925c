"""How alike two records are: by their numbers, days, parties and place, told in words. Pure; nothing is kept."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

WINDOW = 7  # days by which the same thing may be dated apart in two systems; a habit of offices, not a rule of law
NEAR_NAME, NEAR_PLACE = 60, 75  # likeness in per cent from which a name or a place is called near
_COMMITTEES = re.compile("(人民调解委员会|调解委员会|调委会|村民委员会|居民委员会|村委会|居委会)$")
_LEFT_OUT = re.compile(r"[\s·•.。,，、()（）]+")


@dataclass(frozen=True)
class Side:
    """What one record says of itself, names and places evened. `days` by field, "" for the day of the record.

    `place` is a place in words, `area` the village or unit that it belongs to.
    """

    key: Hashable
    numbers: frozenset[str] = frozenset()
    days: Mapping[str, dt.date] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    place: str = ""
    area: str = ""


@dataclass(frozen=True)
class Likeness:
    """How two records are alike, each part from unlike to the same, and how many days lie between them."""

    number: bool
    names: int  # 4 the same, 3 one side names fewer, 2 some, 1 near, 0 none or not told
    date: int  # 3 the same, 2 a day apart, 1 within the window, 0 further or not told
    place: int  # 2 the same, 1 near or in the same village, 0 not told, -1 other
    apart: int | None = None
    unlike: bool = False  # both sides name people, and nobody in common

    @property
    def rank(self) -> int:
        """The higher, the more alike; the same both ways round."""
        return 1000 * self.number + 100 * self.names + 10 * self.date + self.place + 1

    @property
    def certain(self) -> bool:
        """Alike enough to be paired without asking, if nothing else is as alike."""
        if self.number:
            return not (self.unlike and not self.date)
        if self.names >= 3 and self.date == 3:
            return self.place >= 0
        return self.names == 4 and self.date >= 1 and self.place >= 1

    @property
    def possible(self) -> bool:
        """Alike enough to be asked about."""
        return (
            self.certain
            or self.number
            or (self.names >= 3 and self.date >= 1)
            or (self.names == 2 and self.date >= 2)
            or (self.names == 1 and self.date == 3)
            or (self.names == 0 and not self.unlike and self.date == 3 and self.place == 2)
        )

    @property
    def words(self) -> str:
        """The likeness as people say it: 日期同，双方同姓名，地点近似."""
        days = "日期没有写明" if self.apart is None else f"日期差{self.apart}日" if self.apart else "日期同"
        names = (
            "姓名不同" if self.unlike else "姓名没有写全",
            "姓名近似",
            "有人同姓名",
            "同姓名，一边少写了人",
            "双方同姓名",
        )
        places = {2: "地点同", 1: "地点近似", 0: "地点没有写明", -1: "地点不同"}
        return "，".join([*(["编号同"] if self.number else []), days, names[self.names], places[self.place]])


def evened(text: str) -> str:
    """A name or a place as it is compared: without blanks and points, half-width, small letters."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()


def evened_area(name: str) -> str:
    """The village that a unit's name begins with: its committee of mediation is at the same place."""
    return _COMMITTEES.sub("", evened(name))


def evened_names(names: Iterable[str]) -> frozenset[str]:
    """Names as they are compared; empty ones fall away."""
    return frozenset(filter(None, map(evened, names)))


def likeness(one: Side, other: Side) -> Likeness:
    """How alike two records are; the same whichever comes first."""
    apart = days_apart(one, other)
    date = 0 if apart is None or apart > WINDOW else 3 if not apart else 2 if apart == 1 else 1
    names = _names(one.names, other.names)
    unlike = bool(one.names and other.names) and not names
    return Likeness(not one.numbers.isdisjoint(other.numbers), names, date, _place(one, other), apart, unlike)


def days_apart(one: Side, other: Side) -> int | None:
    """The least number of days between two days of the same meaning; None where no such day is told on both sides."""
    shared = one.days.keys() & other.days.keys()
    return min((abs((one.days[name] - other.days[name]).days) for name in shared), default=None)


def _names(one: frozenset[str], other: frozenset[str]) -> int:
    if not one or not other:
        return 0
    if one == other:
        return 4
    shared = one & other
    if shared:
        return 3 if shared in (one, other) else 2
    near = (max(fuzz.ratio(a, b), fuzz.ratio(b, a)) >= NEAR_NAME for a in one for b in other)
    return 1 if any(near) else 0


def _place(one: Side, other: Side) -> int:
    both = bool(one.place and other.place)
    if both and one.place == other.place:
        return 2
    if (
        both
        and max(fuzz.partial_ratio(one.place, other.place), fuzz.partial_ratio(other.place, one.place)) >= NEAR_PLACE
    ):
        return 1
    if one.area and other.area:
        return 1 if one.area == other.area else -1
    return -1 if both else 0
