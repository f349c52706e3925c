"""What has to be public before anybody acts (事前公示): to be read, printed and handed out as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.sheets.api import write_list
from guiju.kernel.mechanism.api import Mechanism, PublicSheet, SheetPart, mechanisms
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX

WIDTH = 4


def _found(identifier: str) -> tuple[Mechanism, PublicSheet]:
    for mechanism in mechanisms():
        for sheet in mechanism.public_sheets:
            if sheet.id == identifier:
                return mechanism, sheet
    raise Http404("没有这张公示表。")


@business
def sheet(request: DeskRequest, identifier: str) -> HttpResponse:
    """The sheet as it stands today."""
    mechanism, chosen = _found(identifier)
    request.mechanism = mechanism.code
    context = {
        "title": chosen.label,
        "lede": chosen.lede,
        "day": request.moment.today.isoformat(),
        "list_label": mechanism.label,
        "list_url": reverse("mechanism", args=[mechanism.code]),
        "actions": [
            {
                "label": "导出 Excel",
                "url": reverse("public-sheet-export", args=[identifier]),
                "icon": "file-spreadsheet",
            }
        ],
        "parts": chosen.parts(request.moment),
    }
    return render(request, "law/public_sheet.html", context)


@business
def export(request: DeskRequest, identifier: str) -> HttpResponse:
    """The sheet as a workbook, part after part."""
    _, chosen = _found(identifier)
    title = f"{request.moment.directory.town_name}人民政府{chosen.label}（{request.moment.today.isoformat()}）"
    data = write_list(("", *[""] * (WIDTH - 1)), _lines(chosen.parts(request.moment)), title=title)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="before.xlsx"'
    return response


def _lines(parts: Sequence[SheetPart]) -> Iterator[tuple[str, ...]]:
    for part in parts:
        yield (part.title,)
        yield part.headings
        yield from part.rows
        if part.note:
            yield (part.note,)
        yield ("",)
