"""Lists of matters that wait for a certain act (未缴案件), in parts and as a workbook; and the links that lead there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.sheets.api import write_list
from guiju.kernel.matters.api import visible_to
from guiju.kernel.mechanism.api import AT_MOST, Mechanism, Said, WorkLine, WorkList, mechanisms
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX
from guiju.web.present.law import article


def _found(request: DeskRequest, identifier: str) -> tuple[Mechanism, WorkList]:
    for mechanism in mechanisms():
        for worklist in mechanism.worklists:
            if worklist.id == identifier:
                request.mechanism = mechanism.code
                return mechanism, worklist
    raise Http404("没有这张清单。")


def _lines(request: DeskRequest, worklist: WorkList) -> tuple[list[WorkLine], bool]:
    """The lines of the matters that the person sees, what presses first; and whether there are more than a list holds."""
    selected = worklist.select(request.acting.town_id).filter(id__in=visible_to(request.acting).values("id"))
    matters = list(selected[: AT_MOST + 1])
    order = list(worklist.parts)
    lines = worklist.lines(matters[:AT_MOST], request.moment)
    return (
        sorted(lines, key=lambda one: (order.index(one.part), one.day is None, one.day, one.matter_id)),
        len(matters) > AT_MOST,
    )


@business
def worklist(request: DeskRequest, identifier: str) -> HttpResponse:
    """One list: its parts in the address, a line each with what comes next, when, by which article."""
    mechanism, chosen = _found(request, identifier)
    lines, more = _lines(request, chosen)
    part = request.GET.get("part", "")
    context = {
        "title": chosen.label,
        "lede": chosen.lede,
        "list_label": mechanism.label,
        "list_url": reverse("mechanism", args=[mechanism.code]),
        "actions": [
            {"label": "导出 Excel", "url": reverse("worklist-export", args=[identifier]), "icon": "file-spreadsheet"}
        ],
        "views": _views(chosen, lines, part),
        "columns": [{"label": heading, "right": heading in chosen.amounts} for heading in chosen.headings],
        "rows": [_row(chosen, line, request) for line in lines if part in ("", line.part)],
        "more": f"只列出决定最早的{AT_MOST}件，其余办结以后自动补上。" if more else "",
        "nothing": chosen.nothing if not lines else "这一类没有。",
        "notes": chosen.notes,
    }
    return render(request, "matters/worklist.html", context)


def _views(chosen: WorkList, lines: Sequence[WorkLine], current: str) -> list[dict[str, Any]]:
    counts = {part: sum(line.part == part for line in lines) for part in chosen.parts}
    parts = [("", "全部", len(lines)), *((part, name, counts[part]) for part, name in chosen.parts.items())]
    return [
        {"label": name, "count": str(count), "url": f"?part={part}" if part else "?", "current": part == current}
        for part, name, count in parts
    ]


def _row(chosen: WorkList, line: WorkLine, request: DeskRequest) -> dict[str, Any]:
    cells = []
    for heading, said in zip(chosen.headings, line.said, strict=True):
        cell = _cell(said, request)
        cell["right"] = heading in chosen.amounts
        cell["place"] = chosen.narrow.index(heading) + 1 if heading in chosen.narrow else None
        if heading == chosen.narrow[0]:
            cell["url"] = reverse("matter", args=[line.matter_id])
        cells.append(cell)
    return {"id": line.matter_id, "cells": cells}


def _cell(said: Said, request: DeskRequest) -> dict[str, Any]:
    told: dict[str, Any] = {"text": said.text, "look": said.look, "note": said.note, "unsure": said.unsure}
    if said.basis is not None:
        told["article"] = article(said.basis, request.moment)
    return told


@business
def export(request: DeskRequest, identifier: str) -> HttpResponse:
    """The list as a workbook, parties masked, each act with its article."""
    _, chosen = _found(request, identifier)
    lines, _ = _lines(request, chosen)
    made = f"导出：{request.acting.name}，{request.moment.today.isoformat()}。当事人姓名已隐去。"
    rows = (tuple(_written(said) for said in line.said) for line in lines)
    data = write_list(chosen.headings, rows, title=chosen.label, notes=(made, *chosen.notes))
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="list.xlsx"'
    return response


def _written(said: Said) -> str:
    basis = f"（{said.basis.label}{'，待核实' if said.unsure else ''}）" if said.basis is not None else ""
    return "；".join(filter(None, [f"{said.text}{basis}", said.note]))
