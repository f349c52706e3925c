"""往年报告: numbers are read from the printed report of the year before, shown, and kept as a person confirms them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    REPORTERS,
    Clause,
    FigureKey,
    Printed,
    ReportError,
    clauses_in,
    clauses_of,
    figure_code,
    key_of,
    paired,
    plan_printed,
    printed_figures,
    text_in,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kept_files import file_field
from guiju.web.desk.reporting.opened import Opened, opened, report_address


class EarlierForm(forms.Form):
    """The printed report of the year before, as a file or pasted."""

    file = file_field("上一年报告的 Word、PDF 或者文本", "只读出数字，文件不保存")
    text = forms.CharField(label="或者把正文贴在这里", required=False, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = False

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("file") and not told.get("text"):
            raise forms.ValidationError("请选文件，或者贴上正文。")
        return told


@dataclass(frozen=True)
class Proposal:
    """A number of the earlier report that seems to be a figure's."""

    key: FigureKey
    name: str
    words: str
    clause: str


@business
def earlier(request: DeskRequest, year: int) -> HttpResponse:
    """Read, show and keep what the report of the year before printed."""
    if not request.acting.holds(REPORTERS):
        raise PermissionDenied("往年报告的数字由司法所、党政办和分管领导登记，您的岗位不能登记。")
    report = opened(request, year)
    if request.POST.get("keep"):
        return _kept(request, report)
    form = EarlierForm(request.POST or None, request.FILES or None)
    found: list[Proposal] = []
    if request.method == "POST" and form.is_valid():
        try:
            found = proposals(report, _text(form))
        except ReportError as error:
            form.add_error("file", str(error))
    context = {
        "title": f"{year - 1}年报告所载的数字",
        "report_url": report_address(year),
        "report_title": report.papers.title,
        "form": form,
        "found": [{**each.__dict__, "key": figure_code(each.key)} for each in found],
        "asked": form.is_bound and not form.errors,
        "known": [
            {
                "name": report.figures[key].name if key in report.figures else key[1],
                "words": row.words,
                "clause": row.clause,
            }
            for key, row in printed_figures(report.town.id, year - 1).items()
        ],
    }
    return render(request, "report/earlier.html", context)


def _text(form: EarlierForm) -> str:
    upload = form.cleaned_data["file"]
    return text_in(upload.read(), upload.name) if upload else str(form.cleaned_data["text"])


def proposals(report: Opened, text: str) -> list[Proposal]:
    """Figures of our text whose clauses the other text has too, with its numbers in the same places."""
    by_id = {figure.id: figure for figure in report.printed()}
    found: dict[FigureKey, Proposal] = {}
    for ours, theirs in paired(clauses_of(report.papers.composition.blocks()), clauses_in(text)):
        if theirs is None or len(theirs.numbers) != len(ours.numbers):
            continue
        for identifier, words in _figures_in(ours, theirs):
            figure = by_id.get(identifier)
            if figure is not None:
                found.setdefault(figure.key, Proposal(figure.key, figure.name, words, theirs.text))
    return list(found.values())


def _figures_in(ours: Clause, theirs: Clause) -> list[tuple[str, str]]:
    """Figures of a clause with the other's numbers; only where each figure has one number and nothing else has."""
    if len(ours.figures) != len(ours.numbers):
        return []
    return list(zip(ours.figures, theirs.numbers, strict=True))


def _kept(request: DeskRequest, report: Opened) -> HttpResponse:
    told = request.POST
    chosen = []
    for key in told.getlist("figure"):
        words, clause = told.get(f"words:{key}", "").strip(), told.get(f"clause:{key}", "")
        if words:
            chosen.append(Printed(key_of(key), words, clause))
    known = {key: row.id for key, row in printed_figures(report.town.id, report.year - 1).items()}
    source = f"{report.year - 1}年度报告"
    try:
        plan = plan_printed(
            request.acting, report.town.id, report.year - 1, chosen, known, source, request.moment.today
        )
        apply([plan], request.moment.now)
        messages.success(request, f"已登记 {len(chosen)} 个数字。")
    except ReportError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(request.path)
