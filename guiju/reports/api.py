"""Door of the reports."""

from __future__ import annotations

import datetime as dt


def cutoffs(town_id: int, year: int) -> dict[str, dt.date]:
    """The cut-off that the town's report outline sets for each figure of a year, by indicator id."""
    return {}


__all__ = ["cutoffs"]
