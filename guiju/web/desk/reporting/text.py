"""Writing in the report: one paragraph at a time, with figures taken from a list; measures added by whoever did them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    HABITS,
    Material,
    ReportError,
    by_id,
    by_name,
    load_report,
    material_of,
    materials_of,
    names_of,
    number_words,
    plan_material,
    plan_passage,
    preview_of,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kept_files import file_field, file_response, kept_file
from guiju.web.desk.reporting.opened import Opened, opened, report_address
from guiju.web.present.report import anchor

LONGEST_LIST = 12


class PassageForm(forms.Form):
    """A paragraph as its writer sees it: text with figures in braces."""

    text = forms.CharField(
        label="文字", required=False, strip=True, max_length=4000, widget=forms.Textarea(attrs={"rows": 8})
    )


class MaterialForm(forms.Form):
    """A file that stands behind a paragraph."""

    title = forms.CharField(label="材料名称", max_length=80, help_text="例如：动员会照片、实施方案；不写个人姓名")
    file = file_field("文件")


@business
def edit(request: DeskRequest, year: int, code: str) -> HttpResponse:
    """Rewrite a paragraph: the text as stored, how it will read, and figures to put in."""
    report = opened(request, year)
    if request.POST.get("do") == "material":
        return _material(request, report, code)
    before, names = _text_of(report, code), names_of(report.figures.values())
    text = before
    form = PassageForm(request.POST or None, initial={"text": by_name(text, names)})
    if request.method == "POST" and form.is_valid():
        text = _stored(form, names, text)
        if not text and not before:
            form.add_error("text", "还没有写。请写要加的一段。")
        if not form.errors and "look" not in request.POST:
            answer = _saved(request, report, code, form, text)
            if answer is not None:
                return answer
    words = request.GET.get("q", "").strip()
    context = {
        "title": "改写一段" if text else "加写一段",
        "report_url": f"{report_address(year)}#{anchor(code)}",
        "report_title": report.papers.title,
        "form": form,
        "preview": _preview(report, text, form),
        "words": words,
        "figures": _figures(report, words),
        "habits": [habit for habit in HABITS if habit],
        "materials": [_kept_material(report, each) for each in materials_of(report.state, code)],
        "material_form": MaterialForm(),
    }
    return render(request, "report/text.html", context)


def _material(request: DeskRequest, report: Opened, code: str) -> HttpResponse:
    form = MaterialForm(request.POST, request.FILES)
    try:
        if not form.is_valid():
            raise ReportError("请写材料的名称并选文件。")
        file, _ = kept_file(form.cleaned_data["file"])
        plan = plan_material(request.acting, report.state, code, form.cleaned_data["title"], file, request.moment.today)
        apply([plan], request.moment.now)
        messages.success(request, "材料已收下。")
    except (ReportError, EvidenceError) as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(request.path)


def _kept_material(report: Opened, material: Material) -> dict[str, Any]:
    return {
        "title": material.title,
        "who": f"{material.kept_by.name} {material.kept_on.isoformat()}",
        "url": reverse("report-material", args=[report.year, material.id]),
    }


@business
def material(request: DeskRequest, year: int, key: int) -> HttpResponse:
    """One material."""
    found = material_of(load_report(request.acting.town_id, year), key)
    if found is None:
        raise Http404("没有这份材料。")
    return file_response(found.sha256, found.media_type, f"material-{key}")


@business
def add(request: DeskRequest, year: int, section: str) -> HttpResponse:
    """A new paragraph of a section: the next free place."""
    state = load_report(request.acting.town_id, year)
    if section not in {each.code for each in state.outline.sections()}:
        raise Http404("报告提纲里没有这一节。")
    taken = [int(found[1]) for code in state.texts if (found := re.fullmatch(rf"{re.escape(section)}\.z(\d+)", code))]
    return edit(request, year, f"{section}.z{max(taken, default=0) + 1:02}")


def _text_of(report: Opened, code: str) -> str:
    own = report.state.texts.get(code)
    if own is not None:
        return own
    for paragraph in report.papers.composition.outline.paragraphs():
        if paragraph.code == code:
            return paragraph.text
    if any(code.startswith(f"{section.code}.") for section in report.papers.composition.outline.sections()):
        return ""
    raise Http404("报告里没有这一段。")


def _stored(form: PassageForm, names: Mapping[str, str], before: str) -> str:
    """What was written, by ids; the text as it was where a name is not known."""
    try:
        return by_id(form.cleaned_data["text"], names)
    except ReportError as error:
        form.add_error("text", str(error))
        return before


def _saved(request: DeskRequest, report: Opened, code: str, form: PassageForm, text: str) -> HttpResponse | None:
    try:
        plan = plan_passage(request.acting, report.state, code, text, request.moment.today)
        index = apply([plan], request.moment.now)[0].index
    except ReportError as error:
        form.add_error("text", str(error))
        return None
    messages.success(request, f"已改写（条目 #{index:,}）。")
    return HttpResponseRedirect(f"{report_address(report.year)}#{anchor(code)}")


def _preview(report: Opened, text: str, form: PassageForm) -> str:
    try:
        return preview_of(report.papers.composition, text)
    except ReportError as error:
        if form.is_bound and not form.errors:
            form.add_error("text", str(error))
        return ""


def _figures(report: Opened, words: str) -> list[dict[str, Any]]:
    """Figures whose names hold the words, to be put into the text."""
    found = [figure for figure in report.figures.values() if words in figure.name or words in figure.id]
    return [
        {
            "name": figure.name,
            "value": f"{number_words(figure.value)}{figure.unit}",
            "token": f"{{{figure.name}{'|平台' if figure.kind == 'attested' else ''}}}",
        }
        for figure in found[:LONGEST_LIST]
    ]
