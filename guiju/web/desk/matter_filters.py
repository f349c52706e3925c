"""What a list of matters may be narrowed by: from the address to a selection, and back to words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from guiju.kernel.matters.api import Matter, find, visible_to
from guiju.kernel.mechanism.api import Mechanism, mechanisms
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, parsed_day
from guiju.web.inputs import units_for

NAMES = ("q", "mechanism", "stage", "state", "due", "unit", "since", "until")
STATES = {"": "不限", "open": "在办", "closed": "已办结"}
DUE = {"": "不限", "week": "七日内到期", "late": "已逾期"}
WEEK = dt.timedelta(days=7)


def wanted_of(given: Mapping[str, Any], only: Mechanism | None = None) -> dict[str, str]:
    """The filters that an address names, empty where it names none."""
    wanted = {name: str(given.get(name, "")).strip() for name in NAMES}
    if only is not None:
        wanted["mechanism"] = only.code
    if wanted["stage"] not in _stages(wanted["mechanism"]):  # of another mechanism, chosen before
        wanted["stage"] = ""
    return wanted


def query_of(wanted: Mapping[str, str]) -> str:
    """The filters as the part of an address behind the question mark."""
    return urlencode({name: value for name, value in wanted.items() if value})


def selected(request: DeskRequest, wanted: Mapping[str, str]) -> QuerySet[Matter]:
    """The matters that the person sees and the filters leave."""
    found = visible_to(request.acting)
    if wanted["mechanism"]:
        found = found.filter(mechanism=wanted["mechanism"])
    if wanted["stage"]:
        found = found.filter(stage=wanted["stage"])
    if wanted["state"] in ("open", "closed"):
        found = found.filter(closed_on__isnull=wanted["state"] == "open")
    if wanted["due"] in ("week", "late"):
        found = found.filter(id__in=_due(request, wanted["due"]))
    if wanted["unit"].isdecimal():
        found = found.filter(unit_id=int(wanted["unit"]))
    if since := parsed_day(wanted["since"]):
        found = found.filter(registered_on__gte=since)
    if until := parsed_day(wanted["until"]):
        found = found.filter(registered_on__lte=until)
    if wanted["q"]:
        found = found.filter(id__in=find(request.acting.town_id, wanted["q"]))
    return found


def _due(request: DeskRequest, due: str) -> QuerySet[Any]:
    """Matters with a running term that ends within seven days, or with one that may be called 逾期."""
    today = request.moment.today
    running = Term.objects.filter(town_id=request.acting.town_id, state=Term.State.OPEN)
    if due == "late":
        return running.filter(due_on__lt=today, red=True).values("matter_id")
    return running.filter(due_on__gte=today, due_on__lte=today + WEEK).values("matter_id")


def words_of(request: DeskRequest, wanted: Mapping[str, str]) -> list[str]:
    """The filters in words: 种类：人民调解; what is searched for is not among them."""
    return [f"{pick['label']}：{_chosen(pick)}" for pick in picks(request, wanted) if pick["active"]]


def _chosen(pick: Mapping[str, Any]) -> str:
    return next((option["label"] for option in pick["options"] if option["chosen"]), pick["value"])


def picks(request: DeskRequest, wanted: Mapping[str, str], only: Mechanism | None = None) -> list[dict[str, Any]]:
    """The filters as `guiju_forms.filters` draws them; each can be taken away by itself."""
    kinds = {"": "不限", **{item.code: item.label for item in mechanisms()}}
    units = {"": "不限", **{str(key): text for key, text in units_for(request.moment).items()}}
    choices = [] if only else [("mechanism", "种类", kinds)]
    if wanted["mechanism"]:
        choices.append(("stage", "阶段", {"": "不限", **_stages(wanted["mechanism"])}))
    choices += [("state", "办理", STATES), ("due", "期限", DUE), ("unit", "单位", units)]
    drawn = [_pick(name, label, wanted, options) for name, label, options in choices]
    dates = [_pick(name, label, wanted, {}) for name, label in (("since", "登记日起"), ("until", "登记日止"))]
    return [*drawn, *({**pick, "kind": "date"} for pick in dates)]


def _stages(code: str) -> dict[str, str]:
    """The stages of a mechanism's procedures in their order; none of a mechanism that there is not."""
    found = [stage for item in mechanisms() if item.code == code for one in item.procedures for stage in one.stages]
    return {stage.code: stage.label for stage in found}


def _pick(name: str, label: str, wanted: Mapping[str, str], options: Mapping[str, str]) -> dict[str, Any]:
    value = wanted[name]
    left = {key: text for key, text in wanted.items() if key != name}
    return {
        "name": name,
        "label": label,
        "kind": "choice",
        "value": value,
        "options": [{"value": key, "label": text, "chosen": key == value} for key, text in options.items()],
        "active": bool(value),
        "clear_url": f"?{query_of(left) or 'all=1'}",
    }
