"""公文和附表: the papers that go out of one text, each as Word and PDF, with the annex of figures and the 发文稿纸."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.documents.api import MEDIA_TYPES, Content
from guiju.kernel.documents.api import render as rendered
from guiju.reports.api import REPORTERS, Verdict, annex_workbook, draft_sheet, returned_papers
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.reading import read_paper
from guiju.web.desk.reporting.opened import Opened, opened, report_address
from guiju.web.desk.reporting.returned import listed

PAPERS = {
    "upward": ("上行报告", "报区委、区政府，抄送依法治区办"),
    "notice": ("印发通知", "以通知印发，报告作附件"),
    "public": ("公开稿", "对社会公开"),
}


@business
def papers(request: DeskRequest, year: int) -> HttpResponse:
    """What can be taken away."""
    report, writes = opened(request, year), request.acting.holds(REPORTERS)
    context = {
        "title": f"{year}年度报告的公文和附表",
        "report_url": report_address(year),
        "report_title": report.papers.title,
        "locked": report.state.locked is not None,
        "papers": [_line(report, code, name, what) for code, (name, what) in PAPERS.items() if _content(report, code)],
        "returned": [listed(each, year) for each in returned_papers(report.state)],
        "bring_url": reverse("report-bring", args=[year]) if writes else "",
        "earlier_url": reverse("report-earlier", args=[year]) if writes else "",
        "annex": {
            "page": _url(year, "annex", "html"),
            "word": _url(year, "annex", "docx"),
            "excel": _url(year, "annex", "xlsx"),
            "pdf": _url(year, "annex", "pdf"),
        },
    }
    return render(request, "report/papers.html", context)


@business
def paper(request: DeskRequest, year: int, paper: str, form: str) -> HttpResponse:
    """One paper in one form."""
    report = opened(request, year)
    if paper == "annex" and form == "xlsx":
        annex = report.papers.annex()
        data = annex_workbook(report.papers.composition.figures, annex.title, year, report.papers.remark)
        return _file(data, XLSX, f"annex-{year}.xlsx")
    content = _content(report, paper)
    if content is None or form not in MEDIA_TYPES:
        raise Http404("没有这份公文。")
    if form == "html":
        files = [(label, _url(year, paper, kind)) for kind, label in (("pdf", "PDF"), ("docx", "Word"))]
        return read_paper(request, content, ("公文和附表", reverse("report-papers", args=[year])), files)
    return _file(rendered(content, form), MEDIA_TYPES[form], f"{paper}-{year}.{form}")  # type: ignore[arg-type]


def _file(data: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f"{'inline' if name.endswith('.pdf') else 'attachment'}; filename={name}"
    return response


def _content(report: Opened, code: str) -> Content | None:
    if code == "annex":
        return report.papers.annex()
    if code.endswith("-sheet"):
        issued = _content(report, code.removesuffix("-sheet"))
        return draft_sheet(report.papers, issued, _signed(report)) if issued else None
    if code == "upward":
        return report.papers.upward()
    if code == "notice":
        return report.papers.notice()
    return report.papers.public() if code == "public" else None


def _signed(report: Opened) -> tuple[str, ...]:
    """Units that confirmed figures of the text, with who and when, once each."""
    found = {
        f"{check.unit} {check.said_by or check.checked_by} {check.checked_on.isoformat()}": None
        for key, check in report.state.checks.items()
        if key in report.written.printed and check.verdict == Verdict.CONFIRMED
    }
    return tuple(found)


def _line(report: Opened, code: str, name: str, what: str) -> dict[str, Any]:
    content = _content(report, code)
    assert content is not None
    return {
        "name": name,
        "what": what,
        "title": content.title,
        "page": _url(report.year, code, "html"),
        "word": _url(report.year, code, "docx"),
        "pdf": _url(report.year, code, "pdf"),
        "sheet": _url(report.year, f"{code}-sheet", "docx"),
    }


def _url(year: int, paper: str, form: str) -> str:
    return reverse("report-paper", args=[year, paper, form])
