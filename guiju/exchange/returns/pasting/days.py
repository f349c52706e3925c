"""The day of an event in pasted text. Only a day that is written out and lies in the period asked for is certain."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from guiju.exchange.returns.pasting.cells import Told

_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FULL = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*[日号]?")
_MONTH_DAY = re.compile(rf"(?<![\d年])({_NUMBER})\s*月\s*({_NUMBER})\s*([日号])?(?!\d)")
_POINT = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})(?![\d.]|\s*[万千百元块wW%])")
_DAY_ONLY = re.compile(rf"(?<![\d月])({_NUMBER})[号日](?!楼|门|线|桥|院|库|地块|井|机)")
_AGO = {"今天": 0, "今日": 0, "今早": 0, "刚才": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "前日": 2, "大前天": 3}
_RELATIVE = re.compile("大前天|" + "|".join(word for word in _AGO if word != "大前天"))
_WEEKDAY = re.compile(r"(上上|上|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_VAGUE = re.compile(
    r"月初|月底|上旬|中旬|下旬|初[一二三四五六七八九十]|前几天|前些天|上个月|国庆|元旦|春节|清明|中秋|端午"
)
_MORE = re.compile(rf"^\s*(?:[、,，和~～—-]|至|到)\s*{_NUMBER}\s*[日号]")


@dataclass(frozen=True)
class Around:
    """What a day is read by: the period asked for, and the day on which the text was pasted."""

    begin: dt.date
    end: dt.date
    pasted: dt.date


@dataclass(frozen=True)
class FoundDay:
    """A day in a text: from where to where it stands, and what it says."""

    start: int
    end: int
    told: Told[dt.date]


def number_of(text: str) -> int:
    """十二, 二十 and 12 as a number."""
    if text.isdigit():
        return int(text)
    tens, ten, units = text.partition("十")
    if not ten:
        return _DIGIT[text]
    return (_DIGIT[tens] if tens else 1) * 10 + (_DIGIT[units] if units else 0)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def days_in(text: str, around: Around) -> list[FoundDay]:
    """The days that a text names, in its order; none stands in another."""
    found: list[FoundDay] = []
    readers = (
        (_FULL, _full), (_MONTH_DAY, _month_day), (_POINT, _point), (_DAY_ONLY, _day_only), (_RELATIVE, _relative),
        (_WEEKDAY, _weekday), (_VAGUE, _vague),
    )  # fmt: skip
    for pattern, read in readers:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            told = read(match, text, around)
            if told is not None:
                found.append(FoundDay(match.start(), match.end(), told))
    return sorted(found, key=lambda one: one.start)


def _checked(day: dt.date | None, words: str, text_after: str, around: Around) -> Told[dt.date]:
    if day is None:
        return Told(None, f"“{words}”不是真的日子，是哪一天？", words)
    if _MORE.match(text_after):
        return Told(day, f"“{words}”后面还有一天，按哪一天登记？", words)
    if not around.begin <= day <= min(around.end, around.pasted):
        return Told(day, f"“{words}”读作{day.isoformat()}，不在这一期里。对吗？", words)
    return Told(day, "", words)


def _full(match: re.Match[str], text: str, around: Around) -> Told[dt.date]:
    return _checked(_date(*(int(part) for part in match.groups())), match[0], text[match.end() :], around)


def _in_period(month: int, day: int, around: Around) -> list[dt.date]:
    years = range(around.begin.year, around.end.year + 1)
    days = [found for year in years if (found := _date(year, month, day)) is not None]
    return [found for found in days if around.begin <= found <= around.end]


def _month_day(match: re.Match[str], text: str, around: Around) -> Told[dt.date]:
    month, day = number_of(match[1]), number_of(match[2])
    fits = _in_period(month, day, around)
    if len(fits) == 1:
        return _checked(fits[0], match[0], text[match.end() :], around)
    return (
        _checked(_date(around.end.year, month, day), match[0], text[match.end() :], around)
        if not fits
        else Told(None, f"“{match[0]}”是哪一年？", match[0])
    )


def _point(match: re.Match[str], text: str, around: Around) -> Told[dt.date] | None:
    """3.5 is a day only where the text begins with it and the period holds it; elsewhere it may be a measure."""
    fits = _in_period(int(match[1]), int(match[2]), around)
    if not fits:
        return None
    told = _checked(fits[0], match[0], text[match.end() :], around)
    opens = not re.search(r"[一-鿿\d]", text[: match.start()])
    return told if opens and len(fits) == 1 else Told(fits[0], f"“{match[0]}”是{fits[0].isoformat()}吗？", match[0])


def _day_only(match: re.Match[str], text: str, around: Around) -> Told[dt.date] | None:
    day = number_of(match[1])
    if not 1 <= day <= 31:
        return None
    found = _date(around.end.year, around.end.month, day)
    return Told(found, f"“{match[0]}”没有写月份，是{found.isoformat() if found else '哪一天'}吗？", match[0])


def _relative(match: re.Match[str], text: str, around: Around) -> Told[dt.date]:
    day = around.pasted - dt.timedelta(days=_AGO[match[0]])
    return Told(day, f"“{match[0]}”按今天粘贴算是{day.isoformat()}，对吗？", match[0])


def _weekday(match: re.Match[str], text: str, around: Around) -> Told[dt.date]:
    at = "一二三四五六日".index(match[2].replace("天", "日"))
    monday = around.pasted - dt.timedelta(days=around.pasted.weekday())
    back = {"上上": 14, "上": 7}.get(match[1] or "", 0)
    day = monday + dt.timedelta(days=at - back)
    return Told(day, f"“{match[0]}”按今天粘贴算是{day.isoformat()}，对吗？", match[0])


def _vague(match: re.Match[str], text: str, around: Around) -> Told[dt.date]:
    return Told(None, f"“{match[0]}”是哪一天？", match[0])
