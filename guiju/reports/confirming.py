"""A unit that has looked through its figures confirms them together, as one entry."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.organisation.api import Acting, Town
from guiju.kernel.procedure.api import apply
from guiju.reports.annual import papers_of
from guiju.reports.checking import Answer, Verdict, owner_of, plan_checks, unchecked
from guiju.reports.composing import record_page
from guiju.reports.figures import YearFigure, figure_code
from guiju.reports.figures_of_year import figures_of_year
from guiju.reports.state import load_report


def seen_as(figure: YearFigure) -> str:
    """A figure with the records behind it, in one word: what somebody has had before their eyes."""
    return f"{figure_code(figure.key)}:{figure.digest}"


def confirm_own_figures(
    town: Town,
    year: int,
    acting: Acting,
    now: dt.datetime,
    today: dt.date,
    as_of: dt.date | None = None,
    *,
    seen: frozenset[str] | None = None,
) -> list[YearFigure]:
    """Confirm the figures of the text that wait for units for which somebody speaks; those confirmed.

    With `seen` (`seen_as` of each) only those that still rest on the records that were seen. Raises ReportError.
    """
    state = load_report(town.id, year)
    figures = figures_of_year(town.id, year, today, as_of)
    printed = papers_of(town, state, figures, record_page).composition.written().printed
    told = [
        (figure, printed[figure.key])
        for figure in unchecked(state, figures, printed)
        if (seen is None or seen_as(figure) in seen)
        and state.owners.speaks(acting, owner_of(state, figure.key, printed[figure.key]))
    ]
    if told:
        apply([plan_checks(acting, state, told, Answer(Verdict.CONFIRMED), today)], now)
    return [figure for figure, _ in told]
