"""A list on paper, and several chosen matters at once: exported or printed. Steps are taken one by one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from guiju.exchange.exporting import export_matters
from guiju.kernel.matters.api import Matter, visible_to
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_filters import selected, wanted_of, words_of
from guiju.web.desk.matter_list import XLSX
from guiju.web.present.rows import COLUMNS, rows
from guiju.web.present.words import day_with_weekday

AT_MOST = 500  # rows of a printed list
ORDER = ("-registered_on", "-id")


@business
def print_list(request: DeskRequest) -> HttpResponse:
    """The matters that the filters of the address leave, made to be printed."""
    wanted = wanted_of(request.GET)
    words = words_of(request, wanted) + ([f"搜索：{wanted['q']}"] if wanted["q"] else [])
    return _sheet(request, selected(request, wanted), "，".join(words))


@require_POST
@business
def chosen(request: DeskRequest) -> HttpResponse:
    """Export or print the rows that were ticked; what the person does not see is left out."""
    keys = [int(key) for key in request.POST.getlist("chosen") if key.isdecimal()][:AT_MOST]
    found = visible_to(request.acting).filter(id__in=keys)
    if request.POST.get("do") == "export":
        response = HttpResponse(export_matters(found.order_by(*ORDER), request.moment), content_type=XLSX)
        response["Content-Disposition"] = 'attachment; filename="chosen-matters.xlsx"'
        return response
    return _sheet(request, found, "所选的事项")


def _sheet(request: DeskRequest, found: QuerySet[Matter], words: str) -> HttpResponse:
    matters = list(found.order_by(*ORDER)[: AT_MOST + 1])
    context = {
        "day": day_with_weekday(request.moment.today),
        "words": words,
        "columns": COLUMNS,
        "rows": rows(matters[:AT_MOST], request.moment),
        "more": f"只印登记最近的{AT_MOST}件，其余请加条件或者导出 Excel。" if len(matters) > AT_MOST else "",
    }
    return render(request, "matters/sheet.html", context)
