"""Numbers of the town's own series: clues, filings and what the team hands out. One series a year."""

from __future__ import annotations

from guiju.kernel.ledger.api import NextNumber, Series
from guiju.kernel.procedure.api import Draft

WORDS = {
    "clue": "综执线",
    "filing": "综执罚立",
    "preservation": "综执存",
    "correction": "综执责改",
    "notice": "综执罚告",
    "decision": "综执罚决",
    "no_penalty": "综执不罚",
    "spot": "综执当罚",
    "urging": "综执催",
}


def number(draft: Draft, book: str, given: str | None) -> str | NextNumber:
    """The next number of a book, or the one that the town (or a superior's system) has given already."""
    prefix = f"{draft.moment.directory.town_prefix}{WORDS[book]}"
    series = Series(draft.moment.town_id, f"penalty.{book}", draft.event_date.year, f"{prefix}〔{{year}}〕{{n}}号")
    return draft.number(series, given)


def shown(given: str | NextNumber) -> str | None:
    """The number as a paper prints it; None while it is given only at the writing."""
    return given if isinstance(given, str) and given else None
