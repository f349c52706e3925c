"""The door of `importing`: preview a workbook, answer its questions, carry it out."""

from __future__ import annotations

from guiju.exchange.importing.answers import NO, YES, Answers, Question
from guiju.exchange.importing.carrying import ChangedMeanwhile, Outcome, carry_out
from guiju.exchange.importing.lines import Difference, Line, State
from guiju.exchange.importing.numbers import Numbers
from guiju.exchange.importing.ordering import in_reading_order
from guiju.exchange.importing.preview import (
    FindingCount,
    NotAllowedToImport,
    Preview,
    Reconciliation,
    SheetPreview,
    candidates_for,
    prepare,
)
from guiju.exchange.importing.recognising import Remembered, Unrecognised
from guiju.exchange.importing.returned import returned_workbook
from guiju.exchange.importing.totals import TotalLine

__all__ = [
    "NO",
    "YES",
    "Answers",
    "ChangedMeanwhile",
    "Difference",
    "FindingCount",
    "Line",
    "NotAllowedToImport",
    "Numbers",
    "Outcome",
    "Preview",
    "Question",
    "Reconciliation",
    "Remembered",
    "SheetPreview",
    "State",
    "TotalLine",
    "Unrecognised",
    "candidates_for",
    "carry_out",
    "in_reading_order",
    "prepare",
    "returned_workbook",
]
