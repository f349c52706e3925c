"""All figures of a year, derived and attested, for commands and pages."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.organisation.api import Town
from guiju.reports.attested import attested_figures
from guiju.reports.figures import YearFigure, derived_figures


def figures_of_year(
    town_id: int, year: int, today: dt.date, as_of: dt.date | None = None, *, compare: bool = True
) -> list[YearFigure]:
    """Derived figures in the order of registration, then the attested ones by id. Raises ReportError."""
    derived = derived_figures(town_id, year, today, as_of, compare=compare)
    return [*derived, *attested_figures(town_id, year, today, as_of)]


def figures_json(town: Town, year: int, today: dt.date, as_of: dt.date | None = None) -> list[dict[str, object]]:
    """The list that `guiju figures --json` prints, in a stable order. Raises ReportError."""
    return [figure.as_json() for figure in figures_of_year(town.id, year, today, as_of, compare=False)]
