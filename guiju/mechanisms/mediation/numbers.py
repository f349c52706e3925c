"""Numbers of a committee's three series: files, agreements on paper, oral pages. One series a committee and year."""

from __future__ import annotations

from guiju.kernel.ledger.api import NextNumber, Series
from guiju.kernel.procedure.api import Draft

# Where a unit without a committee of its own handles a matter, the town's first character and these words.
WORDS = {"register": "人调", "agreement": "人调协", "oral": "口调"}


def committee_of(draft: Draft, unit: int) -> int:
    """The unit of the committee that handles a matter of this unit; the unit itself where none serves it."""
    return draft.moment.directory.committee_for(unit) or unit


def number(draft: Draft, book: str, given: str | None) -> str | NextNumber:
    """The next number of the committee's book (register, agreement, oral), or the one that the committee gave itself.

    A given number of our pattern lifts our series above it, so that both never give the same.
    """
    unit = committee_of(draft, draft.get("unit") or draft.snapshot.matter["unit_id"])
    prefixes = draft.moment.directory.prefixes.get(unit)
    prefix = getattr(prefixes, book) if prefixes else f"{draft.moment.directory.town_prefix}{WORDS[book]}"
    series = Series(
        draft.moment.town_id, f"mediation.{book}.{unit}", draft.event_date.year, f"{prefix}〔{{year}}〕{{n}}号"
    )
    return draft.number(series, given)


def shown(given: str | NextNumber) -> str | None:
    """The number as a paper prints it; None while it is given only at the writing."""
    return given if isinstance(given, str) and given else None
