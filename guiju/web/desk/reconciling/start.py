"""Choosing a superior's export and what it is compared with; what was compared before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.reconciling.api import ReconciliationNote, exports_of, keep, may_reconcile, systems_known
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size
from guiju.kernel.indicators.api import Period
from guiju.kernel.mechanism.api import registers
from guiju.kernel.procedure.api import Register
from guiju.web.access import DeskRequest, business
from guiju.web.present.words import from_to

NO_POST = "对数由司法所、村居干部和部门负责人办理。您手上有上级系统导出的，请交给他们。"


class Systems(forms.TextInput):
    """A text with suggestions, each of which may be written over."""

    template_name = "reconciling/systems.html"

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(attrs={"list": "g-systems"})
        self.known = known

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"known": self.known}


class ExportForm(forms.Form):
    """The export, the system it comes from, the register and the period."""

    file = forms.FileField(label="上级系统导出的 Excel", error_messages={"empty": "这个文件是空的，请重新选择。"})
    system = forms.CharField(label="哪个系统", max_length=32, help_text="每次写同一个名字，定过的才记得住")
    register = forms.ChoiceField(label="与哪一本台账对")
    start = forms.DateField(label="从哪一天", widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(label="到哪一天", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, known: Sequence[Register], systems: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["register"].choices = [(each.id, each.label) for each in known]  # type: ignore[attr-defined]
        self.fields["system"].widget = Systems(systems)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        start, end = told.get("start"), told.get("end")
        if start and end and start > end:
            self.add_error("end", "结束的一天早于开始的一天，请改正。")
        return told


@business
def start(request: DeskRequest) -> HttpResponse:
    """The form, the exports that wait, the notes that were kept."""
    if not may_reconcile(request.acting):
        raise PermissionDenied(NO_POST)
    today = request.moment.today
    known, systems = registers(request.acting.town_id), systems_known(request.acting.town_id)
    initial = {"start": dt.date(today.year, 1, 1), "end": today, "register": request.GET.get("register", "")}
    form = ExportForm(known, systems, request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        file = told["file"]
        try:
            check_size(file.size, file.name)
            export = keep(
                file.read(),
                file.name,
                request.moment,
                system=told["system"],
                register=told["register"],
                period=Period(told["start"], told["end"]),
            )
            return HttpResponseRedirect(reverse("reconciliation", args=[export.pk]))
        except (UnreadableWorkbook, NotAllowedToImport) as error:
            form.add_error("file", str(error))
    labels = {each.id: each.label for each in known}
    context = {
        "form": form,
        "waiting": [_waiting(each, labels) for each in exports_of(request.acting).defer("content")[:10]],
        "notes": [_note(each, labels) for each in _notes(request)],
    }
    return render(request, "reconciling/start.html", context)


def _notes(request: DeskRequest) -> Sequence[ReconciliationNote]:
    """Notes of the whole town for whoever sees it, else one's own."""
    rows = ReconciliationNote.objects.filter(town_id=request.acting.town_id).select_related("made_by")
    if not request.acting.sees_town:
        rows = rows.filter(made_by_id=request.acting.person_id)
    return list(rows.defer("content").order_by("-made_on", "-id")[:20])


def _waiting(each: Any, labels: dict[str, str]) -> dict[str, str]:
    return {
        "title": f"{each.system}　{labels.get(each.register, each.register)}",
        "text": f"{from_to(each.start, each.end)}，《{each.name}》",
        "when": f"{timezone.localtime(each.made_at):%m-%d %H:%M}",
        "url": reverse("reconciliation", args=[each.pk]),
    }


def _note(each: ReconciliationNote, labels: dict[str, str]) -> dict[str, Any]:
    return {
        "title": f"{each.system}　{labels.get(each.register, each.register)}",
        "text": f"{from_to(each.start, each.end)}：这里 {each.here:,}，那边 {each.there:,}",
        "open": f"还有 {each.open_items:,} 件没有定" if each.open_items else "",
        "who": f"{each.made_by.name}，{each.made_on.isoformat()}",
        "pdf": reverse("reconciliation-kept", args=[each.pk, "pdf"]),
        "word": reverse("reconciliation-kept", args=[each.pk, "docx"]),
    }
