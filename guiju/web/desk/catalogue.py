"""执法事项目录: what the town enforces on a day, what was taken back, and what became of the cases under each (第24条)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.sheets.api import write_list
from guiju.kernel.lawbook.api import ItemRow
from guiju.kernel.matters.api import visible_to
from guiju.kernel.mechanism.api import ItemCase, Mechanism, mechanisms
from guiju.web.access import DeskRequest, business, parsed_day
from guiju.web.desk.matter_list import XLSX
from guiju.web.present.law import article

HEADINGS = ("领域", "事项", "依据", "交给镇的文件", "从哪天起", "最后一天", "收回后由谁执法", "说明")


def _enforcing() -> Mechanism | None:
    return next((one for one in mechanisms() if one.cases_of_items is not None), None)


def _cases(request: DeskRequest, items: Sequence[str]) -> Mapping[str, list[ItemCase]]:
    """The cases that the person sees under some items, by item; two statements."""
    mechanism, found = _enforcing(), {item: list[ItemCase]() for item in items}
    if mechanism is None or mechanism.cases_of_items is None:
        return found
    told = list(mechanism.cases_of_items(request.acting.town_id, items))
    seen = visible_to(request.acting).filter(mechanism=mechanism.code)
    ids = set(seen.filter(id__in=[one.matter_id for one in told]).values_list("id", flat=True))
    for case in told:
        if case.matter_id in ids:
            found[case.item].append(case)
    return found


@business
def catalogue(request: DeskRequest) -> HttpResponse:
    """The items of a day, and those that were taken back by it with the cases then in hand."""
    moment = request.moment
    day = parsed_day(request.GET.get("day", "")) or moment.today
    held, gone = moment.lawbook.items(day), _taken_back(request, day)
    cases = _cases(request, [*(row.id for row in held), *(row.id for row in gone)])
    mechanism = _enforcing()
    if mechanism is not None:
        request.mechanism = mechanism.code
    context = {
        "day": day.isoformat(),
        "list_label": mechanism.label if mechanism is not None else "事项",
        "list_url": reverse("mechanism", args=[mechanism.code]) if mechanism is not None else reverse("matters"),
        "held": [_held(row, cases[row.id], day, request) for row in held],
        "gone": [_gone(row, cases[row.id], request) for row in gone],
        "actions": [
            {
                "label": "导出 Excel",
                "url": f"{reverse('catalogue-export')}?{urlencode({'day': day.isoformat()})}",
                "icon": "file-spreadsheet",
            }
        ],
    }
    return render(request, "law/catalogue.html", context)


def _taken_back(request: DeskRequest, day: dt.date) -> list[ItemRow]:
    """Items that the town enforced once and no longer enforces on the day."""
    book = request.moment.lawbook
    held = {row.id for row in book.items(day)}
    ended = (row for last in book.items() for row in book.item_history(last.id) if row.to is not None and row.to < day)
    newest = {row.id: row for row in ended}
    return [row for code, row in newest.items() if code not in held]


def _told(row: ItemRow, request: DeskRequest) -> dict[str, Any]:
    cited = article(row.basis, request.moment) if row.basis is not None else {"label": row.basis_text}
    return {
        "domain": row.domain,
        "label": row.label,
        "basis": cited,
        "source": row.source,
        "since": row.from_.isoformat(),
        "unsure": row.status != "verified",
        "note": row.note,
    }


def _held(row: ItemRow, cases: Sequence[ItemCase], day: dt.date, request: DeskRequest) -> dict[str, Any]:
    mechanism = _enforcing()
    in_hand = sum(case.in_hand_on(day) for case in cases)
    url = reverse("mechanism", args=[mechanism.code]) if mechanism is not None else ""
    return {
        **_told(row, request),
        "in_hand": in_hand,
        "url": f"{url}?{urlencode({'q': row.label, 'state': 'open'})}" if in_hand and url else "",
    }


def _gone(row: ItemRow, cases: Sequence[ItemCase], request: DeskRequest) -> dict[str, Any]:
    assert row.to is not None
    then = [case for case in cases if case.in_hand_on(row.to)]
    later = [case for case in cases if case.since > row.to]
    return {
        **_told(row, request),
        "to": row.to.isoformat(),
        "returned_to": row.returned_to,
        "returned_by": article(row.returned_by, request.moment) if row.returned_by is not None else None,
        "cases": [_case(case, "") for case in then] + [_case(case, "收回以后才立案") for case in later],
    }


def _case(case: ItemCase, remark: str) -> dict[str, Any]:
    return {
        "number": case.number,
        "url": reverse("matter", args=[case.matter_id]),
        "since": case.since.isoformat(),
        "became": case.became,
        "remark": remark,
        "open": case.until is None,
    }


@business
def export(request: DeskRequest) -> HttpResponse:
    """The catalogue of a day as a workbook, with what was taken back by it."""
    day = parsed_day(request.GET.get("day", "")) or request.moment.today
    rows = (
        (row.domain, row.label, row.cited, row.source, row.from_, row.to, row.returned_to, _remark(row))
        for row in (*request.moment.lawbook.items(day), *_taken_back(request, day))
    )
    title = f"{request.moment.directory.town_name}行政执法事项目录（{day.isoformat()}）"
    response = HttpResponse(write_list(HEADINGS, rows, title=title), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="catalogue.xlsx"'
    return response


def _remark(row: ItemRow) -> str:
    return f"{'待核实。' if row.status != 'verified' else ''}{row.note}"
