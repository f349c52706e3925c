"""The forms of the town: which there are, what is due, and bringing a blank or a form that another town made."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.superiors_forms.api import (
    MAY_NOT,
    FormError,
    FormTaken,
    SuperiorForm,
    forms_due,
    forms_of,
    keep_form,
    load_carried,
    mapping_of,
    may_set_up,
)
from guiju.web.access import DeskRequest, business
from guiju.web.present.words import moment_text


class BlankForm(forms.Form):
    """A blank, or a form from another town."""

    file = forms.FileField(
        label="空表",
        help_text="上级发来的 .xlsx 或 .docx；别的镇导出的 .zip 也在这里载入",
        error_messages={"empty": "这个文件是空的，请重新选择。"},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.docx,.zip"}),
    )
    name = forms.CharField(label="表名", max_length=60, required=False, help_text="不填就用文件名")
    owner = forms.CharField(label="谁要的", max_length=60, required=False, help_text="例如：区司法局基层科")
    due_day = forms.IntegerField(
        label="每期结束后几号前报",
        min_value=1,
        max_value=28,
        required=False,
        help_text="上级通知里的日子，到期只作提醒",
    )


def form_or_404(request: DeskRequest, key: int, *, to_set_up: bool = False) -> SuperiorForm:
    """A form of the person's town; 403 where it is to be set up by somebody else."""
    found = SuperiorForm.objects.filter(town_id=request.acting.town_id, pk=key).first()
    if found is None:
        raise Http404("没有这份表。")
    if to_set_up and not may_set_up(request.acting):
        raise PermissionDenied(MAY_NOT)
    return found


@business
def offered(request: DeskRequest) -> HttpResponse:
    """The forms, what is due, and the upload."""
    form = BlankForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        if not may_set_up(request.acting):
            raise PermissionDenied(MAY_NOT)
        if form.is_valid():
            try:
                return _kept(request, form.cleaned_data)
            except FormError as error:
                form.add_error("file", str(error))
    due = {one.form.pk: one for one in forms_due(request.acting.town_id, request.moment.today)}
    context = {
        "form": form if may_set_up(request.acting) else None,
        "forms": [_line(request, one, due.get(one.pk)) for one in forms_of(request.acting.town_id)],
    }
    return render(request, "forms/list.html", context, status=400 if form.errors else 200)


def _kept(request: DeskRequest, told: dict[str, Any]) -> HttpResponse:
    upload = told["file"]
    data = upload.read()
    if PurePath(upload.name).suffix.lower() == ".zip":
        kept = load_carried(data, request.moment)
        messages.success(request, f"已载入“{kept.name}”，对应关系一并带来。先看一遍填得对不对。")
        return HttpResponseRedirect(reverse("form", args=[kept.pk]))
    name = told["name"] or PurePath(upload.name).stem
    kept = keep_form(data, upload.name, name, request.moment, owner=told["owner"], due_day=told["due_day"])
    return HttpResponseRedirect(reverse("form-map", args=[kept.pk]))


def _line(request: DeskRequest, form: SuperiorForm, due: Any) -> dict[str, Any]:
    last = FormTaken.objects.filter(form=form, town_id=form.town_id).order_by("-taken_at").first()
    ready = mapping_of(form).count > 0
    return {
        "name": form.name,
        "owner": form.owner,
        "rhythm": form.get_rhythm_display(),  # type: ignore[attr-defined]
        "url": reverse("form" if ready else "form-map", args=[form.pk]),
        "map_url": reverse("form-map", args=[form.pk]) if may_set_up(request.acting) else "",
        "ready": ready,
        "asked": len(form.asked),
        "last": f"{last.year}年{last.month}月，{moment_text(last.taken_at, request.moment.today)}取走" if last else "",
        "due": f"{due.chosen.label}还没有取" if due else "",
        "due_on": due.due_on if due else None,
    }
