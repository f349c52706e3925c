"""年度报告: outline, text and the figure in hand, side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import head_of, last_checkpoint
from guiju.reports.api import REPORTERS, YearFigure, key_of
from guiju.web.access import DeskRequest, business
from guiju.web.desk.reporting.inspecting import inspected
from guiju.web.desk.reporting.opened import Opened, changes, opened, report_address, usual_year
from guiju.web.present import report as present


@business
def home(request: DeskRequest) -> HttpResponse:
    """The report that is due next."""
    return page(request, usual_year(request.moment.today))


@business
def page(request: DeskRequest, year: int) -> HttpResponse:
    """The report of a year; a figure named in the address stands open beside it."""
    report = opened(request, year)
    figure = chosen(request, report)
    if figure is not None and request.headers.get("HX-Request"):
        return render(request, "report/figure.html", {"inspected": inspected(request, report, figure)})
    writes, owners = request.acting.holds(REPORTERS), report.state.owners

    def writes_in(section: str) -> bool:
        return writes or (bool(section) and owners.speaks(request.acting, owners.sections.get(section)))

    context = {
        "title": report.papers.title,
        "home_url": reverse("report-home"),
        "year": year,
        "years": _years(request, year),
        "state": _state(report),
        "actions": _actions(report, writes=writes),
        "outline": present.outline(report.papers.composition, report.state, report.written, report.figures),
        "todo": present.todo(report.state, report.printed(), report.written),
        "recent": present.recent(report.state, report.figures, request.moment.today),
        "blocks": present.blocks(report, figure.key if figure else None, writes_in),
        "inspected": inspected(request, report, figure) if figure else None,
        "changes": _changes(report, request) if report.state.locked else None,
    }
    return render(request, "report/page.html", context)


def chosen(request: DeskRequest, report: Opened) -> YearFigure | None:
    """The figure that the address names, None where it names none of this report."""
    return report.figures.get(key_of(request.GET.get("figure", "")))


def _years(request: DeskRequest, year: int) -> list[dict[str, Any]]:
    today = request.moment.today.year
    return [
        {"label": str(each), "url": report_address(each), "current": each == year}
        for each in sorted({2022, today - 1, today, year})
        if each <= today
    ]


def _state(report: Opened) -> dict[str, Any]:
    locked, head = report.state.locked, head_of(report.town.id)
    days = sorted({figure.as_of for figure in report.printed()})
    until = f"{days[0]:%m-%d} 至 {days[-1]:%m-%d}" if len(days) > 1 else "".join(f"{day:%m-%d}" for day in days)
    checkpoint = last_checkpoint(report.town.id)
    sealed = "，都已封存" if checkpoint and checkpoint.size == head.size else ""
    if locked is not None:
        return {
            "word": "数字已锁定",
            "locked": True,
            "text": f"{locked.locked_by}于{locked.locked_on.isoformat()}锁定，按前 {locked.known_until:,} 条留痕所知",
        }
    return {"word": "草稿", "locked": False, "text": f"数字截至 {until}，按前 {head.size:,} 条留痕所知{sealed}"}


def _actions(report: Opened, *, writes: bool) -> list[dict[str, Any]]:
    year = report.year
    actions = [{"label": "核对本部门数字", "url": reverse("report-checks", args=[year]), "icon": "circle-check"}]
    actions.append({"label": "公文和附表", "url": reverse("report-papers", args=[year]), "icon": "file-text"})
    if writes and report.state.locked is None:
        actions.append(
            {"label": "锁定数字", "url": reverse("report-lock", args=[year]), "icon": "lock", "primary": True}
        )
    return actions


def _changes(report: Opened, request: DeskRequest) -> dict[str, Any]:
    """What became of the locked figures since."""
    found = changes(report, request.moment.today)
    items = [
        {
            "text": str(change),
            "records": [
                {"text": str(record), "url": reverse("entry", args=[record.entry])} for record in change.records
            ],
        }
        for change in found
    ]
    return {
        "items": items,
        "text": "锁定以后没有一条记录变化。" if not items else f"锁定以后，{len(items)}个数字有变：",
    }
