"""Saying what a form is filled with: a click on a place, then a choice. Every click is an address, every choice a form."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.superiors_forms.api import (
    PERIODS,
    RHYTHMS,
    TEXTS,
    Fill,
    FormError,
    FormMapping,
    SuperiorForm,
    blank_of,
    change_blank,
    label_of,
    mapped_places,
    mapping_of,
    say,
    without,
)
from guiju.kernel.indicators.api import town_indicators
from guiju.kernel.mechanism.api import listed_registers
from guiju.web.access import DeskRequest, business
from guiju.web.desk.prescribed.listing import form_or_404
from guiju.web.desk.prescribed.pointed import SAYERS, pointed_at
from guiju.web.present.form_blank import drawn

STATES = {"cell": "单格", "list": "名册", "matrix": "交叉表"}


@business
def point(request: DeskRequest, prescribed: int) -> HttpResponse:
    """The blank, what has been said of it, and the place that is pointed at. POST says something."""
    form = form_or_404(request, prescribed, to_set_up=True)
    mapping, at = mapping_of(form), request.GET.get("at", "")
    error = ""
    if request.method == "POST":
        try:
            return _said(request, form, mapping)
        except FormError as wrong:
            error, at = str(wrong), request.POST.get("at", "")
    blank = blank_of(form)
    sheet = at.rpartition("!")[0] or request.GET.get("sheet", "")
    base = reverse("form-map", args=[form.pk])
    marks = mapped_places(blank, mapping)
    context = {
        "form": form,
        "base": base,
        "rhythms": [
            {"value": code, "label": label, "chosen": code == mapping.rhythm} for code, label in RHYTHMS.items()
        ],
        "registers": [
            {"value": code, "label": one.register.label, "chosen": code == mapping.register}
            for code, one in listed_registers().items()
        ],
        "per_matter": mapping.rhythm == "matter",
        "said": _lines(form, mapping, request.acting.town_id),
        "month_url": reverse("form", args=[form.pk]),
        "blank_url": reverse("form-blank", args=[form.pk]),
        "error": error,
        "pointed": pointed_at(request, blank, mapping, at) if at else None,
        **drawn(blank, link=lambda where: f"{base}?{urlencode({'at': where})}#point", marks=marks, at=at, sheet=sheet),
    }
    return render(request, "forms/map.html", context, status=400 if error else 200)


def _said(request: DeskRequest, form: SuperiorForm, mapping: FormMapping) -> HttpResponse:
    """Carry out one form of the page and come back to where it was. Raises FormError."""
    do, at = request.POST.get("do", ""), request.POST.get("at", "")
    base = reverse("form-map", args=[form.pk])
    if do == "settings":
        say(form, _with_settings(request, mapping), request.moment)
        return HttpResponseRedirect(base)
    if do == "settled":
        say(form, mapping, request.moment, asked=())
        return HttpResponseRedirect(base)
    if do == "remove":
        say(form, without(mapping, request.POST.get("what", "")), request.moment)
        return HttpResponseRedirect(base)
    if do not in SAYERS:
        raise FormError("没有看懂要做什么。请刷新这一页再来。")
    say(form, SAYERS[do](request, blank_of(form), mapping), request.moment)
    sheet = at.rpartition("!")[0]
    messages.success(request, "已记下。再点下一处。")
    return HttpResponseRedirect(f"{base}?{urlencode({'sheet': sheet})}" if sheet else base)


def _with_settings(request: DeskRequest, mapping: FormMapping) -> FormMapping:
    rhythm, register = request.POST.get("rhythm", ""), request.POST.get("register", "")
    known = listed_registers()
    if rhythm not in RHYTHMS:
        raise FormError("请选多久填一次。")
    if rhythm == "matter" and register not in known:
        raise FormError("每件事项填一份的表，要选是哪一本台账的事项。")
    if rhythm != "matter" or register == mapping.register:
        return replace(mapping, rhythm=rhythm, register=register if register in known else "")
    date = next(iter(known[register].dates))
    # Another register has other columns: what was said of the old ones would be filled with nothing.
    cells = {where: fill for where, fill in mapping.cells.items() if fill.kind != "field"}
    return replace(mapping, rhythm=rhythm, register=register, date=date, cells=cells)


def _lines(form: SuperiorForm, mapping: FormMapping, town_id: int) -> list[dict[str, str]]:
    """What has been said, as sentences; each can be taken back."""
    blank, known = blank_of(form), listed_registers()
    names = {one.id: one.name for one in town_indicators(town_id)}
    found = [
        {"kind": "单格", "place": label_of(blank, where), "text": _told(fill, names, mapping), "what": where}
        for where, fill in sorted(mapping.cells.items())
    ]
    for one in mapping.lists:
        register = known.get(one.register)
        told = f"{register.register.label if register else '？'}，{len(one.columns)}栏，{PERIODS[one.period]}"
        found.append(
            {"kind": "名册", "place": f"第{one.heading}行表头", "text": told, "what": f"list:{one.where}!{one.heading}"}
        )
    for matrix in mapping.matrices:
        open_columns = sum(1 for column in matrix.columns.values() if not column.figures or column.kinds == ("",))
        told = f"{matrix.last - matrix.first + 1}行 × {len(matrix.columns)}列，{PERIODS[matrix.period]}"
        told += f"，还有{open_columns}列没有指定" if open_columns else ""
        what = f"matrix:{matrix.where}!{matrix.first}"
        found.append({"kind": "交叉表", "place": f"第{matrix.first}行起", "text": told, "what": what})
    return found


def _told(fill: Fill, names: dict[str, str], mapping: FormMapping) -> str:
    if fill.kind == "text":
        return TEXTS.get(fill.what[0], "？")
    if fill.kind == "fixed":
        return f"“{fill.what[0]}”"
    if fill.kind == "field":
        listed = listed_registers().get(mapping.register)
        labels = {item.name: item.label for item in listed.fields} if listed else {}
        return labels.get(fill.what[0], "？")
    return f"{'＋'.join(names.get(one, '？') for one in fill.what)}，{PERIODS[fill.period]}{'，以万元填' if fill.divide > 1 else ''}"


@require_POST
@business
def new_blank(request: DeskRequest, prescribed: int) -> HttpResponse:
    """A changed blank in the place of the old one: what is certain stays, the rest is asked."""
    form = form_or_404(request, prescribed, to_set_up=True)
    upload = request.FILES.get("file")
    try:
        if upload is None:
            raise FormError("请先选新的空表，再上传。")
        found = change_blank(form, upload.read(), upload.name or "空表", request.moment)
        for told in found.told[:8]:
            messages.info(request, told)
        kept = f"{found.mapping.count}处对应照旧"
        messages.success(
            request, f"已换成新空表：{kept}" + (f"，{len(found.asked)}处要重新指定。" if found.asked else "。")
        )
    except FormError as error:
        messages.warning(request, str(error))
    return HttpResponseRedirect(reverse("form-map", args=[form.pk]))
