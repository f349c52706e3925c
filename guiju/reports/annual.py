"""A year's report from beginning to end: what stands on record, the figures it prints, its papers, its lock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError

from guiju.kernel.mechanism.api import mechanisms
from guiju.kernel.organisation.api import Acting, Town, settings_on
from guiju.kernel.procedure.api import apply
from guiju.reports.checking import unchecked
from guiju.reports.composing import Composition, Link, record_page
from guiju.reports.differences import FigureChange, changes_since
from guiju.reports.errors import ReportError
from guiju.reports.figures import YearFigure
from guiju.reports.figures_of_year import figures_of_year
from guiju.reports.locking import counted_at_rest, plan_lock
from guiju.reports.papers import ReportPapers, number_mark_of, own_words
from guiju.reports.state import ReportState, load_report


@dataclass(frozen=True)
class AnnualReport:
    """A report ready to be rendered; `changes` are those of a locked year since its lock."""

    state: ReportState
    papers: ReportPapers
    changes: tuple[FigureChange, ...] = ()

    @property
    def figures(self) -> Sequence[YearFigure]:
        return self.papers.composition.figures


def annual_report(
    town: Town, year: int, today: dt.date, as_of: dt.date | None = None, link: Link = record_page
) -> AnnualReport:
    """The report of a year: of a locked year with the locked figures, else counted now. Raises ReportError."""
    state = load_report(town.id, year)
    if state.locked is not None:
        changes = tuple(changes_since(town.id, state.locked, today))
        return AnnualReport(state, papers_of(town, state, state.locked.figures, link), changes)
    figures = figures_of_year(town.id, year, today, as_of)
    return AnnualReport(state, papers_of(town, state, figures, link))


def papers_of(town: Town, state: ReportState, figures: Sequence[YearFigure], link: Link) -> ReportPapers:
    """The papers of a report as it is on record, with these figures. Two statements."""
    installed = frozenset(mechanism.code for mechanism in mechanisms())
    words = own_words(town, state.year)
    composition = Composition(state.outline, tuple(figures), words, installed, state.texts, link)
    settings = settings_on(town.id, dt.date(state.year, 12, 31))
    return ReportPapers(composition, state.year, town.note, number_mark_of(settings))


def lock_report(
    town: Town, year: int, acting: Acting, now: dt.datetime, today: dt.date, as_of: dt.date | None = None
) -> int:
    """Count and lock the figures of a year that is not locked yet; the index of the entry.

    Raises ReportError, also while a figure of the text waits for the unit that answers for it.
    """
    state = load_report(town.id, year)
    figures, known = counted_at_rest(town.id, lambda: figures_of_year(town.id, year, today, as_of))
    composition = papers_of(town, state, figures, record_page).composition
    waiting = unchecked(state, figures, composition.written().printed)
    try:
        return apply([plan_lock(acting, state, figures, known, today, as_of, waiting)], now)[0].index
    except IntegrityError as error:
        # Two people at the same moment: the database lets one lock a year have, and the other learns of it.
        raise ReportError(f"{year}年的数字刚刚由别人锁定。请重新打开报告看锁定的数字。") from error
