"""The door of `sheets`: everything that code outside may use."""

from __future__ import annotations

from .body import Body, Remark, Row, Total, apply_mapping, sheet_year
from .choices import Choices
from .container import Limits
from .headings import Head, Heading, find_head, normalise, title_of
from .layouts import Column, Kind, Layout, Match, UnknownLayout, match_layout
from .reader import read_workbook
from .refused import Refused, refusal_of
from .results import NO_SUGGESTION, Ask, NoSuggestion, Parsed, Result, Wrong
from .workbook import Cell, ErrorValue, LostDigits, Raw, Sheet, UncomputedFormula, UnreadableWorkbook, Workbook, shown

__all__ = [
    "NO_SUGGESTION",
    "Ask",
    "Body",
    "Cell",
    "Choices",
    "Column",
    "ErrorValue",
    "Head",
    "Heading",
    "Kind",
    "Layout",
    "Limits",
    "LostDigits",
    "Match",
    "NoSuggestion",
    "Parsed",
    "Raw",
    "Refused",
    "Remark",
    "Result",
    "Row",
    "Sheet",
    "Total",
    "UncomputedFormula",
    "UnknownLayout",
    "UnreadableWorkbook",
    "Workbook",
    "Wrong",
    "apply_mapping",
    "find_head",
    "match_layout",
    "normalise",
    "read_workbook",
    "refusal_of",
    "sheet_year",
    "shown",
    "title_of",
]
