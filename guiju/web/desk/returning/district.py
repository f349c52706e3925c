"""区里要报送: rounds of the district, asked of its towns, and what each town told; a town's rows stay in the town."""

from __future__ import annotations

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.returns.answering import MEDIA
from guiju.exchange.returns.district import (
    DistrictRound,
    TownReturn,
    district_rounds,
    governments,
    plan_district_closing,
    plan_district_rounds,
)
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import AskedFigure, ToldFigure
from guiju.exchange.returns.reminding import asking_of, reminder_for_all, what_is_asked
from guiju.exchange.returns.rounds import Wish, wish_again
from guiju.exchange.returns.uploading import asked_figures
from guiju.kernel.ledger.api import head_of
from guiju.kernel.organisation.api import Town
from guiju.kernel.procedure.api import apply
from guiju.reports.api import completeness_words, towns_of_district
from guiju.web.access import DeskRequest
from guiju.web.desk.district import of_district
from guiju.web.desk.returning.asking import DistrictRoundForm
from guiju.web.desk.returning.round import deadline, shown_figure
from guiju.web.present.words import from_to


@of_district
def rounds(request: DeskRequest) -> HttpResponse:
    """The rounds that the district asked for, the latest first."""
    found = district_rounds(towns_of_district(request.acting.town_id))
    return render(request, "district/returns.html", {"rounds": [round_line(request, one) for one in found]})


def asked_and_owed(request: DeskRequest) -> list[dict[str, Any]]:
    """What 今日 of the district says: the rounds that some town still owes."""
    found = district_rounds(towns_of_district(request.acting.town_id))
    return [round_line(request, one) for one in found if one.lacking and one.first.closed_on is None]


def round_line(request: DeskRequest, one: DistrictRound) -> dict[str, Any]:
    """A round in a list: how many towns have answered, and when it is due."""
    first = one.first
    return {
        "title": first.title,
        "url": reverse("district-return", args=[first.district_round]),
        "period": from_to(first.period_from, first.period_to),
        "notice": f"{first.notice}{first.notice_number}",
        "count": one.count,
        "lacking": len(one.lacking),
        "closed": first.closed_on is not None,
        "due": deadline(first, request.moment.today),
    }


@of_district
def new(request: DeskRequest) -> HttpResponse:
    """A form for a round; POST puts it before every chosen town."""
    towns = towns_of_district(request.acting.town_id)
    form = DistrictRoundForm(towns, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = [town for town in towns if town.code in form.cleaned_data["towns"]]
        try:
            return _made(request, form.wish(()), chosen)
        except ReturnError as error:
            form.add_error(None, str(error))
    return render(request, "district/return_new.html", {"form": form})


def _made(request: DeskRequest, wish: Wish, towns: list[Town]) -> HttpResponse:
    code = secrets.token_hex(8)
    plans = plan_district_rounds(request.acting, wish, towns, governments(towns), code, request.moment.today)
    apply(plans, request.moment.now)
    messages.success(request, f"已向 {len(towns)} 个镇要《{wish.title}》，镇里在今日和报送里看到。")
    return HttpResponseRedirect(reverse("district-return", args=[code]))


@require_POST
@of_district
def again(request: DeskRequest, round_code: str) -> HttpResponse:
    """The same round for its next period, from the same towns."""
    last = _round_or_404(request, round_code)
    wish = wish_again(last.first, (), asked_figures(last.towns[0].owing))
    try:
        return _made(request, wish, [each.town for each in last.towns])
    except ReturnError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("district-return", args=[round_code]))


def _round_or_404(request: DeskRequest, code: str) -> DistrictRound:
    found = district_rounds(towns_of_district(request.acting.town_id), code)
    if not found:
        raise Http404("没有这一轮报送，或者是别的区要的。")
    return found[0]


@of_district
def round_page(request: DeskRequest, round_code: str) -> HttpResponse:
    """Which towns answered what, with cut-off, definition and completeness; who owes, and the text that reminds."""
    one = _round_or_404(request, round_code)
    first, asked = one.first, asked_figures(one.towns[0].owing)
    asking = asking_of(first, asked)
    context = {
        "round": first,
        "period": from_to(first.period_from, first.period_to),
        "due": deadline(first, request.moment.today),
        "asked": what_is_asked(first, asked),
        "count": one.count,
        "towns": [_town(each) for each in one.towns],
        "rows": [_row(each, one) for each in asked],
        "reminder": ""
        if first.closed_on
        else reminder_for_all([each.town.name for each in one.lacking], first, asking),
    }
    return render(request, "district/return.html", context)


def _town(one: TownReturn) -> dict[str, Any]:
    answer = one.answer
    if answer is None:
        return {"name": one.town.name, "answered": False}
    how = answer.get_how_display()
    said = f"{answer.told_by}，{MEDIA.get(answer.medium, answer.medium)}，{answer.told_on.isoformat()}"
    return {"name": one.town.name, "answered": True, "how": how, "said": said, "on_record": answer.on_record}


def _row(asked: AskedFigure, one: DistrictRound) -> dict[str, Any]:
    """One figure across the towns; towns that do not count alike are told apart."""
    told = [each.figures.get(asked.name) for each in one.towns]
    ways = {figure.definition for figure in told if figure is not None and figure.derived is not None}
    cells = [{"town": each.town.name, **_cell(figure)} for each, figure in zip(one.towns, told, strict=True)]
    return {"name": asked.name, "measure": asked.measure, "differs": len(ways) > 1, "cells": cells}


def _cell(figure: ToldFigure | None) -> dict[str, Any]:
    if figure is None:
        return {"value": ""}
    if figure.derived is None:
        return {"value": shown_figure(figure.value), "kind": "镇里填报，没有记录"}
    completeness = None if figure.returned is None or figure.owed is None else (figure.returned, figure.owed)
    return {
        "value": shown_figure(figure.value),
        "kind": f"截至 {figure.as_of.isoformat() if figure.as_of else ''}，报送 {completeness_words(completeness)}",
        "definition": figure.definition,
    }


@require_POST
@of_district
def close(request: DeskRequest, round_code: str) -> HttpResponse:
    """Close a round in every town; what comes later is seen as late."""
    one = _round_or_404(request, round_code)
    entries = {each.town.id: head_of(each.town.id).size for each in one.towns}
    try:
        apply(plan_district_closing(request.acting, one, entries, request.moment.today), request.moment.now)
        messages.success(request, "已收口，各镇不再回报这一轮。")
    except ReturnError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("district-return", args=[round_code]))
