"""平台数据: totals that a superior's platform gives, entered with how they were asked for and the proof, beside ours."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.indicators.api import Attestation, Period, plan_attestation, platform_figure, town_indicators
from guiju.kernel.procedure.api import apply
from guiju.reports.api import (
    REPORTERS,
    PlatformTotal,
    ToldBeside,
    comparable,
    platform_totals,
    round_words,
    told_beside,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import asked_year, report_cutoffs, shown, year_choices
from guiju.web.desk.kept_files import file_field, file_response, kept_file
from guiju.web.present.words import from_to

ONLY_THERE = "本镇不数，只有平台有"


class AttestationForm(forms.Form):
    """A total of a platform, and what lets somebody else ask for it again."""

    platform = forms.CharField(label="哪个平台", max_length=64, help_text="例如：12345 工单系统、统一综合执法系统")
    figure = forms.ChoiceField(label="对应本镇的数字", required=False)
    name = forms.CharField(label="数字的名称", required=False, max_length=48, help_text="本镇不数的数字才填")
    value = forms.DecimalField(label="数", min_value=0, max_digits=14, decimal_places=2)
    unit = forms.CharField(label="单位", required=False, max_length=12, help_text="本镇也数的，单位从本镇的数字来")
    period_from = forms.DateField(label="从", widget=forms.DateInput(attrs={"type": "date"}))
    as_of = forms.DateField(label="截至", widget=forms.DateInput(attrs={"type": "date"}))
    conditions = forms.CharField(
        label="查询条件",
        max_length=200,
        help_text="照平台上选的写，别人照着能查出同一个数",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    file = file_field("截图或者导出的表", "不要拍进个人姓名和证件号")

    def __init__(self, town_id: int, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ours = {each.id: each for each in town_indicators(town_id) if comparable(each)}
        choices = [(each.id, f"{each.name}（{each.unit}）") for each in self.ours.values()]
        self.fields["figure"].choices = [("", ONLY_THERE), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        indicator = self.ours.get(told.get("figure", ""))
        if indicator is not None:
            return told | {"indicator": indicator.id, "unit": indicator.unit, "name": ""}
        for field, what in (("name", "数字的名称"), ("unit", "单位")):
            if not told.get(field):
                self.add_error(field, f"本镇不数的数字，要写{what}。")
        return told | {"indicator": platform_figure(told.get("name") or "")}


@business
def attested(request: DeskRequest) -> HttpResponse:
    """The totals of a year, and a form for one more."""
    year, writes = asked_year(request), request.acting.holds(REPORTERS)
    days, problem = report_cutoffs(request, year)
    whole_year = Period(dt.date(year, 1, 1), dt.date(year, 12, 31))
    last = min(dt.date(year, 12, 31), request.moment.today)
    form = AttestationForm(
        request.acting.town_id,
        request.POST or None,
        request.FILES or None,
        initial={"period_from": dt.date(year, 1, 1), "as_of": last},
    )
    if request.method == "POST" and writes and form.is_valid():
        answer = _kept(request, form)
        if answer is not None:
            return answer
    context = {
        "year": year,
        "problem": problem,
        "years": year_choices(request, year),
        "totals": [_line(total) for total in platform_totals(request.acting.town_id, year, request.moment.today, days)],
        "told": [_told(each) for each in told_beside(request.acting.town_id, whole_year)],
        "form": form if writes else None,
    }
    return render(request, "figures/attested.html", context)


def _kept(request: DeskRequest, form: AttestationForm) -> HttpResponse | None:
    told = form.cleaned_data
    try:
        file, _ = kept_file(told["file"])
        plan = plan_attestation(
            request.acting,
            indicator=told["indicator"],
            name=told["name"],
            period_from=told["period_from"],
            as_of=told["as_of"],
            value=told["value"],
            unit=told["unit"],
            platform=told["platform"],
            conditions=told["conditions"],
            attested_on=request.moment.today,
            evidence_sha256=file.sha256,
            evidence_media_type=file.media_type,
        )
    except (ValueError, EvidenceError) as error:
        form.add_error(None, str(error))
        return None
    index = apply([plan], request.moment.now)[0].index
    messages.success(request, f"已登记平台数据（条目 #{index:,}）。")
    return HttpResponseRedirect(f"{reverse('attested')}?year={told['as_of'].year}")


def _line(total: PlatformTotal) -> dict[str, Any]:
    row, difference = total.row, total.difference
    return {
        "name": total.name,
        "value": f"{shown(total.value, row.unit)}{row.unit}",
        "ours": "" if total.ours is None else f"{shown(total.ours, row.unit)}{row.unit}",
        "ours_url": f"{reverse('figure', args=[row.indicator])}?year={row.as_of.year}&as_of={row.as_of.isoformat()}",
        "difference": _difference(difference),
        "same": difference == 0,
        "period": from_to(row.period_from, row.as_of),
        "platform": row.platform,
        "conditions": row.conditions,
        "who": f"{row.attested_by.name} {row.attested_on.isoformat()}",
        "evidence_url": reverse("attested-evidence", args=[row.id]) if row.evidence_sha256 else "",
        "replaced": total.replaced,
        "lapsed": total.lapsed,
    }


def _told(each: ToldBeside) -> dict[str, Any]:
    total, same = each.total, each.ours is not None and each.value == each.ours
    day = total.as_of.isoformat()
    return {
        "name": total.name,
        "value": f"{shown(each.value, total.unit)}{total.unit}",
        "source": total.source,
        "period": f"{total.start.isoformat()} 至 {day}",
        "rounds": [round_words(one) for one in total.rounds],
        "ours": "" if each.ours is None else f"{shown(each.ours, total.unit)}{total.unit}",
        "ours_url": f"{reverse('figure', args=[total.indicator])}?year={day[:4]}&as_of={day}"
        if total.indicator
        else "",
        "same": same,
    }


def _difference(difference: Any) -> str:
    if difference is None:
        return ""
    if difference == 0:
        return "一致"
    return f"平台{'多' if difference > 0 else '少'} {abs(difference).normalize():f}"


@business
def evidence(request: DeskRequest, key: int) -> HttpResponse:
    """The screenshot or export behind a platform's total."""
    row = Attestation.objects.filter(town_id=request.acting.town_id, id=key).exclude(evidence_sha256="").first()
    if row is None:
        raise Http404("没有这份截图或者导出的表。")
    return file_response(row.evidence_sha256, row.evidence_media_type, f"platform-{key}")
