"""The door of `sheets`: everything that code outside may use."""

from __future__ import annotations

from .amounts import money_scale, read_integer, read_money
from .blank import write_blank
from .body import Body, Remark, Row, Total, apply_mapping, sheet_year
from .choices import Choices
from .container import Limits, check_size
from .dates import read_date
from .headings import Head, Heading, find_head, normalise, title_of
from .identity import read_identity, read_telephone
from .layouts import Column, Kind, Layout, Match, UnknownLayout, match_layout
from .reader import read_workbook
from .refused import Refused, refusal_of
from .results import NO_SUGGESTION, Ask, NoSuggestion, Parsed, Result, Wrong
from .suggesting import Suggested, may_name_persons, suggest_columns
from .texts import read_flag, read_persons, read_text
from .values import Parser, parser_for, read_choice
from .workbook import Cell, ErrorValue, LostDigits, Raw, Sheet, UncomputedFormula, UnreadableWorkbook, Workbook, shown
from .writer import Finding, ReturnedRow, ReturnedSheet, returned_name, write_list, write_returned

__all__ = [
    "NO_SUGGESTION",
    "Ask",
    "Body",
    "Cell",
    "Choices",
    "Column",
    "ErrorValue",
    "Finding",
    "Head",
    "Heading",
    "Kind",
    "Layout",
    "Limits",
    "LostDigits",
    "Match",
    "NoSuggestion",
    "Parsed",
    "Parser",
    "Raw",
    "Refused",
    "Remark",
    "Result",
    "ReturnedRow",
    "ReturnedSheet",
    "Row",
    "Sheet",
    "Suggested",
    "Total",
    "UncomputedFormula",
    "UnknownLayout",
    "UnreadableWorkbook",
    "Workbook",
    "Wrong",
    "apply_mapping",
    "check_size",
    "find_head",
    "match_layout",
    "may_name_persons",
    "money_scale",
    "normalise",
    "parser_for",
    "read_choice",
    "read_date",
    "read_flag",
    "read_identity",
    "read_integer",
    "read_money",
    "read_persons",
    "read_telephone",
    "read_text",
    "read_workbook",
    "refusal_of",
    "returned_name",
    "sheet_year",
    "shown",
    "suggest_columns",
    "title_of",
    "write_blank",
    "write_list",
    "write_returned",
]
