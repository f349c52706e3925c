"""What one unit owes of a round, and its answer: what is there already first, then Excel, pasted lines, a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.returns.answering import MEDIA, Said, may_answer, plan_answer, speaks_for_itself
from guiju.exchange.returns.blank_sheet import blank_sheet
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import Given
from guiju.exchange.returns.models import AskedFigure, How, OwingUnit, Reckoned, UnitUpload
from guiju.exchange.returns.records import asked_registers
from guiju.exchange.returns.standing import Standing, UnitStanding, standing_of
from guiju.exchange.returns.uploading import asked_figures, stage_answer
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size
from guiju.kernel.procedure.api import apply
from guiju.reports.api import completeness_words
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.returning.given import given_figures
from guiju.web.desk.returning.round import deadline, said, shown_figure
from guiju.web.present.words import from_to


def owing_or_404(request: DeskRequest, key: int) -> OwingUnit:
    """What a unit owes, for its own people and who sees the town; else 404."""
    found = OwingUnit.objects.filter(town_id=request.acting.town_id, id=key).select_related("round", "unit").first()
    if found is None or not (request.acting.sees_town or found.unit_id in request.acting.unit_ids):
        raise Http404("没有这一份报送，或者由别的单位报。")
    return found


def told_in(request: DeskRequest, how: str, asked: Sequence[AskedFigure]) -> Said:
    """The answer in the form: who said it, by which medium, and the figures. Raises ReturnError for what is no number."""
    figures = {each.id: _figure(request.POST.get(f"figure.{each.id}", ""), each.name) for each in asked}
    return Said(how, request.POST.get("told_by", "")[:32], request.POST.get("medium", "desk"), figures=figures)


@business
def unit(request: DeskRequest, key: int) -> HttpResponse:
    """The unit's page; POST answers by a word, by figures, or with a workbook."""
    owing = owing_or_404(request, key)
    problem = ""
    if request.method == "POST":
        try:
            return _answered(request, owing)
        except (ReturnError, UnreadableWorkbook, NotAllowedToImport) as error:
            problem = str(error)
    standing = standing_of(owing.round, request.moment.directory)
    own = next(each for each in standing.units if each.owing.id == owing.id)
    return render(request, "returns/unit.html", _context(request, standing, own, problem))


def _context(request: DeskRequest, standing: Standing, own: UnitStanding, problem: str) -> dict[str, Any]:
    one, owing = standing.round, own.owing
    registers = asked_registers(one)
    waiting = UnitUpload.objects.filter(owing=owing, batch__person_id=request.acting.person_id).select_related("batch")
    return {
        "round": one,
        "unit": own.name,
        "key": owing.id,
        "period": from_to(one.period_from, one.period_to),
        "due": deadline(one, request.moment.today),
        "problem": problem,
        "there": [{"label": register.label, "count": own.records[register.id]} for register in registers],
        "on_record": own.on_record,
        "differs": own.differs,
        "answers": [{"how": How(each.how).label, "said": said(each), "rows": each.rows} for each in own.answers],
        "figures": asked_fields(request, owing, standing.asked, own.figures),
        "told_figures": [
            {"label": each.name, "value": shown_figure(own.figures[each.id]), "measure": each.measure}
            for each in standing.asked
            if each.id in own.figures
        ],
        "registers": [{"id": register.id, "label": register.label} for register in registers],
        "waiting": [{"name": each.batch.name, "url": reverse("return-upload", args=[each.id])} for each in waiting],
        "proxy": not speaks_for_itself(request.acting, owing),
        "media": [(code, label) for code, label in MEDIA.items() if code != "desk"],
        "told_by": request.POST.get("told_by", ""),
        "medium": request.POST.get("medium", ""),
        "may_answer": may_answer(request.acting, owing) and one.closed_on is None,
        "may_import": request.acting.may("imports"),
        "round_url": ""
        if one.from_district or not request.acting.sees_town
        else reverse("return-round", args=[one.id]),
        "returns_url": reverse("returns"),
    }


def asked_fields(
    request: DeskRequest, owing: OwingUnit, asked: Sequence[AskedFigure], told: Mapping[int, Decimal]
) -> list[dict[str, Any]]:
    """The figures of a round as fields: what the records give is shown, the rest is typed, as it was told last."""
    given, fields = given_figures(request, owing, asked) if asked else {}, []
    for each in asked:
        name, ours = f"figure.{each.id}", given.get(each.id)
        before = shown_figure(told[each.id]) if each.id in told else ""
        fields.append(
            {
                "name": name,
                "label": each.name,
                "measure": each.measure,
                "reckoned": Reckoned(each.reckoned).label if each.reckoned else "",
                "given": shown_figure(ours.value) if ours else "",
                "about": _about(ours) if ours else "",
                "value": request.POST.get(name, before),
            }
        )
    return fields


def _about(given: Given) -> str:
    """Until when a town's figure counts, what it counts and the returns behind it; of a unit's nothing more is to say."""
    if given.as_of is None:
        return ""
    return f"截至 {given.as_of.isoformat()}，报送 {completeness_words(given.completeness)}。{given.definition}"


def _answered(request: DeskRequest, owing: OwingUnit) -> HttpResponse:
    how = request.POST.get("do", "")
    if how == "upload":
        return _uploaded(request, owing)
    if how not in (How.THERE, How.NOTHING, How.FIGURES):
        raise ReturnError("请选怎么报：就是这些、零报告，或者上传表格。")
    standing = standing_of(owing.round, request.moment.directory)
    own = next(each for each in standing.units if each.owing.id == owing.id)
    plan = plan_answer(
        request.acting,
        owing.round,
        owing,
        told_in(request, how, standing.asked),
        own.on_record,
        request.moment.today,
        standing.asked,
        given_figures(request, owing, standing.asked),
    )
    index = apply([plan], request.moment.now)[0].index
    messages.success(request, f"{own.name}已回报：{How(how).label}（条目 #{index:,}）。")
    return HttpResponseRedirect(_back(request, owing))


def _back(request: DeskRequest, owing: OwingUnit) -> str:
    """Who answers for others goes on in the round; a unit sees its own page."""
    own = owing.round.from_district or not request.acting.sees_town
    return request.path if own else reverse("return-round", args=[owing.round_id])


def _figure(text: str, name: str) -> Decimal | None:
    if not text.strip():
        return None
    try:
        return Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        raise ReturnError(f"{name}要填数字，“{text}”不是。") from None


def _uploaded(request: DeskRequest, owing: OwingUnit) -> HttpResponse:
    file = request.FILES.get("file")
    if file is None:
        raise ReturnError("还没有选文件。请选填好的表格，任何一张同样台账的 Excel 都行。")
    check_size(file.size or 0, file.name or "")
    data, name = file.read(), file.name or "报送.xlsx"
    asked = asked_figures(owing)
    said, given = told_in(request, How.SHEET, asked), given_figures(request, owing, asked)
    upload = stage_answer(owing, data, name, request.acting, request.moment.now, said, given=given)
    return HttpResponseRedirect(reverse("return-upload", args=[upload.id]))


@business
def blank(request: DeskRequest, key: int) -> HttpResponse:
    """The workbook made for the unit."""
    owing = owing_or_404(request, key)
    register = next((each for each in asked_registers(owing.round) if each.id == request.GET.get("register")), None)
    if register is None:
        raise Http404("这一轮不报这本台账。")
    data = blank_sheet(register, owing.round, owing.unit_id, request.moment.directory)
    response = HttpResponse(data, content_type=XLSX)
    name = quote(f"{register.label}-{owing.unit.name}.xlsx")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response
