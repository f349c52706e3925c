"""The door of `importing`: preview a workbook, answer its questions, carry it out."""

from __future__ import annotations

from guiju.exchange.importing.answers import NO, YES, Answers, Question
from guiju.exchange.importing.carrying import ChangedMeanwhile, Outcome, carry_out
from guiju.exchange.importing.comparing import ReadRows, differences, plan_rows, read_rows
from guiju.exchange.importing.going_on import filled_in, gone_on
from guiju.exchange.importing.identity import content_digest, same_number
from guiju.exchange.importing.known import COMPARED_ROWS, known_rows
from guiju.exchange.importing.lines import Difference, Line, State, says_nothing
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
from guiju.exchange.importing.reading import ReadSheet
from guiju.exchange.importing.recognising import Remembered, Unrecognised
from guiju.exchange.importing.returned import returned_workbook
from guiju.exchange.importing.totals import TotalLine

__all__ = [
    "COMPARED_ROWS",
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
    "ReadRows",
    "ReadSheet",
    "Reconciliation",
    "Remembered",
    "SheetPreview",
    "State",
    "TotalLine",
    "Unrecognised",
    "candidates_for",
    "carry_out",
    "content_digest",
    "differences",
    "filled_in",
    "gone_on",
    "in_reading_order",
    "known_rows",
    "plan_rows",
    "prepare",
    "read_rows",
    "returned_workbook",
    "same_number",
    "says_nothing",
]
