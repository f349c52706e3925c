"""Numbers as people write them: `青府发〔2023〕1号` is the first of 2023 in the book 青府发."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from guiju.exchange.sheets.api import (
    Column,
    Layout,
    Match,
    Parsed,
    UnreadableWorkbook,
    apply_mapping,
    match_layout,
    read_date,
    read_workbook,
    shown,
)

AT_MOST = 2000
_OPEN, _CLOSE = r"[〔\[(（【［]", r"[〕\])）】］]"
_NUMBER = re.compile(
    rf"(?P<book>.*?[^\d\s])\s*{_OPEN}?\s*(?P<year>(?:19|20)\d\d)\s*{_CLOSE}?\s*(?:年|[-—])?\s*第?\s*(?P<running>\d{{1,6}})\s*(?:号|件)?"
)
LAYOUT = Layout(
    "given_numbers",
    "given_numbers",
    (
        Column("number", ("文号", "发文字号", "发文号", "字号", "案号", "编号", "案件编号"), required=True),
        Column("title", ("标题", "文件标题", "文件名称", "题名", "案件名称", "事由")),
        Column("on", ("日期", "发文日期", "成文日期", "印发日期", "立案日期", "受理日期"), kind="date"),
    ),
)


@dataclass(frozen=True)
class Place:
    """Where a number stands: book, year, running number."""

    book: str
    year: int
    running: int


@dataclass(frozen=True)
class Told:
    """A line of a list of numbers; the day is None where there is none or it cannot be read."""

    number: str
    title: str = ""
    on: dt.date | None = None


def place_of(number: str) -> Place | None:
    """Book, year and running number; None for a number that is not made of them."""
    text = unicodedata.normalize("NFKC", number).strip()
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    return Place(found["book"].rstrip("(〔["), int(found["year"]), int(found["running"]))


def told_lines(text: str) -> list[Told]:
    """Lines copied from a sheet or a chat: number, title and day apart by tabs or by spaces. Empty lines are passed over."""
    return [_line(line.strip()) for line in text.splitlines() if line.strip()][:AT_MOST]


def _line(line: str) -> Told:
    parts = [part.strip() for part in re.split(r"\t|\s{2,}", line) if part.strip()]
    if len(parts) == 1:
        parts = line.split(maxsplit=1)
    day: dt.date | None = None
    if len(parts) > 1:
        read = read_date(parts[-1])
        if isinstance(read, Parsed) and read.value is not None:
            day = read.value
            parts = parts[:-1]
    return Told(parts[0], " ".join(parts[1:]), day)


def told_in_workbook(data: bytes, file_name: str) -> list[Told]:
    """The lines of every sheet with a column of numbers. Raises UnreadableWorkbook where none has one."""
    found: list[Told] = []
    known = False
    for sheet in read_workbook(data, file_name).sheets:
        match = match_layout(sheet, [LAYOUT], file_name)
        if not isinstance(match, Match):
            continue
        known = True
        columns = apply_mapping(sheet, match.head, match.mapping).columns
        numbers = columns["number"]
        titles, days = columns.get("title", [None] * len(numbers)), columns.get("on", [None] * len(numbers))
        for number, title, on in zip(numbers, titles, days, strict=True):
            day = read_date(on) if on is not None else None
            value = day.value if isinstance(day, Parsed) else None
            found.append(Told(shown(number).strip(), shown(title).strip() if title is not None else "", value))
    if not known:
        raise UnreadableWorkbook("没有找到“文号”一列。表里要有文号，最好还有标题和日期。")
    return [told for told in found if told.number][:AT_MOST]
