"""The year's figures, and one figure with the records it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
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
    derive,
    digest_of,
    records_of,
    town_indicator,
    town_indicators,
    year_until,
)
from guiju.kernel.ledger.api import head_of, last_checkpoint
from guiju.kernel.matters.api import visible_to
from guiju.kernel.mechanism.api import mechanisms
from guiju.reports.api import ReportError, cutoffs
from guiju.web.access import DeskRequest, business, parsed_day
from guiju.web.desk.matter_list import XLSX
from guiju.web.present.law import article
from guiju.web.present.words import short_day

PAGE = 200
RECORD_COLUMNS = [
    {"label": "编号"},
    {"label": "事项"},
    {"label": "日期"},
    {"label": "计入", "right": True},
    {"label": "留痕", "right": True},
]


EARLIEST_YEAR = 2000


def shown(value: Any, unit: str = "") -> str:
    """A figure's value as people read it."""
    if value is None:
        return "—"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{Decimal(str(value)):,.2f}".removesuffix(".00") if unit == "元" else str(value)


def _year(request: DeskRequest) -> int:
    text, this_year = request.GET.get("year", ""), request.moment.today.year
    asked = int(text) if text.isascii() and text.isdigit() else this_year
    return asked if EARLIEST_YEAR <= asked <= this_year + 1 else this_year


def _cutoffs(request: DeskRequest, year: int) -> tuple[dict[str, dt.date], str]:
    """The cut-offs of the year's report, and what is wrong with the town's settings where they cannot be read."""
    try:
        return cutoffs(request.acting.town_id, year), ""
    except ReportError as error:
        return {}, f"{error}以下数字暂按12月31日截止。"


def _period(request: DeskRequest, indicator: Indicator, year: int, days: Mapping[str, dt.date]) -> Period:
    """To the day in the address, else to the cut-off of the year's report; never beyond today."""
    day = parsed_day(request.GET.get("as_of", ""))
    cut = day or days.get(indicator.id) or dt.date(year, 12, 31)
    return year_until(min(cut, max(request.moment.today, dt.date(year, 1, 1))))


@business
def year(request: DeskRequest) -> HttpResponse:
    """Every derived figure of a year beside last year's."""
    chosen = _year(request)
    by_mechanism: dict[str, list[dict[str, Any]]] = {}
    town = request.acting.town_id
    days, problem = _cutoffs(request, chosen)
    for indicator in town_indicators(town):
        period = _period(request, indicator, chosen, days)
        now, before = derive(indicator, town, period), derive(indicator, town, period.a_year_before())
        by_mechanism.setdefault(indicator.mechanism, []).append(_block(now, before, request))
    this_year = request.moment.today.year
    context = {
        "title": f"{chosen}年的数字",
        "lede": "每个数字都从事项里数出来，点开能看到它数的是哪些。没有一个是手填的。",
        "problem": problem,
        "years": [
            {"label": str(n), "url": f"?year={n}", "current": n == chosen}
            for n in sorted({2021, 2022, this_year - 1, this_year, chosen})
        ],
        "groups": [
            {"title": mechanism.label, "note": "", "figures": by_mechanism[mechanism.code]}
            for mechanism in mechanisms()
            if mechanism.code in by_mechanism
        ],
    }
    return render(request, "figures/list.html", context)


def _block(now: Figure, before: Figure, request: DeskRequest) -> dict[str, Any]:
    delta = ""
    if isinstance(now.value, int) and isinstance(before.value, int):
        difference = now.value - before.value
        delta = "持平" if difference == 0 else f"{difference:+,}"
    url = reverse("figure", args=[now.indicator.id])
    return {
        "name": now.indicator.name,
        "value": shown(now.value, now.indicator.unit),
        "unit": now.indicator.unit,
        "last_year": shown(before.value, before.indicator.unit),
        "delta": delta,
        "as_of": now.period.as_of.isoformat(),
        "url": f"{url}?year={now.period.as_of.year}&as_of={now.period.as_of.isoformat()}",
        "kind": "derived",
        "completeness": "未设报送",
    }


def _wanted(request: DeskRequest, identifier: str) -> tuple[Indicator, Period, str]:
    """The figure in the address, its period, and what is wrong with the town's cut-offs; raises Http404."""
    chosen = _year(request)
    try:
        indicator = town_indicator(identifier, request.acting.town_id)
    except KeyError:
        raise Http404("没有这个数字。") from None
    days, problem = _cutoffs(request, chosen)
    return indicator, _period(request, indicator, chosen, days), problem


@business
def export(request: DeskRequest, identifier: str) -> HttpResponse:
    """The records of a figure as a workbook: numbers, dates, amounts and entries; those of restricted matters too, for
    they hold no name."""
    indicator, period, _ = _wanted(request, identifier)
    records = records_of(indicator, request.acting.town_id, period)
    rows = ((record.number, record.date, record.amount, record.entry) for record in records)
    title = f"{indicator.name}（{period.start.isoformat()} 至 {period.as_of.isoformat()}）"
    data = write_list(("编号", indicator.date_label, f"计入（{indicator.unit}）", "留痕"), rows, title=title)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="records.xlsx"'
    return response


@business
def detail(request: DeskRequest, identifier: str) -> HttpResponse:
    """One figure: what is counted, by which date, and every record behind it."""
    indicator, period, problem = _wanted(request, identifier)
    town, chosen = request.acting.town_id, period.as_of.year
    figure = derive(indicator, town, period)
    before = derive(indicator, town, period.a_year_before())
    records = records_of(indicator, town, period)
    page = _page_number(request, len(records))
    context = {
        "figure": _inspected(request, figure, before, records),
        "problem": problem,
        "list_url": f"{reverse('figures')}?year={chosen}",
        "list_label": f"{chosen}年的数字",
        "records_title": f"{len(records):,} 条记录",
        "actions": [{"label": "导出记录", "url": _export_url(request, identifier), "icon": "file-spreadsheet"}],
        "columns": RECORD_COLUMNS,
        "rows": _rows(request, records[page * PAGE : (page + 1) * PAGE]),
        "page": _pager(request, page, len(records)),
    }
    return render(request, "figures/detail.html", context)


def _export_url(request: DeskRequest, identifier: str) -> str:
    return f"{reverse('figure-records', args=[identifier])}?{request.GET.urlencode()}"


def _page_number(request: DeskRequest, count: int) -> int:
    text = request.GET.get("page", "0")
    return min(int(text), max(count - 1, 0) // PAGE) if text.isdigit() and len(text) < 7 else 0


def _pager(request: DeskRequest, page: int, count: int) -> dict[str, str] | None:
    if count <= PAGE:
        return None

    def url(n: int) -> str:
        query = request.GET.copy()
        query["page"] = str(n)
        return f"?{query.urlencode()}"

    first, last = page * PAGE + 1, min((page + 1) * PAGE, count)
    return {
        "summary": f"第 {first:,} 至 {last:,} 条",
        "count": f"共 {count:,} 条",
        "newer_url": url(page - 1) if page else "",
        "older_url": url(page + 1) if last < count else "",
    }


def _inspected(request: DeskRequest, figure: Figure, before: Figure, records: Sequence[Record]) -> dict[str, Any]:
    indicator, period, today = figure.indicator, figure.period, request.moment.today
    digest = digest_of(records)
    checkpoint, head = last_checkpoint(figure.town_id), head_of(figure.town_id)
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
        "completeness": "未设报送",
        "digest": " ".join(digest[at : at + 4] for at in range(0, 16, 4)) + f" … {digest[-4:]}",
        "sealed_at": "已封存" if checkpoint and checkpoint.size == head.size else "",
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
