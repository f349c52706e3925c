"""Questions that the importer asks, and the answers people gave: so that a preview can be made again with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from guiju.kernel.ledger.api import vault

YES, NO = "=yes", "=no"
"""Yes: as suggested. No: leave the row out. Any other answer is read in place of what the cell says."""


def question_key(register: str, name: str, text: str) -> str:
    """The key of the question about one text in one field of a register: a keyed hash, so it tells nothing of the text."""
    return vault().search_hash(f"question\n{register}\n{name}\n{text}")


@dataclass(frozen=True)
class Answers:
    """Answers by question key. The same text in the same column has one answer for all rows."""

    given: Mapping[str, str] = field(default_factory=dict)

    def to(self, register: str, name: str, text: str) -> str | None:
        """The answer about a text in a field, or None."""
        return self.given.get(question_key(register, name, text)) if self.given else None


@dataclass
class Question:
    """One question, asked once for all rows in which it arises.

    `options` are code and label to choose from, beside yes and no; `suggestion` is what a yes stands for, in words.
    `either` asks about a row as a whole: yes takes it in, no counts it only once.
    """

    key: str
    text: str
    sheet: str
    field_name: str
    column: str = ""  # letters
    suggestion: str = ""
    suggested: Any = None
    options: tuple[tuple[str, str], ...] = ()
    free: bool = False  # may be answered by typing
    either: bool = False
    rows: list[int] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Where it arises: 7 行，F 列; one row by its address."""
        if len(self.rows) == 1:
            return f"1 行，{self.column}{self.rows[0]}" if self.column else f"第 {self.rows[0]} 行"
        return f"{len(self.rows)} 行" + (f"，{self.column} 列" if self.column else "")
