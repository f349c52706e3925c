"""Lines from WeChat as rows: what is certain is filled, what is not is asked; confirmed by a person, then imported."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.returns.answering import may_answer
from guiju.exchange.returns.confirmed_rows import confirmed_sheet, fields_asked, kind_field, suggested
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import How, OwingUnit
from guiju.exchange.returns.pasting.api import Around, LeftOver, PastedRow, read_pasted
from guiju.exchange.returns.records import asked_registers
from guiju.exchange.returns.uploading import asked_figures, stage_answer
from guiju.kernel.procedure.api import Register
from guiju.web.access import DeskRequest, business
from guiju.web.desk.returning.given import given_figures
from guiju.web.desk.returning.unit import owing_or_404, told_in

ROWS_AT_MOST = 300


@require_POST
@business
def pasted(request: DeskRequest, key: int) -> HttpResponse:
    """Read the pasted text and show its rows; with `rows`, take what was confirmed."""
    owing = owing_or_404(request, key)
    register = next((each for each in asked_registers(owing.round) if each.id == request.POST.get("register")), None)
    if register is None or owing.round.from_district:
        raise Http404("这一轮不报这本台账。")
    if not may_answer(request.acting, owing):
        raise PermissionDenied("这一轮由别的单位报，您的岗位不能代报。")
    one = owing.round
    around = Around(one.period_from, one.period_to, request.moment.today)
    rows, left = read_pasted(request.POST.get("text", "")[:20_000], around, kind_field(register))
    rows = rows[:ROWS_AT_MOST]
    problem = "" if rows else "没有读出一件事。每件写一句就行：哪天、谁和谁、为什么、多少钱。"
    if rows and "rows" in request.POST:
        lacking = _lacking(request, rows, register)
        try:
            if not lacking:
                return _taken(request, owing, register, len(rows))
            problem = f"还有 {lacking} 处没有答。请填上，或者把那一行去掉。"
        except (ReturnError, NotAllowedToImport) as error:
            problem = str(error)
    return render(request, "returns/pasted.html", _context(request, owing, register, rows, left, problem))


def _value(request: DeskRequest, at: int, name: str) -> str:
    return request.POST.get(f"r{at}.{name}", "").strip()


def _kept(request: DeskRequest, at: int) -> bool:
    return f"keep{at}" in request.POST


def _lacking(request: DeskRequest, rows: list[PastedRow], register: Register) -> int:
    """How many questions are neither answered by a value nor confirmed as asked."""
    found = 0
    for at, row in enumerate(rows):
        if not _kept(request, at):
            continue
        for name, (_, question) in suggested(row, register).items():
            answered = _value(request, at, name) or name not in _required(register)
            found += bool(question) and not (answered and f"sure{at}" in request.POST)
    return found


def _required(register: Register) -> set[str]:
    return {column.field for column in register.layouts[0].columns if column.required}


def _taken(request: DeskRequest, owing: OwingUnit, register: Register, count: int) -> HttpResponse:
    """The confirmed rows go to the importer like any workbook."""
    told = [
        {name: _typed(_value(request, at, name)) for name in fields_asked(register)}
        for at in range(count)
        if _kept(request, at)
    ]
    if not told:
        raise ReturnError("一行也没有留下。没有要报的，请回上一页选零报告。")
    asked = asked_figures(owing)
    answer, given = told_in(request, How.LINES, asked), given_figures(request, owing, asked)
    data = confirmed_sheet(register, owing.round, owing.unit.name, told)
    name = f"粘贴的文字-{owing.unit.name}.xlsx"
    upload = stage_answer(owing, data, name, request.acting, request.moment.now, answer, register.id, given)
    return HttpResponseRedirect(reverse("return-upload", args=[upload.id]))


def _typed(text: str) -> Any:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text


def _context(
    request: DeskRequest,
    owing: OwingUnit,
    register: Register,
    rows: list[PastedRow],
    left: list[LeftOver],
    problem: str,
) -> dict[str, Any]:
    told = "rows" in request.POST
    return {
        "unit": owing.unit.name,
        "unit_url": reverse("return-unit", args=[owing.id]),
        "round": owing.round,
        "register": register,
        "text": request.POST.get("text", ""),
        "told_by": request.POST.get("told_by", ""),
        "medium": request.POST.get("medium", ""),
        "figures": [(name, value) for name, value in request.POST.items() if name.startswith("figure.")],
        "rows": [_row(request, at, row, register, told) for at, row in enumerate(rows)],
        "asked": sum(1 for row in rows if any(question for _, question in suggested(row, register).values())),
        "left": [one.text for one in left],
        "problem": problem,
        "action": reverse("return-pasted", args=[owing.id]),
    }


def _row(request: DeskRequest, at: int, row: PastedRow, register: Register, told: bool) -> dict[str, Any]:
    required = _required(register)
    cells = []
    for name, (value, question) in suggested(row, register).items():
        item = register.field_table[name]
        shown = "" if value is None else value.isoformat() if isinstance(value, dt.date) else f"{value}"
        cells.append(
            {
                "name": f"r{at}.{name}",
                "label": item.label,
                "value": _value(request, at, name) if told else shown,
                "question": question,
                "required": name in required,
                "kind": "date" if item.kind == "date" else "text",
                "choices": list(item.choices.values()),
                "long": name in ("facts", "content", "agreement_text"),
            }
        )
    return {
        "at": at,
        "number": at + 1,
        "text": row.text,
        "cells": cells,
        "asks": any(cell["question"] for cell in cells),
        "kept": not told or _kept(request, at),
        "sure": told and f"sure{at}" in request.POST,
    }
