"""签发件交回: the signed paper is kept, and its numbers are compared with the locked ones."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.evidence.api import EvidenceError, read
from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    NumberDifference,
    ReportError,
    ReturnedPaper,
    clauses_in,
    clauses_of,
    number_differences,
    plan_returned,
    returned_paper,
    text_in,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.kept_files import file_field, file_response, kept_file
from guiju.web.desk.reporting.opened import Opened, opened, report_address

KINDS = (("notice", "印发通知"), ("upward", "上行报告"), ("public", "公开稿"))
ENDINGS = {"application/pdf": "pdf", "text/plain": "txt"}


class ReturnedForm(forms.Form):
    """A signed paper."""

    paper = forms.ChoiceField(label="哪一份", choices=KINDS)
    file = file_field("签发后的 Word 或者 PDF", "用 Word 导出的 PDF，不是扫描的图片")
    number = forms.CharField(label="发文字号", required=False, max_length=48)
    signed_on = forms.DateField(label="成文日期", required=False, widget=forms.DateInput(attrs={"type": "date"}))


def listed(paper: ReturnedPaper, year: int) -> dict[str, Any]:
    """One signed paper in a list."""
    told = f"{paper.differences} 处数字与锁定的不同" if paper.differences else "数字与锁定的一致"
    return {
        "name": dict(KINDS).get(paper.paper, ""),
        "number": paper.number,
        "signed_on": paper.signed_on.isoformat() if paper.signed_on else "",
        "text": told,
        "look": "late" if paper.differences else "ok",
        "who": f"{paper.received_by.name} {paper.received_on.isoformat()} 交回",
        "url": reverse("report-returned", args=[year, paper.id]),
    }


@business
def bring(request: DeskRequest, year: int) -> HttpResponse:
    """Take a signed paper in."""
    report = opened(request, year)
    form = ReturnedForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _kept(request, report, form)
        except (ReportError, EvidenceError) as error:
            form.add_error("file", str(error))
    context = {
        "title": "交回签发件",
        "report_url": report_address(year),
        "papers_url": reverse("report-papers", args=[year]),
        "report_title": report.papers.title,
        "locked": report.state.locked is not None,
        "form": form,
    }
    return render(request, "report/bring.html", context)


def _kept(request: DeskRequest, report: Opened, form: ReturnedForm) -> HttpResponse:
    told = form.cleaned_data
    file, data = kept_file(told["file"])
    found = differing(report, text_in(data, told["file"].name))
    plan = plan_returned(
        request.acting,
        report.state,
        told["paper"],
        file,
        len(found),
        request.moment.today,
        number=told["number"],
        signed_on=told["signed_on"],
    )
    apply([plan], request.moment.now)
    messages.success(
        request, "签发件已收下。" + (f"有 {len(found)} 处数字与锁定的不同。" if found else "数字与锁定的一致。")
    )
    return HttpResponseRedirect(reverse("report-papers", args=[report.year]))


def differing(report: Opened, text: str) -> list[NumberDifference]:
    """Numbers of our text that a signed paper tells otherwise or does not tell."""
    return number_differences(clauses_of(report.papers.composition.blocks()), clauses_in(text))


@business
def show(request: DeskRequest, year: int, key: int) -> HttpResponse:
    """A signed paper with its differences; `?file=1` gives the file itself."""
    report = opened(request, year)
    paper = returned_paper(report.state, key)
    if paper is None:
        raise Http404("没有这份签发件。")
    ending = ENDINGS.get(paper.media_type, "docx")
    if request.GET.get("file"):
        return file_response(paper.sha256, paper.media_type, f"signed-{key}.{ending}")
    try:
        found = differing(report, text_in(read(paper.sha256), f"signed.{ending}"))
    except (EvidenceError, ReportError) as error:
        raise Http404(str(error)) from error
    context = {
        "title": f"签发件：{dict(KINDS).get(paper.paper, '')}",
        "paper": listed(paper, year),
        "report_url": report_address(year),
        "papers_url": reverse("report-papers", args=[year]),
        "report_title": report.papers.title,
        "differences": [_row(report, each) for each in found],
    }
    return render(request, "report/returned.html", context)


def _row(report: Opened, difference: NumberDifference) -> dict[str, Any]:
    names = [figure.name for figure in report.figures.values() if figure.id in difference.ours.figures]
    return {
        "name": "、".join(dict.fromkeys(names)) or "文字里的数",
        "ours": difference.ours.text,
        "theirs": difference.theirs or "（没有找到这一句）",
    }
