"""What reading one cell comes to: a value, an error, or a question to a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class NoSuggestion(Enum):
    """Stands for the suggestion where there is none; None means that leaving the field empty is suggested."""

    NONE = "none"


NO_SUGGESTION = NoSuggestion.NONE


@dataclass(frozen=True, slots=True)
class Parsed:
    """The value; None for a blank cell."""

    value: Any


@dataclass(frozen=True, slots=True)
class Wrong:
    """The cell cannot be taken; `message` says in Chinese what is wrong and what to do."""

    message: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A person has to say what is meant; `suggestion` is the value that a "yes" stands for.

    The same question is asked once for all cells in which it arises.
    """

    question: str
    suggestion: Any = NO_SUGGESTION


Result = Parsed | Wrong | Ask
EMPTY = Parsed(None)
