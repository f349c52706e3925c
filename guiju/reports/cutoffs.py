"""Until which day each figure of a year's report is counted: the last day of the year, or what the town has set.

A town sets a cut-off with a setting named `report.cutoff.<id>`, where `<id>` is a figure or the beginning of its id up
to a dot (`report.cutoff.mediation`), and whose value is month and day (`10-31`). The longest name that fits is used.
Settings are ledgered and dated; those in force on the last day of the year hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from guiju.kernel.indicators.api import town_indicators
from guiju.kernel.organisation.api import settings_on
from guiju.reports.errors import ReportError

PREFIX = "report.cutoff."


def cutoffs(town_id: int, year: int) -> dict[str, dt.date]:
    """The cut-off that the town's report outline sets for each figure of a year, by indicator id. A statement or two.

    Raises ReportError where a setting is no day of that year.
    """
    settings = settings_on(town_id, dt.date(year, 12, 31))
    return cutoffs_from(settings, (indicator.id for indicator in town_indicators(town_id)), year)


def cutoffs_from(settings: Mapping[str, str], identifiers: Iterable[str], year: int) -> dict[str, dt.date]:
    """The cut-offs that town settings give; raises ReportError where one is no day of the year."""
    told = {
        name.removeprefix(PREFIX): _day(name, value, year)
        for name, value in settings.items()
        if name.startswith(PREFIX)
    }
    last_day = dt.date(year, 12, 31)
    return {identifier: _nearest(told, identifier) or last_day for identifier in identifiers}


def _nearest(told: Mapping[str, dt.date], identifier: str) -> dt.date | None:
    parts = identifier.split(".")
    for length in range(len(parts), 0, -1):
        found = told.get(".".join(parts[:length]))
        if found is not None:
            return found
    return None


def _day(name: str, value: str, year: int) -> dt.date:
    try:
        month, day = value.strip().split("-")
        return dt.date(year, int(month), int(day))
    except ValueError as error:
        raise ReportError(
            f"镇级设置“{name}”写的截止日“{value}”不是{year}年的一天，请改成月和日，例如 10-31。"
        ) from error
