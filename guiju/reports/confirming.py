"""A unit that has looked through its figures confirms them together, as one entry."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.organisation.api import Acting, Town
from guiju.kernel.procedure.api import apply
from guiju.reports.annual import papers_of
from guiju.reports.checking import Answer, Verdict, owner_of, plan_checks, unchecked
from guiju.reports.composing import record_page
from guiju.reports.figures import YearFigure
from guiju.reports.figures_of_year import figures_of_year
from guiju.reports.state import load_report


def confirm_own_figures(
    town: Town, year: int, acting: Acting, now: dt.datetime, today: dt.date, as_of: dt.date | None = None
) -> list[YearFigure]:
    """Confirm the figures of the text that wait for units for which somebody speaks; those confirmed. Raises ReportError."""
    state = load_report(town.id, year)
    figures = figures_of_year(town.id, year, today, as_of)
    printed = papers_of(town, state, figures, record_page).composition.written().printed
    told = [
        (figure, printed[figure.key])
        for figure in unchecked(state, figures, printed)
        if state.owners.speaks(acting, owner_of(state, figure.key, printed[figure.key]))
    ]
    if told:
        apply([plan_checks(acting, state, told, Answer(Verdict.CONFIRMED), today)], now)
    return [figure for figure, _ in told]
