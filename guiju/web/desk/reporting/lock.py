"""锁定: first what will be frozen and what stands in the way, then the lock itself."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import head_of
from guiju.reports.api import REPORTERS, ReportError, lock_report, number_words, unchecked
from guiju.web.access import DeskRequest, business
from guiju.web.desk.reporting.opened import opened, report_address
from guiju.web.present.report import check_words, look_of


@business
def lock(request: DeskRequest, year: int) -> HttpResponse:
    """GET says what would be locked; POST locks it."""
    if not request.acting.holds(REPORTERS):
        raise PermissionDenied("锁定年度报告的数字由司法所、党政办和分管领导办理，您的岗位不能锁定。")
    report = opened(request, year)
    if request.method == "POST":
        try:
            index = lock_report(report.town, year, request.acting, request.moment.now, request.moment.today)
            messages.success(request, f"{year}年的数字已经锁定（条目 #{index:,}）。")
            return HttpResponseRedirect(report_address(year))
        except ReportError as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("report-lock", args=[year]))
    waiting = unchecked(report.state, list(report.figures.values()), report.written.printed)
    context = {
        "title": f"锁定{year}年的数字",
        "report_url": report_address(year),
        "report_title": report.papers.title,
        "locked": report.state.locked is not None,
        "count": len(report.figures),
        "printed": len(report.written.printed),
        "known": f"{head_of(report.town.id).size:,}",
        "places": report.written.open_places,
        "waiting": [
            {
                "name": figure.name,
                "value": number_words(figure.value),
                "unit": "" if figure.value is None else figure.unit,
                "owner": report.state.owners.name(report.owner(figure.key)),
                "url": report_address(year, figure),
                "look": look_of(report.state, figure)[0],
                "word": look_of(report.state, figure)[1],
                "said": check_words(report.state, figure),
            }
            for figure in waiting
        ],
        "checks_url": reverse("report-checks", args=[year]),
    }
    return render(request, "report/lock.html", context)
