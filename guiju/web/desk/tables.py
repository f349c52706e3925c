"""Tables that superiors ask for: which there are, one of them for a year as it would be handed in, and as a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.tables import make_table
from guiju.kernel.documents.api import Document
from guiju.kernel.indicators.api import Period, year_until
from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.mechanism.api import SuperiorTable, TableRow, superior_tables
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import EARLIEST_YEAR
from guiju.web.desk.matter_list import XLSX
from guiju.web.present.words import from_to

SHOWN = 200  # rows of a preview; the workbook holds all


def _mine(request: DeskRequest) -> list[SuperiorTable]:
    return [table for table in superior_tables() if request.acting.holds(table.posts)]


def _wanted(request: DeskRequest, identifier: str) -> SuperiorTable:
    """The table in the address; 404 where there is none, 403 for a post that does not hand it in."""
    table = next((one for one in superior_tables() if one.id == identifier), None)
    if table is None:
        raise Http404("没有这张表。")
    if not request.acting.holds(table.posts):
        raise PermissionDenied(f"“{table.label}”由承办队伍和司法所填报，您的岗位看不到。")
    return table


def _year(request: DeskRequest) -> int:
    """The year in the address; the last whole one where it is none."""
    text, this_year = request.GET.get("year", ""), request.moment.today.year
    asked = int(text) if text.isdecimal() else this_year - 1
    return asked if EARLIEST_YEAR <= asked <= this_year else this_year - 1


def _period(request: DeskRequest, year: int) -> Period:
    return year_until(min(dt.date(year, 12, 31), request.moment.today))


@business
def offered(request: DeskRequest) -> HttpResponse:
    """The tables that the person's posts hand in."""
    tables = [
        {"label": table.label, "url": reverse("table", args=[table.id]), "columns": len(table.headings)}
        for table in _mine(request)
    ]
    return render(request, "tables/list.html", {"tables": tables})


@business
def table(request: DeskRequest, identifier: str) -> HttpResponse:
    """One table of a year: what goes into it, and what is left out because a required cell is empty."""
    chosen, year = _wanted(request, identifier), _year(request)
    period = _period(request, year)
    rows = list(chosen.rows(request.moment, period))
    whole = [row for row in rows if not chosen.lacking(row)]
    this_year = request.moment.today.year
    context = {
        "title": chosen.label,
        "span": from_to(period.start, period.as_of),
        "years": [
            {"label": str(one), "url": f"?year={one}", "current": one == year}
            for one in sorted({*range(this_year - 3, this_year + 1), year})
        ],
        "actions": [
            {
                "label": "下载 Excel",
                "url": f"{reverse('table-download', args=[identifier])}?year={year}",
                "icon": "file-spreadsheet",
                "primary": True,
            }
        ],
        "columns": [{"label": one, "required": one in chosen.required} for one in chosen.headings],
        "rows": [_cells(chosen, row, year, period) for row in whole[:SHOWN]],
        "count": f"{len(whole):,} 行" + (f"，只显示前 {SHOWN} 行" if len(whole) > SHOWN else ""),
        "gaps": _gaps(request, chosen, [row for row in rows if chosen.lacking(row)]),
        "notes": chosen.notes,
    }
    return render(request, "tables/table.html", context)


def _cells(chosen: SuperiorTable, row: TableRow, year: int, period: Period) -> list[dict[str, Any]]:
    """The cells as text; a figure with an indicator behind it opens to its records."""
    cells = []
    for heading, value in zip(chosen.headings, row, strict=True):
        indicator = chosen.opens.get((str(row[0]), heading), "")
        url = f"{reverse('figure', args=[indicator])}?year={year}&as_of={period.as_of.isoformat()}" if indicator else ""
        cells.append({"text": _shown(value), "url": url, "right": isinstance(value, int | Decimal)})
    return cells


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:,.2f}".removesuffix(".00")
    return f"{value:,}" if isinstance(value, int) else str(value)


def _gaps(request: DeskRequest, chosen: SuperiorTable, rows: Sequence[TableRow]) -> list[dict[str, Any]]:
    """Rows that are left out, by name, with what they lack; the case behind one is linked where the person sees it."""
    place = chosen.headings.index(chosen.names_row) if chosen.names_row else None
    named = [str(row[place] or "") if place is not None else "" for row in rows]
    matters = _matters(request, [name for name in named if name])
    return [
        {
            "name": name or "（没有编号）",
            "url": reverse("matter", args=[matters[name]]) if name in matters else "",
            "lacks": "、".join(chosen.lacking(row)),
        }
        for name, row in zip(named, rows, strict=True)
    ]


def _matters(request: DeskRequest, numbers: Sequence[str]) -> dict[str, int]:
    """Matters that the person sees by their own number or that of a document; two statements."""
    if not numbers:
        return {}
    seen, town = visible_to(request.acting), request.acting.town_id
    papers = Document.objects.filter(town_id=town, number__in=numbers, matter_id__in=seen.values("id"))
    own: dict[str, int] = dict(
        Matter.objects.filter(id__in=seen.values("id"), number__in=numbers).values_list("number", "id")
    )
    return own | {number: matter for number, matter in papers.values_list("number", "matter_id") if matter is not None}


@business
def download(request: DeskRequest, identifier: str) -> HttpResponse:
    """The table as a workbook, as `guiju table` writes it: rows that lack a required cell are not in it."""
    chosen, year = _wanted(request, identifier), _year(request)
    made = make_table(chosen, request.moment, _period(request, year))
    response = HttpResponse(made.data, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{identifier}-{year}.xlsx"'
    return response
