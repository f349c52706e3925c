"""Reads the cells of a declared column, one by one or a whole column at once, with the same results."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from .amounts import money_scale, read_integer, read_money
from .choices import Choices
from .dates import read_date
from .identity import read_identity, read_telephone
from .layouts import Column, Kind
from .results import Parsed, Result, Wrong
from .texts import read_flag, read_persons, read_text
from .unusable import unusable
from .workbook import Raw

Parser = Callable[[Raw], Result]

_PLAIN: dict[Kind, Parser] = {
    "text": read_text,
    "integer": read_integer,
    "persons": read_persons,
    "identity": read_identity,
    "telephone": read_telephone,
    "flag": read_flag,
}


def parser_for(column: Column, heading: str = "", year: int | None = None) -> Parser:
    """Return the function that reads a cell of the column.

    `heading` is the one found in the sheet (its 万元 counts), `year` the sheet's own year for dates without one.
    """
    if column.kind == "date":
        return partial(read_date, year=year)
    if column.kind == "money":
        return partial(read_money, scale=money_scale(heading or column.label))
    if column.kind == "choice":
        assert column.choices is not None  # Column sees to it
        return partial(read_choice, choices=column.choices)
    return _PLAIN[column.kind]


def read_choice(raw: Raw, choices: Choices) -> Result:
    """Read a cell that names one of the kinds in `choices`; the value is the kind's own name."""
    return unusable(raw) or choices.read(raw)


def read_required(column: Column, result: Result) -> Result:
    """Return the result, or the error for a blank cell of a column that must not be blank."""
    if column.required and isinstance(result, Parsed) and result.value is None:
        return Wrong(f"“{column.label}”不能为空。请补填。")
    return result


def read_column(column: Column, values: Iterable[Raw], heading: str = "", year: int | None = None) -> list[Result]:
    """Read all cells of a column, required ones included: the same as cell by cell, only quicker.

    Equal cells are read once; so they share one result, and one question.
    """
    parse = parser_for(column, heading, year)
    known: dict[tuple[type, Raw], Result] = {}
    results = []
    for raw in values:
        # The type belongs to the key: 1, 1.0 and TRUE are equal to Python, not to a person.
        key = (type(raw), raw)
        result = known.get(key)
        if result is None:
            result = known[key] = read_required(column, parse(raw))
        results.append(result)
    return results
