"""报送: the rounds of a town for who keeps them, what is owed for a unit; a new round, and the last one again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import AskedFigure, OwingUnit, ReturnRound
from guiju.exchange.returns.offers import owed_by, owed_to_district, rounds_due_again
from guiju.exchange.returns.rounds import Wish, may_keep_rounds, next_period, plan_round, wish_again
from guiju.exchange.superiors_forms.api import forms_due, may_set_up
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.returning.asking import RoundForm
from guiju.web.desk.returning.round import deadline, round_or_404
from guiju.web.present.terms import SOON_DAYS
from guiju.web.present.words import from_to

SHOWN, FORMS_SHOWN = 40, 5


@business
def rounds(request: DeskRequest) -> HttpResponse:
    """The town's rounds for who sees the town; for a unit what it owes and what it answered."""
    acting, today = request.acting, request.moment.today
    context: dict[str, Any] = {"keeps": may_keep_rounds(acting), "sees_town": acting.sees_town}
    if acting.sees_town:
        own_rounds = ReturnRound.objects.filter(town_id=acting.town_id, district_round="")
        found = list(own_rounds.order_by("-period_to", "-id")[:SHOWN])
        counts = _counts(acting.town_id, [one.id for one in found])
        context["rounds"] = [_line(one, *counts.get(one.id, (0, 0)), today) for one in found]
        context["offers"] = offered(request)
        context["district"] = _of_district(acting.town_id, today)
    else:
        own = OwingUnit.objects.filter(town_id=acting.town_id, unit_id__in=acting.unit_ids, round__district_round="")
        owed = list(owed_by(acting.town_id, acting.unit_ids)[:SHOWN])
        rest = (
            own.exclude(id__in=[one.id for one in owed])
            .select_related("round", "unit")
            .order_by("-round__period_to", "-id")
        )
        context["owed"] = [_owed(one, today) for one in owed]
        context["answered"] = [_owed(one, today) for one in rest[:SHOWN]]
    return render(request, "returns/list.html", context)


def _of_district(town_id: int, today: Any) -> list[dict[str, Any]]:
    """The rounds that the district asks of the town, the latest first. Two statements."""
    owed = set(owed_to_district(town_id).values_list("id", flat=True))
    every = OwingUnit.objects.filter(town_id=town_id).exclude(round__district_round="")
    rows = every.select_related("round", "unit").order_by("-round__period_to", "-id")
    return [{**_owed(one, today), "answered": one.id not in owed} for one in rows[:SHOWN]]


def _counts(town_id: int, keys: list[int]) -> dict[int, tuple[int, int]]:
    """Answered and owing by round. One statement."""
    found: dict[int, tuple[int, int]] = {}
    rows = OwingUnit.objects.filter(town_id=town_id, round_id__in=keys).values_list("round_id", "id", "answers__id")
    seen: dict[int, dict[int, bool]] = {}
    for one, owing, answer in rows:
        units = seen.setdefault(one, {})
        units[owing] = units.get(owing, False) or answer is not None
    for one, units in seen.items():
        found[one] = (sum(units.values()), len(units))
    return found


def _line(one: ReturnRound, answered: int, owing: int, today: Any) -> dict[str, Any]:
    return {
        "title": one.title,
        "url": reverse("return-round", args=[one.id]),
        "period": from_to(one.period_from, one.period_to),
        "notice": f"{one.notice}{one.notice_number}",
        "count": f"{answered}/{owing}",
        "lacking": owing - answered,
        "closed": one.closed_on.isoformat() if one.closed_on else "",
        "due": deadline(one, today),
    }


def _owed(owing: OwingUnit, today: Any) -> dict[str, Any]:
    one = owing.round
    return {
        "title": one.title,
        "unit": one.asked_by or owing.unit.name,
        "url": reverse("return-unit", args=[owing.id]),
        "period": from_to(one.period_from, one.period_to),
        "closed": one.closed_on.isoformat() if one.closed_on else "",
        "due": deadline(one, today),
    }


def offered(request: DeskRequest) -> list[dict[str, Any]]:
    """Rounds whose next period is over: made again with one click."""
    if not may_keep_rounds(request.acting):
        return []
    found = []
    for one in rounds_due_again(request.acting.town_id, request.moment.today):
        begin, end = next_period(one.period_from, one.period_to, one.every)
        found.append(
            {
                "title": one.title,
                "period": from_to(begin, end),
                "action": reverse("return-again", args=[one.id]),
            }
        )
    return found


def due_today(request: DeskRequest) -> dict[str, Any]:
    """What 今日 says of returns: rounds to make again, what is owed by the person's units or the town, superiors' forms."""
    acting = request.acting
    if may_keep_rounds(acting):
        owed = owed_to_district(acting.town_id)[:5]
    else:
        owed = owed_by(acting.town_id, acting.unit_ids)[:5] if acting.unit_ids else ()
    return {
        "offers": offered(request),
        "owed": [_owed(one, request.moment.today) for one in owed],
        "forms": _forms(request) if may_set_up(acting) else None,
    }


def _forms(request: DeskRequest) -> dict[str, Any]:
    """Superiors' forms of the period that is over, not yet taken out: those with a due day, and how many have none.

    None is a term of law, so none is overdue in red.
    """
    due, today = forms_due(request.acting.town_id, request.moment.today), request.moment.today
    dated = [(one, (one.due_on - today).days) for one in due if one.due_on]
    lines = [
        {
            "title": one.form.name,
            "owner": one.form.owner,
            "period": one.chosen.label,
            "url": reverse("form", args=[one.form.pk]),
            "look": "soon" if left <= SOON_DAYS else "run",
            "text": f"已过 {-left} 日" if left < 0 else f"剩 {left} 日" if left else "今天",
        }
        for one, left in dated[:FORMS_SHOWN]
    ]
    return {"lines": lines, "more": len(due) - len(lines)}


@business
def new(request: DeskRequest) -> HttpResponse:
    """A form for a round."""
    if not may_keep_rounds(request.acting):
        raise PermissionDenied("报送由司法所、党政办发起。要收什么，请告诉司法所内勤。")
    form = RoundForm(request.acting.town_id, request.moment.directory, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _made(request, form.wish(form.units()))
        except ReturnError as error:
            form.add_error(None, str(error))
    return render(request, "returns/new.html", {"form": form})


@require_POST
@business
def again(request: DeskRequest, key: int) -> HttpResponse:
    """The same round for its next period."""
    last = round_or_404(request, key)
    units = OwingUnit.objects.filter(town_id=last.town_id, round=last).values_list("unit_id", flat=True)
    figures = list(AskedFigure.objects.filter(town_id=last.town_id, round=last).order_by("id"))
    try:
        return _made(request, wish_again(last, list(units), figures))
    except ReturnError as error:
        raise PermissionDenied(str(error)) from error


def _made(request: DeskRequest, wish: Wish) -> HttpResponse:
    applied = apply([plan_round(request.acting, wish, request.moment.today)], request.moment.now)[0]
    one = ReturnRound.objects.filter(town_id=applied.town_id).latest("id")
    messages.success(
        request, f"已发起《{one.title}》（条目 #{applied.index:,}），{len(wish.units)} 个单位在各自的今日里看到。"
    )
    return HttpResponseRedirect(reverse("return-round", args=[one.id]))
