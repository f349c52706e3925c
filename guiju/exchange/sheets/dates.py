"""Dates in the many ways people write them. What could be read in two ways is asked, never guessed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from .results import EMPTY, Ask, Parsed, Result, Wrong
from .unusable import says_nothing, unusable
from .workbook import Raw, shown

EARLIEST, LATEST = 1949, 2099
_EPOCH = dt.date(1899, 12, 30)
_SERIALS = range(20_000, 73_051)
"""Excel's day numbers from 1954 to 2099."""

_SEPARATOR = r"[-./．。、_—–年月]"
_CLOCK = r"(?:[日号]|T|\s)*(?:(?:星期|周)[一二三四五六日天])?\s*(?:上午|下午|晚上|中午|凌晨|夜间)?\s*(?:\d{1,2}[:时点](?:\d{1,2}分?)?(?:[:]?\d{1,2}(?:\.\d+)?秒?)?)?Z?"
_FULL = re.compile(rf"(\d{{4}})\s*{_SEPARATOR}\s*(\d{{1,2}})\s*{_SEPARATOR}\s*(\d{{1,2}}){_CLOCK}")
_COMPACT = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_CLOCK}")
_SHORT_YEAR = re.compile(rf"'?(\d{{2}})\s*{_SEPARATOR}\s*(\d{{1,2}})\s*{_SEPARATOR}\s*(\d{{1,2}}){_CLOCK}")
_YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_NO_YEAR = re.compile(rf"(\d{{1,2}})\s*[-./月]\s*(\d{{1,2}}){_CLOCK}")
_NO_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})月?")
_RANGE = re.compile(r"\s*(?:至|到|~|～|—{1,2}|–|-{1,2})\s*")
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}
_CHINESE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?"
)


def read_date(raw: Raw, year: int | None = None) -> Result:
    """Read a date; `year` is the sheet's own year, offered (as a question) where a cell has only month and day.

    Day numbers in a cell of general format, years of two digits, spans and 3/5/2022 are questions.
    """
    if isinstance(raw, dt.datetime):
        return _plausible(raw.date())
    if isinstance(raw, dt.date):
        return _plausible(raw)
    lost = unusable(raw)
    if lost:
        return lost
    if says_nothing(raw):
        return EMPTY
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        return _from_number(raw)
    if not isinstance(raw, str):
        return Wrong(f"“{shown(raw)}”不是日期。请写成 2022-03-05 这样。")
    return _from_text(raw, year)


def _plausible(day: dt.date) -> Result:
    if EARLIEST <= day.year <= LATEST:
        return Parsed(day)
    return Wrong(f"日期是{day.isoformat()}，年份不对。请核对原件后改正。")


def _from_number(raw: float) -> Result:
    text = shown(raw)
    if raw == int(raw):
        if len(text) == 8:
            return _build(text[:4], text[4:6], text[6:])
        if int(raw) in _SERIALS:
            return _serial(text, int(raw))
    return Wrong(f"“{text}”不是完整的日期。请写成 2022-03-05 这样。")


def _serial(text: str, number: int) -> Ask:
    day = _EPOCH + dt.timedelta(days=number)
    return Ask(f"“{text}”当作{day.isoformat()}？", day)


def _from_text(raw: str, year: int | None) -> Result:
    text = unicodedata.normalize("NFKC", raw).strip().lstrip("'‘’").strip()
    for pattern in (_FULL, _COMPACT):
        found = pattern.fullmatch(text)
        if found:
            return _build(*found.groups())
    found = _CHINESE.fullmatch(text)
    if found:
        return _build("".join(_DIGITS[c] for c in found[1]), _chinese_number(found[2]), _chinese_number(found[3]))
    if text.isascii() and text.isdigit() and int(text) in _SERIALS:
        return _serial(text, int(text))
    return _incomplete(text, year) or _span(text, year) or Wrong(f"“{text}”看不出是哪一天。请写成 2022-03-05 这样。")


def _incomplete(text: str, year: int | None) -> Result | None:
    """Read what lacks something that a person can add."""
    found = _SHORT_YEAR.fullmatch(text)
    if found:
        return _asked(text, _build("20" + found[1], found[2], found[3]))
    found = _YEAR_LAST.fullmatch(text)
    if found:
        month_first, day_first = _build(found[3], found[1], found[2]), _build(found[3], found[2], found[1])
        return _asked(text, month_first if isinstance(month_first, Parsed) else day_first)
    found = _NO_YEAR.fullmatch(text)
    if found:
        if year is None:
            complete = _build("2000", found[1], found[2])
            return complete if isinstance(complete, Wrong) else Wrong(f"“{text}”缺少年份。请写成 2022-03-05 这样。")
        return _asked(text, _build(str(year), found[1], found[2]))
    if _NO_DAY.fullmatch(text):
        return Wrong(f"“{text}”只有年月，没有日。请补上日，写成 2022-03-05 这样。")
    return None


def _span(text: str, year: int | None) -> Result | None:
    parts = [part for part in _RANGE.split(text) if part]
    for cut in range(1, len(parts)):
        # 2022-3-5-3-8 splits at every dash; the first part that is a whole date is the beginning.
        begin = _from_text("-".join(parts[:cut]), year)
        if isinstance(begin, Parsed | Ask):
            day = begin.value if isinstance(begin, Parsed) else begin.suggestion
            return Ask(f"“{text}”写了起止两天，按第一天{day.isoformat()}登记？", day)
    return None


def _asked(text: str, result: Result) -> Result:
    if isinstance(result, Parsed):
        return Ask(f"“{text}”当作{result.value.isoformat()}？", result.value)
    return result


def _build(year: str, month: str, day: str) -> Result:
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12:
        return Wrong(f"没有{m}月。请核对原件后改正。")
    try:
        return _plausible(dt.date(y, m, d))
    except ValueError:
        if m == 2 and d == 29:
            return Wrong(f"{y}年2月没有29日。请核对原件后改正。")
        return Wrong(f"{m}月没有{d}日。请核对原件后改正。")


def _chinese_number(text: str) -> str:
    tens, ten, units = text.partition("十")
    if not ten:
        return "".join(_DIGITS[c] for c in tens)
    return (_DIGITS[tens] if tens else "1") + (_DIGITS[units] if units else "0")
