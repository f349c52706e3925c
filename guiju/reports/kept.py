"""What has been kept beside a report, for its pages."""

from __future__ import annotations

from guiju.reports.figures import FigureKey, kind_of
from guiju.reports.models import Material, PrintedFigure, ReturnedPaper
from guiju.reports.state import ReportState


def materials_of(state: ReportState, code: str) -> list[Material]:
    """The materials of a paragraph, oldest first. One statement."""
    if state.key is None:
        return []
    rows = Material.objects.filter(town_id=state.town_id, report_id=state.key, code=code)
    return list(rows.select_related("kept_by").order_by("id"))


def material_of(state: ReportState, key: int) -> Material | None:
    """One material of a report."""
    return Material.objects.filter(town_id=state.town_id, report_id=state.key, id=key).first()


def returned_papers(state: ReportState) -> list[ReturnedPaper]:
    """Signed papers that have come back, newest first. One statement."""
    if state.key is None:
        return []
    rows = ReturnedPaper.objects.filter(town_id=state.town_id, report_id=state.key)
    return list(rows.select_related("received_by").order_by("-id"))


def returned_paper(state: ReportState, key: int) -> ReturnedPaper | None:
    """One signed paper."""
    return ReturnedPaper.objects.filter(town_id=state.town_id, report_id=state.key, id=key).first()


def printed_figures(town_id: int, year: int) -> dict[FigureKey, PrintedFigure]:
    """What the printed report of a year said, by figure. One statement."""
    rows = PrintedFigure.objects.filter(town_id=town_id, year=year)
    return {(kind_of(row.kind), row.indicator): row for row in rows}
