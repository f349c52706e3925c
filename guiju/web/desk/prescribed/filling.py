"""A month's form: what it would hold, what stays empty and why, and taking it out."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.superiors_forms.api import (
    Chosen,
    FormError,
    FormMapping,
    Gap,
    SuperiorForm,
    carried,
    choices_of,
    filled_form,
    last_whole,
    mapping_of,
    may_set_up,
    take,
)
from guiju.kernel.procedure.api import NotAllowed
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import EARLIEST_YEAR
from guiju.web.desk.prescribed.listing import form_or_404
from guiju.web.present.form_blank import drawn

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
OFFERED = 12  # months that can be chosen by one click
SHOWN_GAPS = 60


def chosen_of(request: DeskRequest, mapping: FormMapping, data: Any) -> Chosen:
    """The month in the address or form; the last whole one where it is none."""
    year, _, month = str(data.get("month", "")).partition("-")
    usual = last_whole(request.moment.today, mapping.rhythm)
    if not (year.isdecimal() and month.isdecimal()):
        return usual
    asked = (int(year), int(month))
    now = (request.moment.today.year, request.moment.today.month)
    if not (asked[0] >= EARLIEST_YEAR and 1 <= asked[1] <= 12 and asked <= now):
        return usual
    return Chosen(*asked, request.moment.today, mapping.rhythm)


def _months(chosen: Chosen, form: SuperiorForm) -> list[dict[str, Any]]:
    """The months that can be clicked: those before the last whole one, and the chosen one."""
    usual = last_whole(chosen.today, form.rhythm)
    step = {"quarter": 3, "year": 12}.get(form.rhythm, 1)
    first = usual.year * 12 + usual.month - 1
    months = {first - step * back for back in range(OFFERED if step == 1 else 6)} | {
        chosen.year * 12 + chosen.month - 1
    }
    return [
        {
            "value": f"{one // 12}-{one % 12 + 1:02}",
            "label": Chosen(one // 12, one % 12 + 1, chosen.today, form.rhythm).label,
            "chosen": one == chosen.year * 12 + chosen.month - 1,
        }
        for one in sorted(months, reverse=True)
    ]


def _matter(data: Any) -> int | None:
    asked = str(data.get("matter", ""))
    return int(asked) if asked.isdecimal() else None


@business
def month(request: DeskRequest, prescribed: int) -> HttpResponse:
    """The form of a month as it would leave, names covered."""
    form = form_or_404(request, prescribed)
    mapping = mapping_of(form)
    chosen, matter = chosen_of(request, mapping, request.GET), _matter(request.GET)
    context: dict[str, Any] = {
        "form": form,
        "chosen": chosen,
        "months": _months(chosen, form),
        "value": f"{chosen.year}-{chosen.month:02}",
        "matter": matter,
        "map_url": reverse("form-map", args=[form.pk]) if may_set_up(request.acting) else "",
        "take_url": reverse("form-take", args=[form.pk]),
        "carry_url": reverse("form-carry", args=[form.pk]) if may_set_up(request.acting) else "",
    }
    try:
        if mapping.rhythm == "matter" and matter is None:
            base = reverse("form", args=[form.pk])
            context["choices"] = [
                {
                    "number": one.number,
                    "title": one.title,
                    "url": f"{base}?{urlencode({'month': context['value'], 'matter': one.key})}",
                }
                for one in choices_of(mapping, chosen, request.moment)
            ]
        else:
            context |= _preview(request, form, chosen, matter)
    except FormError as error:
        context["error"] = str(error)
    return render(request, "forms/month.html", context)


def _preview(request: DeskRequest, form: SuperiorForm, chosen: Chosen, matter: int | None) -> dict[str, Any]:
    filled = filled_form(form, chosen, request.moment, matter=matter)
    shown = drawn(filled.blank, link=lambda where: "", marks={}, sheet=request.GET.get("sheet", ""))
    return {
        **shown,
        "gaps": _by_reason(filled.gaps)[:SHOWN_GAPS],
        "gap_count": len(filled.gaps),
        "notes": filled.notes,
        "values": filled.values,
        "listed": filled.rows,
        "hidden": filled.hidden,
        "ready": filled.values > 0,
    }


def _by_reason(gaps: list[Gap]) -> list[dict[str, str]]:
    """What stays empty, places with the same reason together."""
    found: dict[str, list[str]] = {}
    for one in gaps:
        found.setdefault(one.why, []).append(one.label)
    return [{"why": why, "label": "、".join(dict.fromkeys(labels))} for why, labels in found.items()]


@require_POST
@business
def take_out(request: DeskRequest, prescribed: int) -> HttpResponse:
    """The filled form as a file. With names it needs a reason, and each matter gets an entry."""
    form = form_or_404(request, prescribed)
    mapping = mapping_of(form)
    chosen, matter = chosen_of(request, mapping, request.POST), _matter(request.POST)
    clear = request.POST.get("clear") == "1"
    back = f"{reverse('form', args=[form.pk])}?{urlencode({'month': f'{chosen.year}-{chosen.month:02}', **({'matter': matter} if matter else {})})}"
    reason = request.POST.get("reason", "").strip()
    if clear and not reason:
        messages.warning(request, "带姓名等个人信息取出，要写明报给谁、做什么用。")
        return HttpResponseRedirect(back)
    try:
        data, filled = take(form, chosen, request.moment, reason=reason, clear=clear, matter=matter)
    except (FormError, NotAllowed) as error:
        messages.warning(request, str(error))
        return HttpResponseRedirect(back)
    ending = filled.blank.kind
    response = HttpResponse(data, content_type=TYPES[ending])
    name = quote(f"{form.name}-{chosen.label}.{ending}")
    response["Content-Disposition"] = (
        f"attachment; filename=\"form-{chosen.year}-{chosen.month:02}.{ending}\"; filename*=UTF-8''{name}"
    )
    response["Cache-Control"] = "no-store"
    return response


@business
def carry(request: DeskRequest, prescribed: int) -> HttpResponse:
    """The form as one file for another town: blank and mapping, no records."""
    form = form_or_404(request, prescribed, to_set_up=True)
    response = HttpResponse(carried(form), content_type="application/zip")
    response["Content-Disposition"] = f"attachment; filename=\"form.zip\"; filename*=UTF-8''{quote(form.name)}.zip"
    return response
