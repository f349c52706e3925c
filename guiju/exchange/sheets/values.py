"""Which function reads the cells of a declared column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from .amounts import money_scale, read_integer, read_money
from .choices import Choices
from .dates import read_date
from .identity import read_identity, read_telephone
from .layouts import Column, Kind
from .results import Result
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
