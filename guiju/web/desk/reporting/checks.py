"""会签: one answer to one figure from the report's page, or a unit's figures on a page of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    Answer,
    ReportError,
    Standing,
    Verdict,
    YearFigure,
    confirm_own_figures,
    figure_code,
    key_of,
    number_words,
    plan_checks,
    plan_owner,
    seen_as,
    standing,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.reporting.opened import Opened, opened, report_address
from guiju.web.present.report import check_words, difference, look_of


@business
@require_POST
def check(request: DeskRequest, year: int) -> HttpResponse:
    """Put an owner's answer on record, and come back to the figure."""
    report = opened(request, year)
    figure = _named(request, report)
    told = request.POST
    answer = Answer(
        told.get("verdict", ""),
        told.get("remark", "").strip(),
        int(told["passed_to"]) if told.get("passed_to", "").isdecimal() else None,
        told.get("said_by", "").strip(),
    )
    section = report.written.printed.get(figure.key, "")
    try:
        if told.get("seen") != figure.digest:
            raise ReportError(f"您打开以后，“{figure.name}”背后的记录有变。请看过现在的记录再答。")
        plan = plan_checks(request.acting, report.state, [(figure, section)], answer, request.moment.today)
        index = apply([plan], request.moment.now)[0].index
        messages.success(request, f"已记下对“{figure.name}”的意见（条目 #{index:,}）。")
    except ReportError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(report_address(year, figure))


def _named(request: DeskRequest, report: Opened) -> YearFigure:
    """The figure that a form names. Raises Http404."""
    figure = report.figures.get(key_of(request.POST.get("figure", "")))
    if figure is None:
        raise Http404("报告里没有这个数字。")
    return figure


@business
@require_POST
def owner(request: DeskRequest, year: int) -> HttpResponse:
    """Let another unit answer for a figure, or for all figures of its section."""
    report = opened(request, year)
    figure = _named(request, report)
    unit = request.POST.get("unit", "")
    whole = request.POST.get("scope") == "section"
    code = report.written.printed.get(figure.key, "") if whole else figure_code(figure.key)
    try:
        plan = plan_owner(request.acting, report.state, code, int(unit) if unit.isdecimal() else 0)
        apply([plan], request.moment.now)
        messages.success(request, "主管部门已经改过。")
    except ReportError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(report_address(year, figure))


@business
def checks(request: DeskRequest, year: int) -> HttpResponse:
    """The figures for which somebody's unit answers; confirmed together after they were looked at."""
    if request.method == "POST":
        return _confirmed(request, year)
    report = opened(request, year)
    groups: dict[int | None, list[YearFigure]] = {}
    for figure in report.printed():
        groups.setdefault(report.owner(figure.key), []).append(figure)
    speaks = report.state.owners.speaks
    own = {unit: figures for unit, figures in groups.items() if speaks(request.acting, unit)}
    waiting = sum(_waits(report, figure) for figures in own.values() for figure in figures)
    context = {
        "title": f"{year}年度报告会签",
        "report_url": report_address(year),
        "report_title": report.papers.title,
        "locked": report.state.locked is not None,
        "waiting": waiting,
        "groups": [_group(report, unit, figures, unit in own) for unit, figures in groups.items()],
    }
    return render(request, "report/checks.html", context)


def _confirmed(request: DeskRequest, year: int) -> HttpResponse:
    report = opened(request, year)
    seen = frozenset(request.POST.getlist("seen"))
    try:
        done = confirm_own_figures(
            report.town, year, request.acting, request.moment.now, request.moment.today, seen=seen
        )
    except ReportError as error:
        messages.error(request, str(error))
    else:
        text = f"已确认 {len(done)} 个数字。" if done else "没有等您核对的数字；打开以后有变的，请再看一次。"
        messages.success(request, text)
    return HttpResponseRedirect(reverse("report-checks", args=[year]))


def _waits(report: Opened, figure: YearFigure) -> bool:
    return standing(figure, report.state.checks.get(figure.key)) in (Standing.OPEN, Standing.MOVED)


def _group(report: Opened, unit: int | None, figures: list[YearFigure], own: bool) -> dict[str, Any]:
    checked = sum(standing(f, report.state.checks.get(f.key)) is Standing.CHECKED for f in figures)
    return {
        "unit": report.state.owners.name(unit),
        "own": own,
        "meta": f"{checked} / {len(figures)} 已核",
        "figures": [_line(report, figure) for figure in figures],
    }


def _line(report: Opened, figure: YearFigure) -> dict[str, Any]:
    look, word = look_of(report.state, figure)
    check = report.state.checks.get(figure.key)
    return {
        "name": figure.name,
        "value": number_words(figure.value),
        "unit": "" if figure.value is None else figure.unit,
        "last_year": number_words(figure.compared.last_year),
        "delta": difference(figure.value, figure.compared.last_year),
        "as_of": figure.as_of.isoformat(),
        "records": f"{len(figure.records):,}",
        "url": report_address(report.year, figure),
        "seen": seen_as(figure),
        "look": look,
        "word": word,
        "said": check_words(report.state, figure),
        "signed": f"{check.said_by or check.checked_by} {check.checked_on:%Y-%m-%d}"
        if check and check.verdict == Verdict.CONFIRMED
        else "",
    }
