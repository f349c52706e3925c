"""Cases under an item of the catalogue, as a mechanism tells them: which were begun, and what became of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class ItemCase:
    """A case under an item: since when, until when (None: still in hand), and what became of it, in words."""

    matter_id: int
    item: str
    number: str
    title: str
    since: dt.date
    until: dt.date | None
    became: str

    def in_hand_on(self, day: dt.date) -> bool:
        """Whether it had been begun by the end of the day and was not over yet."""
        return self.since <= day and (self.until is None or day < self.until)
