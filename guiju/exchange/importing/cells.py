"""Reading the cells of one field: by the kind of its Input, each distinct text once, with the answers given."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any

from guiju.exchange.importing.answers import NO, YES, Answers
from guiju.exchange.sheets.api import (
    NO_SUGGESTION,
    Ask,
    Choices,
    Column,
    Kind,
    Parsed,
    Parser,
    Raw,
    Result,
    Wrong,
    normalise,
    parser_for,
    read_text,
    shown,
)
from guiju.kernel.organisation.api import Directory
from guiju.kernel.procedure.api import Input, Moment

KINDS: dict[str, Kind] = {
    "text": "text",
    "long_text": "text",
    "address": "text",
    "person_name": "text",
    "matter_number": "text",
    "date": "date",
    "moment": "date",
    "integer": "integer",
    "money": "money",
    "yes_no": "flag",
    "person_names": "persons",
    "telephone": "telephone",
    "id_number": "identity",
}
NEAR = 0.6


def choices_of(item: Input) -> Choices:
    """The kinds that a choice names, with the words by which people call them."""
    words: dict[str, list[str]] = {code: [label] for code, label in item.choices.items()}
    for word, code in item.synonyms.items():
        if code in words:
            words[code].append(word)
    return Choices({code: tuple(found) for code, found in words.items()})


def parser_of(item: Input, heading: str, year: int | None, moment: Moment) -> Parser:
    """The function that reads a cell of this field; `heading` is the one found in the sheet, `year` the sheet's own."""
    if item.kind == "unit":
        return partial(read_unit, directory=moment.directory)
    if item.kind == "staff":
        return read_staff
    if item.kind == "choice":
        column = Column(item.name, (item.label,), kind="choice", choices=choices_of(item))
        return parser_for(column)
    parse = parser_for(Column(item.name, (item.label,), kind=KINDS[item.kind]), heading, year)
    if item.past_only:
        return partial(_not_after, parse=parse, today=moment.today)
    return parse


def _not_after(raw: Raw, parse: Parser, today: dt.date) -> Result:
    result = parse(raw)
    day = result.value if isinstance(result, Parsed) else result.suggestion if isinstance(result, Ask) else None
    if isinstance(day, dt.date) and day > today:
        return Wrong(f"{day.isoformat()}晚于今天。请核对后改正。")
    return result


@lru_cache(maxsize=16)
def _units_by_key(town: int, names: tuple[tuple[str, int], ...]) -> dict[str, int]:
    return {normalise(name): key for name, key in names}


def read_unit(raw: Raw, directory: Directory) -> Result:
    """Read the name (or other name, or code) of a unit; its value is the unit's key. A near name is asked."""
    result = read_text(raw)
    if not isinstance(result, Parsed) or result.value is None:
        return result
    text = str(result.value)
    found = directory.unit(text)
    if found is None:
        table = _units_by_key(directory.town_id, tuple(directory.units.items()))
        key = normalise(text)
        found = table.get(key)
        if found is None:
            near = difflib.get_close_matches(key, table, n=1, cutoff=NEAR)
            if near:
                unit = table[near[0]]
                return Ask(f"“{text}”是“{directory.unit_names[unit]}”吗？", unit)
            return Wrong(
                f"{directory.town_name}没有叫“{text}”的单位。请写单位的全称；确是新设的单位，请系统管理员先用 guiju town add 登记。"
            )
    return Parsed(found)


def read_staff(raw: Raw) -> Result:
    """Read the name of a member of staff as written, without the blank inside 张　三."""
    result = read_text(raw)
    if isinstance(result, Parsed) and isinstance(result.value, str):
        text = result.value
        parts = text.split()
        return Parsed("".join(parts)) if len(parts) > 1 and all(not part.isascii() for part in parts) else result
    return result


def read_field(
    register: str, item: Input, parse: Parser, values: Sequence[Raw], answers: Answers
) -> tuple[list[Result], dict[int, Raw]]:
    """Read a column, each distinct text once; also return, by the identity of a question, the text it is about."""
    known: dict[tuple[type, Any], Result] = {}
    asked: dict[int, Raw] = {}
    results = []
    for raw in values:
        key = (type(raw), raw)
        result = known.get(key)
        if result is None:
            result = known[key] = _answered(register, item, parse, raw, answers)
            if isinstance(result, Ask):
                asked[id(result)] = raw
        results.append(result)
    return results, asked


def _answered(register: str, item: Input, parse: Parser, raw: Raw, answers: Answers) -> Result:
    result = parse(raw)
    if isinstance(result, Parsed):
        if result.value is None and item.required:
            return Wrong(f"“{item.label}”不能为空。请补填。")
        return result
    told = answers.to(register, item.name, shown(raw))
    if told is None or (isinstance(result, Wrong) and told in (YES, NO)):
        return result
    if told == YES and isinstance(result, Ask) and result.suggestion is not NO_SUGGESTION:
        return Parsed(result.suggestion)
    if told == NO:
        return Wrong(f"您已答复“{shown(raw)}”不是这样。请改正这一格。")
    again = parse(told)
    return again if isinstance(again, Parsed) else result
