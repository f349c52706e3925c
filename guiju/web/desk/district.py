"""区里看各镇: the annex tables of a district's towns in one sheet, and each town's report with figures open to numbers."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.sheets.api import write_list
from guiju.kernel.documents.api import Bold, Heading
from guiju.kernel.documents.api import Figure as FigureRun
from guiju.kernel.organisation.api import DISTRICT_POSTS, Town
from guiju.reports.api import (
    FigureKey,
    ReportError,
    ReportState,
    SideBySide,
    YearFigure,
    check_period,
    completeness_words,
    figure_code,
    key_of,
    kind_words,
    load_report,
    papers_of,
    round_words,
    side_by_side,
    towns_of_district,
)
from guiju.web.access import DeskRequest, View, desk
from guiju.web.desk.figures import asked_year, shown, year_choices
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.reporting.opened import counted, usual_year


def of_district(view: View) -> View:
    """A page for the district's post alone: towns read their own report on their own pages."""

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.acting.holds(DISTRICT_POSTS):
            raise PermissionDenied("各镇的数字并排看，是区司法局的岗位。本镇的数字在“数字”和“年度报告”里看。")
        return view(request, *args, **kwargs)

    return desk(guarded)


@of_district
def sheet(request: DeskRequest) -> HttpResponse:
    """The figures of all towns for a year."""
    year = _year(request)
    towns = towns_of_district(request.acting.town_id)
    states = [load_report(town.id, year) for town in towns]
    rows = side_by_side([_figures(state, request) for state in states])
    context = {
        "year": year,
        "years": year_choices(request, year),
        "towns": [
            {"name": town.name, "url": _report_url(town, year), "locked": state.locked is not None}
            for town, state in zip(towns, states, strict=True)
        ],
        "rows": [_row(row, towns, year) for row in rows],
        "differing": sum(len(row.definitions) > 1 for row in rows),
        "excel": f"{reverse('district-sheet')}?year={year}",
    }
    return render(request, "district/sheet.html", context)


@of_district
def workbook(request: DeskRequest) -> HttpResponse:
    """The same sheet as a workbook: five columns a town."""
    year = _year(request)
    towns = towns_of_district(request.acting.town_id)
    rows = side_by_side([_figures(load_report(town.id, year), request) for town in towns])
    parts = ("数", "截至", "报送", "性质", "数什么")
    head = ["指标", "单位", *(f"{town.name} {part}" for town in towns for part in parts)]
    told = [[row.name, row.unit, *(cell for figure in row.figures for cell in _cells(figure))] for row in rows]
    response = HttpResponse(write_list(head, told, title=f"{year}年各镇数字"), content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename=towns-{year}.xlsx"
    return response


@of_district
def report(request: DeskRequest, town: str, year: int) -> HttpResponse:
    """A town's report as it reads now; its figures open to the numbers behind them."""
    found, state = _town(request, town), None
    try:
        check_period(year, request.moment.today, None)
        state = load_report(found.id, year)
    except ReportError as error:
        raise Http404(str(error)) from error
    figures = tuple(_figures(state, request).values())

    def link(figure: YearFigure) -> str:
        return reverse("district-figure", args=[found.code, year, figure_code(figure.key)])

    papers = papers_of(found, state, figures, link)
    context = {
        "title": papers.title,
        "year": year,
        "locked": state.locked is not None,
        "blocks": [_block(placed.block) for placed in papers.composition.written().blocks],
    }
    return render(request, "district/report.html", context)


@of_district
def figure(request: DeskRequest, town: str, year: int, figure: str) -> HttpResponse:
    """The numbers behind a figure of a town: number, day, amount, entry; neither titles nor names."""
    found = _town(request, town)
    try:
        check_period(year, request.moment.today, None)
        state = load_report(found.id, year)
    except ReportError as error:
        raise Http404(str(error)) from error
    told = _figures(state, request).get(key_of(figure))
    if told is None:
        raise Http404("这个镇的报告里没有这个数字。")
    context = {
        "town": found.name,
        "year": year,
        "report_url": _report_url(found, year),
        "figure": told,
        "value": f"{shown(told.value, told.unit)}{told.unit}",
        "kind": kind_words(*told.key),
        "completeness": completeness_words(told.completeness),
        "returns": [round_words(one) for one in told.rounds],
    }
    return render(request, "district/figure.html", context)


def _year(request: DeskRequest) -> int:
    return asked_year(request) if request.GET.get("year") else usual_year(request.moment.today)


def _town(request: DeskRequest, code: str) -> Town:
    for town in towns_of_district(request.acting.town_id):
        if town.code == code:
            return town
    raise Http404("本区没有这个镇。")


def _figures(state: ReportState, request: DeskRequest) -> dict[FigureKey, YearFigure]:
    """The locked figures of a town, else those counted now."""
    if state.locked is not None:
        return {each.key: each for each in state.locked.figures}
    try:
        return {each.key: each for each in counted(state.town_id, state.year, request.moment.today)}
    except ReportError:
        return {}


def _report_url(town: Town, year: int) -> str:
    return reverse("district-report", args=[town.code, year])


def _row(row: SideBySide, towns: list[Town], year: int) -> dict[str, Any]:
    return {
        "name": row.name,
        "unit": row.unit,
        "kind": kind_words(*row.key),
        "definitions": row.definitions,
        "differs": len(row.definitions) > 1,
        "cutoffs_differ": not row.same_cutoff,
        "cells": [
            {
                "town": town.name,
                "value": shown(figure.value, figure.unit),
                "url": reverse("district-figure", args=[town.code, year, figure_code(figure.key)]),
                "as_of": figure.as_of.isoformat(),
                "completeness": completeness_words(figure.completeness),
            }
            if figure is not None
            else {"town": town.name}
            for town, figure in zip(towns, row.figures, strict=True)
        ],
    }


def _cells(figure: YearFigure | None) -> list[Any]:
    if figure is None:
        return ["", "", "", "", ""]
    value = figure.value if isinstance(figure.value, int) else shown(figure.value, figure.unit)
    words = completeness_words(figure.completeness)
    return [value, figure.as_of.isoformat(), words, kind_words(*figure.key), figure.definition]


def _block(block: Any) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"level": block.level, "text": block.text}
    runs = [
        {
            "kind": "figure" if isinstance(run, FigureRun) else "bold" if isinstance(run, Bold) else "text",
            "text": run.text,
            "url": getattr(run, "href", ""),
        }
        for run in block.runs
    ]
    return {"level": 0, "runs": runs}
