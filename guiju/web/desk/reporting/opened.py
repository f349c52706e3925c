"""A year's report as it was asked for: counted once for a state of the ledger, whoever looks at it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core.cache import cache
from django.http import Http404
from django.urls import reverse

from guiju.kernel.ledger.api import head_of
from guiju.kernel.organisation.api import Town
from guiju.reports.api import (
    FigureChange,
    FigureKey,
    ReportError,
    ReportPapers,
    ReportState,
    Written,
    YearFigure,
    changes_since,
    check_period,
    figure_code,
    figures_of_year,
    load_report,
    owner_of,
    papers_of,
)
from guiju.web.access import DeskRequest

KEPT_SECONDS = 600


@dataclass(frozen=True)
class Opened:
    """A report with its figures by key and its text as it reads."""

    town: Town
    state: ReportState
    papers: ReportPapers
    figures: dict[FigureKey, YearFigure]
    written: Written

    @property
    def year(self) -> int:
        return self.state.year

    def owner(self, key: FigureKey) -> int | None:
        """The unit that answers for a figure."""
        return owner_of(self.state, key, self.written.printed.get(key, ""))

    def printed(self) -> list[YearFigure]:
        """The figures of the text in reading order."""
        return [self.figures[key] for key in self.written.printed]


def inspector_address(figure: YearFigure) -> str:
    """The page of the report with a figure open beside it."""
    return f"?figure={figure_code(figure.key)}#figure"


def opened(request: DeskRequest, year: int) -> Opened:
    """The report of a year. Raises Http404 for a year that has none."""
    today = request.moment.today
    town = Town.objects.get(id=request.acting.town_id)
    try:
        check_period(year, today, None)
        state = load_report(town.id, year)
        figures = state.locked.figures if state.locked else counted(town.id, year, today)
    except ReportError as error:
        raise Http404(str(error)) from error
    papers = papers_of(town, state, figures, inspector_address)
    return Opened(town, state, papers, {figure.key: figure for figure in figures}, papers.composition.written())


def changes(report: Opened, today: dt.date) -> tuple[FigureChange, ...]:
    """What became of the locked figures since, as the ledger is now; none before the lock."""
    if report.state.locked is None:
        return ()
    key = f"report.changes.{report.town.id}.{report.year}.{today.isoformat()}.{head_of(report.town.id).root}"
    kept: tuple[FigureChange, ...] | None = cache.get(key)
    if kept is None:
        kept = tuple(changes_since(report.town.id, report.state.locked, today))
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def counted(town: int, year: int, today: dt.date) -> tuple[YearFigure, ...]:
    """The figures as the ledger is now; every write moves its root, so that an older count is never shown."""
    key = f"report.figures.{town}.{year}.{today.isoformat()}.{head_of(town).root}"
    kept: tuple[YearFigure, ...] | None = cache.get(key)
    if kept is None:
        kept = tuple(figures_of_year(town, year, today))
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def usual_year(today: dt.date) -> int:
    """The year of which a town reports now: the last one until its duty is done in spring, then the running one."""
    return today.year - 1 if today.month <= 4 else today.year


def report_address(year: int, figure: YearFigure | None = None) -> str:
    """The page of a year's report, with a figure open."""
    address = reverse("report", args=[year])
    return address + inspector_address(figure) if figure else address
