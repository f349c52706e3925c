"""Lists of matters: all, or those of one mechanism; filters live in the address; keyset pages; export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.exporting import export_matters
from guiju.kernel.matters.api import Matter, count_up_to, page_of
from guiju.kernel.mechanism.api import Mechanism, mechanism_of
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_filters import picks, query_of, selected, wanted_of
from guiju.web.desk.registration import registrable
from guiju.web.present.rows import COLUMNS, rows
from guiju.web.present.words import from_to
from guiju.web.present.worklists import list_links
from guiju.web.saved_views import KeptView, saved_views
from guiju.web.shell import shown_count

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING_YET = {"登记": "可以登记一件", "导入 Excel": "手上的台账可以导进来"}
USUAL = (("all=1", "全部"), ("state=open", "在办"), ("due=week", "七日内到期"), ("due=late", "已逾期"))
TOGETHER = [
    {"name": "do", "value": "export", "label": "导出所选", "icon": "file-spreadsheet"},
    {"name": "do", "value": "print", "label": "打印所选", "icon": "printer"},
]


@business
def matters(request: DeskRequest) -> HttpResponse:
    """All matters that the person sees."""
    return _listed(request, None)


@business
def mechanism(request: DeskRequest, code: str) -> HttpResponse:
    """The matters of one mechanism."""
    try:
        return _listed(request, mechanism_of(code))
    except KeyError:
        raise Http404("没有这一类事项。") from None


def _listed(request: DeskRequest, only: Mechanism | None) -> HttpResponse:
    views = saved_views(request.acting) if only is None else []
    if not request.GET and (usual := next((view for view in views if view.is_usual), None)):
        return HttpResponseRedirect(f"{request.path}?{usual.query}")
    wanted = wanted_of(request.GET, only)
    found = selected(request, wanted)
    page = page_of(found, before=request.GET.get("before", ""), after=request.GET.get("after", ""))
    ways_in = _ways_in(request, only)
    context = {
        "title": only.label if only else "事项",
        "search_words": wanted["q"],
        "views": _lists(request, only) if only else _views(wanted, views),
        "actions": _actions(wanted, ways_in),
        "bar": _bar(request, wanted, only),
        "bulk_bar": {"actions": TOGETHER},
        "bulk_action": reverse("matters-chosen"),
        "columns": COLUMNS,
        "rows": rows(page.rows, request.moment, of_one=only is not None),
        "page": _pager(request, page, found, wanted),
        "nothing": _nothing(wanted, only, ways_in),
    }
    return render(request, "matters/list.html", context)


def _actions(wanted: dict[str, str], ways_in: list[dict[str, str]]) -> list[dict[str, Any]]:
    query = query_of(wanted)
    return [
        {"label": "打印", "url": f"{reverse('matters-print')}?{query}", "icon": "printer"},
        {"label": "导出 Excel", "url": f"{reverse('matters-export')}?{query}", "icon": "file-spreadsheet"},
        *({**way, "primary": True} for way in ways_in[:1]),
    ]


def _views(wanted: dict[str, str], saved: Sequence[KeptView]) -> list[dict[str, Any]]:
    """The views that everybody has, then those that somebody keeps, then the way to keep this one."""
    query = query_of(wanted)
    views = [
        {"label": label, "url": f"?{asked}", "current": asked in (query, query or "all=1")} for asked, label in USUAL
    ]
    known = {asked for asked, _ in USUAL}
    kept = [view for view in saved if view.query not in known]
    views += [{"label": view.name, "url": f"?{view.query}", "current": view.query == query} for view in kept]
    keep = {**wanted, "q": ""}
    if query_of(keep) and not any(view["current"] for view in views):
        views.append({"label": "存为视图", "url": f"{reverse('saved-views')}?{query_of(keep)}", "current": False})
    elif saved:
        views.append({"label": "我的视图", "url": reverse("saved-views"), "current": False})
    return views


def _lists(request: DeskRequest, only: Mechanism) -> list[dict[str, Any]]:
    """Beside all matters of a mechanism the lists, tables and sheets that are made of them."""
    links = list_links(request.acting, only)
    return [{"label": "全部", "url": request.path, "current": True}, *links] if links else []


def _ways_in(request: DeskRequest, only: Mechanism | None) -> list[dict[str, str]]:
    """How a matter gets into this list: registered one by one, or imported with its sheet; the first is the usual one."""
    ways = []
    if any(only is None or code == only.code for code, _ in registrable(request)):
        url = reverse("register") + (f"?mechanism={only.code}" if only else "")
        ways.append({"label": "登记", "url": url, "icon": "pencil-plus"})
    if request.acting.may("imports"):
        ways.append({"label": "导入 Excel", "url": reverse("import"), "icon": "table-import"})
    return ways


def _nothing(wanted: dict[str, str], only: Mechanism | None, ways_in: list[dict[str, str]]) -> dict[str, str]:
    filtered = any(value for name, value in wanted.items() if not (only and name == "mechanism"))
    if len(wanted.get("q", "").strip()) == 1:
        return {"text": "只写一个字找不全，请写两个字，比如姓名的头两个字。", "label": "清除条件", "url": "?all=1"}
    if filtered:
        return {"text": "没有符合这些条件的事项。", "label": "清除条件", "url": "?all=1"}
    if not ways_in:
        return {"text": "还没有事项。"}
    words = "；".join(NOTHING_YET[way["label"]] for way in ways_in)
    return {"text": f"还没有事项。{words}。", "label": f"去{ways_in[0]['label']}", "url": ways_in[0]["url"]}


def _pager(
    request: DeskRequest, page: Any, selected: QuerySet[Matter], wanted: dict[str, str]
) -> dict[str, str] | None:
    if not page.rows:
        return None
    kept = {name: value for name, value in wanted.items() if value}

    def url(name: str, cursor: str) -> str:
        return f"{request.path}?{urlencode(kept | {name: cursor})}" if cursor else ""

    first, last = page.rows[0].registered_on, page.rows[-1].registered_on
    return {
        "summary": f"本页 {len(page.rows)} 件，登记日 {from_to(first, last)}",
        "count": f"符合条件 {shown_count(count_up_to(selected)) or '0'} 件",
        "newer_url": url("after", page.newer),
        "older_url": url("before", page.older),
    }


def _bar(request: DeskRequest, wanted: dict[str, str], only: Mechanism | None) -> dict[str, Any]:
    active = sum(bool(value) for name, value in wanted.items() if not (only and name == "mechanism"))
    return {
        "action": request.path,
        "words": wanted["q"],
        "picks": picks(request, wanted, only),
        "clear_url": f"{request.path}?all=1",
        "clear_count": active,
    }


@business
def export(request: DeskRequest) -> HttpResponse:
    """The list as a workbook, parties masked; the export is an entry."""
    data = export_matters(selected(request, wanted_of(request.GET)), request.moment)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="matters.xlsx"'
    return response
