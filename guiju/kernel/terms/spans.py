"""Suspensions of a term as its row keeps them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

Span = tuple[dt.date, dt.date]


def spans_text(spans: Sequence[Span]) -> str:
    """Stretches that do not count, first and last day included, as one text."""
    return ";".join(f"{start.isoformat()}/{end.isoformat()}" for start, end in spans)


def spans_of(text: str) -> list[Span]:
    """The stretches told by `spans_text`."""
    pairs = (part.split("/") for part in text.split(";") if part)
    return [(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) for start, end in pairs]
