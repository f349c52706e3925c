"""A cell read from pasted text: its value, and the question where it is not certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Told(Generic[T]):
    """What the text says. With a question the value is a suggestion only; without one it is certain, None: not told."""

    value: T | None = None
    question: str = ""
    words: str = ""  # as written

    @property
    def is_certain(self) -> bool:
        return not self.question
