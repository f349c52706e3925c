"""Collecting the questions of a workbook: one for each text of a column, however many rows have it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.exchange.importing.answers import Question, question_key
from guiju.exchange.sheets.api import NO_SUGGESTION, Ask, Raw, shown
from guiju.kernel.procedure.api import Input, Moment

MOST_OPTIONS = 60


class Questions:
    """The questions so far, in the order in which they arose."""

    def __init__(self) -> None:
        self.asked: dict[str, Question] = {}

    def about_cell(
        self, sheet: str, register: str, item: Input, column: str, raw: Raw, ask: Ask, row: int, moment: Moment
    ) -> None:
        """A cell that may be read in more than one way."""
        key = question_key(register, item.name, shown(raw))
        question = self.asked.get(key)
        if question is None:
            has = ask.suggestion is not NO_SUGGESTION
            question = self.asked[key] = Question(
                key,
                ask.question,
                sheet,
                item.name,
                column,
                suggestion=_worded(item, ask.suggestion, moment) if has else "",
                suggested=ask.suggestion if has else None,
                options=tuple(item.choices.items())[:MOST_OPTIONS],
                free=not item.is_private and not item.choices,
            )
        question.rows.append(row)

    def about_row(self, key: str, text: str, sheet: str, field: str, column: str, row: int, *, free: bool) -> None:
        """A row that is not clear by itself: which matter it means, what was decided; answered by typing or left out."""
        question = self.asked.setdefault(key, Question(key, text, sheet, field, column, free=free))
        question.rows.append(row)

    def about_repeated(self, key: str, text: str, sheet: str, field: str, row: int) -> None:
        """A row that may tell another one again: a further matter, or to be counted once."""
        question = self.asked.setdefault(key, Question(key, text, sheet, field, either=True))
        question.rows.append(row)


def _worded(item: Input, value: Any, moment: Moment) -> str:
    """What a yes stands for, in words."""
    if value is None:
        return "留空"
    if item.choices:
        return item.choices.get(value, str(value))
    if item.kind == "unit":
        return moment.directory.unit_names.get(value, "")
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date):
        return value.isoformat()
    return "、".join(value) if isinstance(value, tuple) else str(value)
