"""One round: who answered how, who owes and since when, the text that reminds, and closing it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.returns.answering import MEDIA
from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import Answer, Force, How, ReturnRound
from guiju.exchange.returns.records import asked_registers
from guiju.exchange.returns.reminding import asking_of, reminder_for, reminder_for_all, what_is_asked
from guiju.exchange.returns.rounds import may_keep_rounds, plan_closing
from guiju.exchange.returns.standing import Standing, UnitStanding, standing_of
from guiju.kernel.ledger.api import head_of
from guiju.kernel.procedure.api import apply
from guiju.web.access import DeskRequest, business
from guiju.web.present.words import from_to


def round_or_404(request: DeskRequest, key: int) -> ReturnRound:
    """A round of the person's town, for who sees the town; else 404."""
    one = ReturnRound.objects.filter(town_id=request.acting.town_id, id=key, district_round="").first()
    if one is None or not request.acting.sees_town:
        raise Http404("没有这一轮报送。您的单位要报的，在“报送”里。")
    return one


def deadline(one: ReturnRound, today: dt.date) -> dict[str, str]:
    """The due day in words: 逾期 only where it is a term of law."""
    force, left = Force(one.force), (one.due_on - today).days
    if one.closed_on is not None:
        return {"look": "done", "text": f"{one.due_on.isoformat()} 前", "force": force.label}
    if left < 0:
        late = force is Force.STATUTORY
        text = f"逾期 {-left} 日" if late else f"已过 {-left} 日"
        return {"look": "late" if late else "soon", "text": text, "force": force.label}
    return {"look": "run", "text": "今天" if left == 0 else f"剩 {left} 日", "force": force.label}


@business
def round_page(request: DeskRequest, key: int) -> HttpResponse:
    """A round with its units; printed, it is the list of completeness."""
    one = round_or_404(request, key)
    standing = standing_of(one, request.moment.directory)
    due, asking = deadline(one, request.moment.today), asking_of(one, standing.asked)
    context = {
        "round": one,
        "period": from_to(one.period_from, one.period_to),
        "asked": what_is_asked(one, standing.asked),
        "registers": [register.label for register in asked_registers(one)],
        "due": due,
        "sentence": standing.sentence,
        "totals": [f"{each.name} {shown_figure(value)}{each.measure}" for each, value in standing.totals],
        "count": f"{len(standing.answered)}/{len(standing.units)}",
        "units": [unit_line(unit, standing, due, asking) for unit in standing.units],
        "reminder": reminder_for_all([unit.name for unit in standing.owing], one, asking),
        "late": [
            {"unit": unit.name, "number": matter.number or matter.title, "url": reverse("matter", args=[matter.id])}
            for unit in standing.units
            for matter in unit.late
        ],
        "keeps": may_keep_rounds(request.acting),
        "today": request.moment.today.isoformat(),
    }
    return render(request, "returns/round.html", context)


def unit_line(unit: UnitStanding, standing: Standing, due: dict[str, str], asking: str) -> dict[str, Any]:
    """One unit of the round."""
    last = unit.last
    return {
        "name": unit.name,
        "url": reverse("return-unit", args=[unit.owing.id]),
        "state": _state(unit, due),
        "told": said(last) if last else "",
        "records": unit.on_record,
        "line": _closing_line(unit),
        "figures": [
            f"{each.name} {shown_figure(unit.figures[each.id])}{each.measure}"
            for each in standing.asked
            if each.id in unit.figures
        ],
        "reminder": "" if last else reminder_for(unit, standing.round, asking),
    }


def _state(unit: UnitStanding, due: dict[str, str]) -> dict[str, str]:
    if unit.differs:
        return {"look": "missing", "text": "不符：零报告后又有记录"}
    if unit.last is not None:
        return {"look": "ok", "text": How(unit.last.how).label}
    if due["look"] in ("late", "soon"):
        return {"look": due["look"], "text": f"未报，{due['text']}"}
    return {"look": "missing", "text": "未报"}


def _closing_line(unit: UnitStanding) -> str:
    line = unit.brought
    if not line.rows:
        return ""
    return (
        f"{line.rows} 行 ＝ 导入 {line.imported} ＋ 已有 {line.there} ＋ 请确认 {line.to_confirm} ＋ 有错 {line.wrong}"
    )


def said(answer: Answer) -> str:
    """Who said it, how, when, and who wrote it down."""
    words = f"{answer.told_by}，{MEDIA.get(answer.medium, answer.medium)}，{answer.told_on.isoformat()}"
    recorder = answer.recorded_by.name if answer.recorded_by else "系统"
    return words if recorder == answer.told_by else f"{words}（{recorder}代记）"


def shown_figure(value: Any) -> str:
    """A figure without needless zeros."""
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else str(value)


@require_POST
@business
def close(request: DeskRequest, key: int) -> HttpResponse:
    """Close a round with its account."""
    one = round_or_404(request, key)
    told = standing_of(one, request.moment.directory).sentence
    try:
        plan = plan_closing(request.acting, one, told, head_of(one.town_id).size, request.moment.today)
        index = apply([plan], request.moment.now)[0].index
        messages.success(request, f"已收口（条目 #{index:,}）。以后再登记的会作为迟报列出。")
    except ReturnError as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("return-round", args=[key]))
