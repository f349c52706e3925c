"""What one unit owes of a round, and its answer: what is there already first, then Excel, pasted lines, a word."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.exchange.importing.api import NotAllowedToImport
from guiju.exchange.returns.answering import MEDIA, Said, may_answer, plan_answer
from guiju.exchange.returns.blank_sheet import blank_sheet
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import derived_figures
from guiju.exchange.returns.models import How, OwingUnit, UnitUpload
from guiju.exchange.returns.records import asked_registers
from guiju.exchange.returns.rounds import may_keep_rounds
from guiju.exchange.returns.standing import Standing, UnitStanding, standing_of
from guiju.exchange.returns.uploading import stage_answer
from guiju.exchange.sheets.api import UnreadableWorkbook, check_size
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_list import XLSX
from guiju.web.desk.returning.round import deadline, said, shown_figure

Derived = dict[int, Decimal]


def owing_or_404(request: DeskRequest, key: int) -> OwingUnit:
    """What a unit owes, for its own people and who sees the town; else 404."""
    found = OwingUnit.objects.filter(town_id=request.acting.town_id, id=key).select_related("round", "unit").first()
    if found is None or not (request.acting.sees_town or found.unit_id in request.acting.unit_ids):
        raise Http404("没有这一份报送，或者由别的单位报。")
    return found


def speaks_for_itself(request: DeskRequest, owing: OwingUnit) -> bool:
    """Whether the person is of the unit; anybody else names who said it and how."""
    return owing.unit_id in request.acting.unit_ids and not may_keep_rounds(request.acting)


def told_in(request: DeskRequest, how: str, figures: dict[int, Decimal | None] | None = None) -> Said:
    """The answer in the form: who said it and by which medium."""
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
    derived = _derived(request, standing, owing)
    registers = asked_registers(one)
    waiting = UnitUpload.objects.filter(owing=owing, batch__person_id=request.acting.person_id).select_related("batch")
    return {
        "round": one,
        "unit": own.name,
        "key": owing.id,
        "period": f"{one.period_from.isoformat()} 至 {one.period_to.isoformat()}",
        "due": deadline(one, request.moment.today),
        "problem": problem,
        "there": [{"label": register.label, "count": own.records[register.id]} for register in registers],
        "on_record": own.on_record,
        "differs": own.differs,
        "answers": [{"how": How(each.how).label, "said": said(each), "rows": each.rows} for each in own.answers],
        "figures": [
            {
                "name": f"figure.{each.id}",
                "label": each.name,
                "measure": each.measure,
                "given": shown_figure(derived[each.id]) if each.id in derived else "",
                "value": request.POST.get(
                    f"figure.{each.id}", shown_figure(own.figures[each.id]) if each.id in own.figures else ""
                ),
            }
            for each in standing.asked
        ],
        "registers": [{"id": register.id, "label": register.label} for register in registers],
        "waiting": [{"name": each.batch.name, "url": reverse("return-upload", args=[each.id])} for each in waiting],
        "proxy": not speaks_for_itself(request, owing),
        "media": [(code, label) for code, label in MEDIA.items() if code != "desk"],
        "told_by": request.POST.get("told_by", ""),
        "medium": request.POST.get("medium", ""),
        "may_answer": may_answer(request.acting, owing.unit_id) and one.closed_on is None,
        "may_import": request.acting.may("imports"),
        "round_url": reverse("return-round", args=[one.id]) if request.acting.sees_town else "",
        "returns_url": reverse("returns"),
    }


def _derived(request: DeskRequest, standing: Standing, owing: OwingUnit) -> Derived:
    units = [each.owing.unit_id for each in standing.units]
    return derived_figures(standing.round, standing.asked, units, request.moment.directory)[owing.unit_id]


def _answered(request: DeskRequest, owing: OwingUnit) -> HttpResponse:
    how = request.POST.get("do", "")
    if how == "upload":
        return _uploaded(request, owing)
    if how not in (How.THERE, How.NOTHING, How.FIGURES):
        raise ReturnError("请选怎么报：就是这些、零报告，或者上传表格。")
    standing = standing_of(owing.round, request.moment.directory)
    own = next(each for each in standing.units if each.owing.id == owing.id)
    figures = {each.id: _figure(request.POST.get(f"figure.{each.id}", ""), each.name) for each in standing.asked}
    plan = plan_answer(
        request.acting,
        owing.round,
        owing,
        told_in(request, how, figures),
        own.on_record,
        request.moment.today,
        standing.asked,
        _derived(request, standing, owing),
    )
    index = apply([plan], request.moment.now)[0].index
    messages.success(request, f"{own.name}已回报：{How(how).label}（条目 #{index:,}）。")
    return HttpResponseRedirect(_back(request, owing))


def _back(request: DeskRequest, owing: OwingUnit) -> str:
    """Who answers for others goes on in the round; a unit sees its own page."""
    return reverse("return-round", args=[owing.round_id]) if request.acting.sees_town else request.path


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
    # What would be refused is refused before the file is kept.
    if not speaks_for_itself(request, owing):
        plan_answer(request.acting, owing.round, owing, told_in(request, How.SHEET), 0, request.moment.today)
    upload = stage_answer(owing, data, name, request.acting, request.moment.now, told_in(request, How.SHEET))
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
