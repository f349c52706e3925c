"""One figure: what it counts, and the records behind it a page at a time; all of them as a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.sheets.api import write_list
from guiju.kernel.indicators.api import (
    Figure,
    Indicator,
    Period,
    Record,
    RecordsPage,
    derive,
    digest_of,
    figure_of,
    page_of_records,
    records_of,
    rounds_behind,
    summed,
)
from guiju.kernel.ledger.api import head_of, last_checkpoint
from guiju.kernel.matters.api import visible_to
from guiju.reports.api import completeness_words, platform_words, round_words, told_beside
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figure_parts import asked_parts, part_of
from guiju.web.desk.figures import asked_period, asked_year, report_cutoffs, shown
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.rounds import rounds
from guiju.web.present.law import article
from guiju.web.present.report import told_words
from guiju.web.present.words import from_to, short_day

RECORD_COLUMNS = [
    {"label": "编号"},
    {"label": "事项"},
    {"label": "日期"},
    {"label": "计入", "right": True},
    {"label": "留痕", "right": True},
]
CURSORS = ("before", "after")


@dataclass(frozen=True)
class Wanted:
    """The figure in the address, its period, the cut-offs of the year's report, and what is wrong with these."""

    indicator: Indicator
    period: Period
    cutoffs: Mapping[str, dt.date]
    problem: str


def _wanted(request: DeskRequest, identifier: str) -> Wanted:
    """What the address asks for; raises Http404."""
    chosen = asked_year(request)
    try:
        indicator = figure_of(identifier, request.acting.town_id)
    except KeyError:
        raise Http404("没有这个数字。") from None
    days, problem = report_cutoffs(request, chosen)
    period = asked_period(request, indicator, chosen, days)
    return Wanted(part_of(request, indicator, period.as_of), period, days, problem)


@business
def export(request: DeskRequest, identifier: str) -> HttpResponse:
    """The records of a figure as a workbook: numbers, dates, amounts and entries; those of restricted matters too, for
    they hold no name."""
    wanted = _wanted(request, identifier)
    indicator, period = wanted.indicator, wanted.period
    records = records_of(indicator, request.acting.town_id, period)
    rows = ((record.number, record.date, record.amount, record.entry) for record in records)
    title = f"{indicator.name}（{from_to(period.start, period.as_of)}）"
    data = write_list(("编号", indicator.date_label, f"计入（{indicator.unit}）", "留痕"), rows, title=title)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="records.xlsx"'
    return response


@business
def detail(request: DeskRequest, identifier: str) -> HttpResponse:
    """One figure: what is counted, by which date, and a page of the records behind it.

    The digest covers every record, so it is worked out only where the address asks for it (`digest=1`).
    """
    wanted = _wanted(request, identifier)
    indicator, period = wanted.indicator, wanted.period
    town, chosen = request.acting.town_id, period.as_of.year
    figure = derive(indicator, town, period)
    before = derive(indicator, town, period.a_year_before())
    page = _page(request, indicator, period)
    context = {
        "figure": {**_inspected(request, figure, before, wanted.cutoffs), **_digest(request, figure)},
        "problem": wanted.problem,
        "list_url": f"{reverse('figures')}?year={chosen}",
        "list_label": f"{chosen}年的数字",
        "records_title": f"{figure.records:,} 条记录",
        "actions": [{"label": "导出记录", "url": _export_url(request, identifier), "icon": "file-spreadsheet"}],
        "columns": RECORD_COLUMNS,
        "rows": _rows(request, page.records),
        "page": _pager(request, page, figure.records),
    }
    return render(request, "figures/detail.html", context)


def _export_url(request: DeskRequest, identifier: str) -> str:
    return f"{reverse('figure-records', args=[identifier])}?{request.GET.urlencode()}"


def _page(request: DeskRequest, indicator: Indicator, period: Period) -> RecordsPage:
    """The page at the cursor in the address; the first where nothing lies beyond it any more."""
    town = request.acting.town_id
    cursors = {name: request.GET.get(name, "") for name in CURSORS}
    page = page_of_records(indicator, town, period, **cursors)
    return page if page.records or not any(cursors.values()) else page_of_records(indicator, town, period)


def _address(request: DeskRequest, without: Sequence[str] = (), **values: str) -> str:
    """This page with other values in its address; year and day stay as they are."""
    query = request.GET.copy()
    for name in without:
        query.pop(name, None)
    for name, value in values.items():
        query[name] = value
    return f"?{query.urlencode()}"


def _pager(request: DeskRequest, page: RecordsPage, count: int) -> dict[str, str] | None:
    if not page.newer and not page.older:
        return None

    def url(name: str, cursor: str) -> str:
        return _address(request, CURSORS, **{name: cursor}) if cursor else ""

    newest, oldest = page.records[0].date, page.records[-1].date
    return {
        "summary": f"本页 {len(page.records)} 条，{from_to(oldest, newest)}",
        "count": f"共 {count:,} 条",
        "newer_url": url("after", page.newer),
        "older_url": url("before", page.older),
    }


def _digest(request: DeskRequest, figure: Figure) -> dict[str, str]:
    """The digest of all records where the address asks for it, else the address that does."""
    if not request.GET.get("digest"):
        return {"digest_url": _address(request, digest="1")}
    digest = digest_of(records_of(figure.indicator, figure.town_id, figure.period))
    return {"digest": " ".join(digest[at : at + 4] for at in range(0, 16, 4)) + f" … {digest[-4:]}"}


def _inspected(request: DeskRequest, figure: Figure, before: Figure, days: Mapping[str, dt.date]) -> dict[str, Any]:
    indicator, period, today = figure.indicator, figure.period, request.moment.today
    checkpoint, head = last_checkpoint(figure.town_id), head_of(figure.town_id)
    returned = rounds_behind(figure.town_id, [(indicator, period)])[0]
    told: dict[str, Any] = {
        "name": indicator.name,
        "value": shown(figure.value, indicator.unit),
        "unit": indicator.unit,
        "compare": [
            {"label": "去年同期", "value": shown(before.value, indicator.unit)},
            {"label": "记录", "value": f"{figure.records:,}"},
        ],
        "definition": f"{indicator.definition}；按{indicator.date_label}归入期间",
        "basis": [article(basis, request.moment) for basis in indicator.basis],
        "period": f"{period.start.isoformat()} 至 {short_day(period.as_of, today)}",
        "as_of": period.as_of.isoformat(),
        "completeness": completeness_words(summed(returned)),
        "returns": [round_words(one) for one in returned],
        "platform": platform_words(indicator, figure.town_id, period, days, today),
        "told": told_words(told_beside(figure.town_id, period, indicator)) if returned else [],
        "sealed_at": "已封存" if checkpoint and checkpoint.size == head.size else "",
        "rounds": rounds(indicator, figure.town_id, period.as_of, **asked_parts(request)),
    }
    if figure.denominator is not None:
        told["formula"] = f"{figure.numerator:,} / {figure.denominator:,}"
    return told


def _rows(request: DeskRequest, records: Sequence[Record]) -> list[dict[str, Any]]:
    """Records; one that the viewer may not open stands as 受限事项 with its number only."""
    ids = [record.matter_id for record in records if record.matter_id is not None]
    visible = set(visible_to(request.acting).filter(id__in=ids).values_list("id", flat=True)) if ids else set()
    return [_row(record, record.matter_id is None or record.matter_id in visible) for record in records]


def _row(record: Record, visible: bool) -> dict[str, Any]:
    if record.matter_id is None:
        title = {"text": record.title, "place": 1}
    elif visible:
        title = {"kind": "title", "text": record.title, "url": reverse("matter", args=[record.matter_id]), "place": 1}
    else:
        title = {"kind": "quiet", "text": "受限事项", "place": 1}
    entry_url = reverse("entry", args=[record.entry]) if visible and record.entry >= 0 else "#"
    return {
        "id": record.key,
        "name": record.number,
        "cells": [
            {"text": record.number, "place": 3},
            title,
            {"text": record.date.isoformat(), "place": 3},
            {"text": f"{record.amount:,}", "right": True, "place": 2},
            {"kind": "entry", "number": f"{record.entry:,}", "url": entry_url, "right": True},
        ],
    }
