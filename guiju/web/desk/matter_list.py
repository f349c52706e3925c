"""Lists of matters: all, or those of one mechanism; filters live in the address; keyset pages; export."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.exporting import export_matters
from guiju.kernel.matters.api import Matter, count_up_to, find, page_of, visible_to
from guiju.kernel.mechanism.api import Mechanism, mechanism_of, mechanisms
from guiju.web.access import DeskRequest, business, parsed_day
from guiju.web.desk.registration import registrable
from guiju.web.inputs import units_for
from guiju.web.present.rows import COLUMNS, rows
from guiju.web.present.worklists import list_links
from guiju.web.shell import shown_count

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING_YET = {"登记": "可以登记一件", "导入 Excel": "手上的台账可以导进来"}
STATES = {"": "不限", "open": "在办", "closed": "已办结"}


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


def _filters(request: DeskRequest, only: Mechanism | None) -> dict[str, str]:
    names = ("q", "mechanism", "state", "unit", "since", "until")
    wanted = {name: request.GET.get(name, "").strip() for name in names}
    if only is not None:
        wanted["mechanism"] = only.code
    return wanted


def _selected(request: DeskRequest, wanted: dict[str, str]) -> QuerySet[Matter]:
    found = visible_to(request.acting)
    if wanted["mechanism"]:
        found = found.filter(mechanism=wanted["mechanism"])
    if wanted["state"] in ("open", "closed"):
        found = found.filter(closed_on__isnull=wanted["state"] == "open")
    if wanted["unit"].isdigit():
        found = found.filter(unit_id=int(wanted["unit"]))
    if since := parsed_day(wanted["since"]):
        found = found.filter(registered_on__gte=since)
    if until := parsed_day(wanted["until"]):
        found = found.filter(registered_on__lte=until)
    if wanted["q"]:
        found = found.filter(id__in=find(request.acting.town_id, wanted["q"]))
    return found


def _listed(request: DeskRequest, only: Mechanism | None) -> HttpResponse:
    wanted = _filters(request, only)
    selected = _selected(request, wanted)
    page = page_of(selected, before=request.GET.get("before", ""), after=request.GET.get("after", ""))
    query = urlencode({name: value for name, value in wanted.items() if value})
    ways_in = _ways_in(request, only)
    context = {
        "title": only.label if only else "事项",
        "search_words": wanted["q"],
        "views": _views(request, only),
        "actions": [
            {"label": "导出 Excel", "url": f"{reverse('matters-export')}?{query}", "icon": "file-spreadsheet"},
            *({**way, "primary": True} for way in ways_in[:1]),
        ],
        "bar": _bar(request, wanted, only),
        "columns": COLUMNS,
        "rows": rows(page.rows, request.moment, of_one=only is not None),
        "page": _pager(request, page, selected, wanted),
        "nothing": _nothing(wanted, only, ways_in),
    }
    return render(request, "matters/list.html", context)


def _views(request: DeskRequest, only: Mechanism | None) -> list[dict[str, Any]]:
    """Beside all matters of a mechanism the lists, tables and sheets that are made of them."""
    links = list_links(request.acting, only) if only is not None else []
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
    if filtered:
        return {"text": "没有符合这些条件的事项。", "label": "清除条件", "url": "?"}
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
        "summary": f"本页 {len(page.rows)} 件，登记日 {first.isoformat()} 至 {last.isoformat()}",
        "count": f"符合条件 {shown_count(count_up_to(selected)) or '0'} 件",
        "newer_url": url("after", page.newer),
        "older_url": url("before", page.older),
    }


def _pick(name: str, label: str, value: str, options: list[tuple[str, str]], clear: str) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "kind": "choice",
        "value": value,
        "options": [{"value": key, "label": text, "chosen": key == value} for key, text in options],
        "active": bool(value),
        "clear_url": clear,
    }


def _bar(request: DeskRequest, wanted: dict[str, str], only: Mechanism | None) -> dict[str, Any]:
    def without(name: str) -> str:
        return "?" + urlencode({key: value for key, value in wanted.items() if value and key != name})

    units = [("", "不限"), *((str(key), text) for key, text in units_for(request.moment).items())]
    kinds = [("", "不限"), *((item.code, item.label) for item in mechanisms())]
    picks = [] if only else [_pick("mechanism", "种类", wanted["mechanism"], kinds, without("mechanism"))]
    picks.append(_pick("state", "办理", wanted["state"], list(STATES.items()), without("state")))
    picks.append(_pick("unit", "单位", wanted["unit"], units, without("unit")))
    for name, label in (("since", "登记日起"), ("until", "登记日止")):
        pick = _pick(name, label, wanted[name], [], without(name))
        picks.append({**pick, "kind": "date"})
    active = sum(bool(value) for name, value in wanted.items() if not (only and name == "mechanism"))
    return {
        "action": request.path,
        "words": wanted["q"],
        "picks": picks,
        "clear_url": request.path,
        "clear_count": active,
    }


@business
def export(request: DeskRequest) -> HttpResponse:
    """The list as a workbook, parties masked; the export is an entry."""
    selected = _selected(request, _filters(request, None))
    data = export_matters(selected, request.moment)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="matters.xlsx"'
    return response
