"""The registers that the town made itself: what each holds, since when, its figures; ending one, and taking it up."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.indicators.api import town_indicators
from guiju.kernel.mechanism.api import CannotDefine, OwnRegister, OwnRegisters, own_registers
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business


@business
def own(request: DeskRequest) -> HttpResponse:
    """Every register that the town made; POST ends one, or takes an ended one up again."""
    mechanism = own_registers()
    if mechanism is None:
        raise Http404("没有装自定义台账。")
    error = ""
    if request.method == "POST":
        try:
            change = mechanism.resume if request.POST.get("do") == "resume" else mechanism.end
            plan = change(request.POST.get("register", ""), request.moment)
            apply([plan], request.moment.now)
            return HttpResponseRedirect(request.path)
        except CannotDefine as refused:
            error = str(refused)
    context = {
        "registers": _listed(request, mechanism),
        "import_url": reverse("import") if request.acting.may("imports") else "",
        "may_end": mechanism.may_define(request.acting),
        "error": error,
    }
    return render(request, "imports/own.html", context, status=400 if error else 200)


def _listed(request: DeskRequest, mechanism: OwnRegisters) -> list[dict[str, Any]]:
    town = request.acting.town_id
    figures = [(item.id, item.name) for item in town_indicators(town)]
    return [
        _register(item, request, [(i, name) for i, name in figures if i.startswith(f"{item.id}.")])
        for item in mechanism.listed(town)
    ]


def _register(item: OwnRegister, request: DeskRequest, figures: list[tuple[str, str]]) -> dict[str, Any]:
    keeper = request.moment.directory.unit_names.get(item.unit_id, "") if item.unit_id is not None else "全镇各单位"
    until = f" 至 {item.until.isoformat()}，已停用" if item.until else " 起"
    return {
        "id": item.id,
        "name": item.name,
        "note": f"{keeper}　{item.since.isoformat()}{until}",
        "columns": [
            {"heading": heading, "kind": f"{kind}，加密保存" if private else kind}
            for heading, kind, private in item.columns
        ],
        "figures": [
            {"label": name.rpartition("：")[2], "url": reverse("figure", args=[identifier])}
            for identifier, name in figures
        ],
        "ended": item.until is not None,
    }
