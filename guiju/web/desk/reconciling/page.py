"""One comparison: three lists, decisions, answers, what is brought here, and the mapping of an unknown heading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.exchange.importing.api import ChangedMeanwhile, NotAllowedToImport
from guiju.exchange.reconciling.api import (
    Brought,
    Reconciled,
    Subject,
    SuperiorsExport,
    Verdict,
    bring,
    compare,
    exports_of,
    follow,
    forget_comparison,
    map_by_hand,
    plan_answers,
    plan_answers_taken_back,
    plan_decisions,
    sheet_of,
    standing,
    take_theirs,
)
from guiju.exchange.sheets.api import find_head, suggest_columns
from guiju.kernel.mechanism.api import register_of
from guiju.kernel.procedure.api import Moment, NotAllowed, apply
from guiju.web.access import DeskRequest, business
from guiju.web.desk.sheet_forms import MapForm, given_answers
from guiju.web.present.reconciling import shown

Answer = TypeVar("Answer")


def own_export(request: DeskRequest, key: int) -> SuperiorsExport:
    """An upload of the person; 404 for anybody else's, which holds names in clear."""
    export = exports_of(request.acting).filter(id=key).first()
    if export is None:
        raise Http404("没有这次对数，或者是别人上传的；上传满三十天也会删除。")
    return export


def asked_of(
    work: Callable[[SuperiorsExport, Moment], Answer], request: DeskRequest, key: int
) -> tuple[SuperiorsExport, Answer]:
    """An own export with what is asked of its comparison; 404 where the register or the right to compare is gone."""
    export = own_export(request, key)
    try:
        return export, work(export, request.moment)
    except (NotAllowedToImport, KeyError) as error:
        raise Http404("这一本台账已经不在，或者您的岗位不再能对数。") from error


@business
def page(request: DeskRequest, key: int) -> HttpResponse:
    """What agrees, what differs, what is only here or only there, as it was found last."""
    export, stands = asked_of(standing, request, key)
    result = stands.result
    context = shown(result, request.GET.get("view", "open"), request.acting.may("corrects"))
    context |= {
        "export": export,
        "register_label": result.register.label,
        "made_at": stands.made_at,
        "moved": f"{stands.moved:,}" if stands.moved else "",
        "again_url": reverse("reconciliation-again", args=[key]),
        "answer_url": reverse("reconciliation-answer", args=[key]),
        "decide_url": reverse("reconciliation-decide", args=[key]),
        "bring_url": reverse("reconciliation-bring", args=[key]),
        "close_url": reverse("reconciliation-close", args=[key]),
        "pdf_url": reverse("reconciliation-note", args=[key, "pdf"]),
        "word_url": reverse("reconciliation-note", args=[key, "docx"]),
        "unknown": [
            {"sheet": name, "url": f"{reverse('reconciliation-map', args=[key])}?{urlencode({'sheet': name})}"}
            for name in result.found.unrecognised
        ],
    }
    return render(request, "reconciling/page.html", context)


@require_POST
@business
def again(request: DeskRequest, key: int) -> HttpResponse:
    """Compare anew: the records have moved on."""
    forget_comparison(own_export(request, key))
    return _back(request, key)


@require_POST
@business
def answer(request: DeskRequest, key: int) -> HttpResponse:
    """Keep answers to cells that could not be read for certain, or take them all back; the lines are planned anew."""
    _, stands = asked_of(standing, request, key)
    system, register = stands.result.system, stands.result.register.id
    try:
        if request.POST.get("do") == "back":
            plan = plan_answers_taken_back(request.moment, system, register)
        else:
            plan = plan_answers(
                request.moment, system, register, given_answers(request.POST), stands.result.found.questions
            )
        apply([plan], request.moment.now)
        messages.success(request, f"{plan.reason}。照此重新对过了。")
    except NotAllowed as error:
        messages.warning(request, str(error))
    return _back(request, key)


def _back(request: DeskRequest, key: int) -> HttpResponse:
    view = request.POST.get("view", "")
    return HttpResponseRedirect(reverse("reconciliation", args=[key]) + (f"?view={view}" if view else ""))


@require_POST
@business
def decide(request: DeskRequest, key: int) -> HttpResponse:
    """Keep what somebody says of chosen lines, matters, or a pair."""
    _, stands = asked_of(standing, request, key)
    result = stands.result
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "")
    subjects, said = _subjects(request, result)
    try:
        plan = plan_decisions(
            request.moment, result.system, result.register.id, subjects, verdict, reason, result.decisions, said
        )
        apply([plan], request.moment.now)
        messages.success(request, f"记下了：{Verdict(verdict).label}，{len(subjects)} 件。下次对数还记得。")
    except NotAllowed as error:
        messages.warning(request, str(error))
    return _back(request, key)


def _subjects(request: DeskRequest, result: Reconciled) -> tuple[list[Subject], str]:
    """What was chosen, as far as it stands in this comparison; of a pair also what differed."""
    lines = {one.theirs.key: one.theirs for one in (*result.only_there, *result.pairs)}
    matters = {one.ours.id for one in (*result.only_here, *result.pairs)}
    matters |= {ours.id for one in result.only_there for ours, _ in one.like}
    theirs = [lines[key] for key in request.POST.getlist("theirs") if key in lines]
    ours = [int(key) for key in request.POST.getlist("ours") if key.isdecimal() and int(key) in matters]
    if request.POST.get("pair"):
        if len(theirs) != 1 or len(ours) != 1:
            return [], ""
        pair = next((one for one in result.pairs if one.theirs.key == theirs[0].key), None)
        return [Subject(theirs[0].key, ours[0], theirs[0].number)], pair.said if pair else ""
    return [*(Subject(line.key, None, line.number) for line in theirs), *(Subject("", key) for key in ours)], ""


@require_POST
@business
def bring_over(request: DeskRequest, key: int) -> HttpResponse:
    """Register lines that are only there, or let matters follow the system that is their master."""
    export, result = asked_of(compare, request, key)
    wish = request.POST.get("do", "")
    try:
        if wish == "follow":
            _tell(request, follow(result), "更新了")
        elif wish == "take":
            _tell(request, take_theirs(result, request.POST.get("theirs", "")), "照那边更正了")
        else:
            _tell(request, bring(result, set(request.POST.getlist("theirs"))), "登记了")
    except (NotAllowed, ChangedMeanwhile) as error:
        messages.warning(request, str(error))
    forget_comparison(export)
    return _back(request, key)


def _tell(request: DeskRequest, done: Brought, word: str) -> None:
    if done.written:
        messages.success(request, f"{word} {done.written} 件，来源记在留痕里。")
    for why in done.left[:5]:
        messages.warning(request, why)
    if not done.written and not done.left:
        messages.warning(request, "还没有选要登记的是哪几行。请先勾选。")


@business
def map_columns(request: DeskRequest, key: int) -> HttpResponse:
    """Saying which heading holds which field; remembered for the next export of this layout."""
    export = own_export(request, key)
    sheet = sheet_of(export, request.GET.get("sheet", ""))
    head = find_head(sheet) if sheet is not None else None
    if sheet is None or head is None:
        raise Http404("这份表里没有这一张工作表，或者它没有表头。")
    register = register_of(export.register, request.acting.town_id)
    columns = suggest_columns(sheet, head, lambda text: request.moment.directory.unit(text) is not None)
    form = MapForm(register, [each for each in columns if not each.refused], request.POST or None)
    if request.method == "POST" and form.is_valid():
        map_by_hand(export, sheet.name, head.signature, form.mapping(), request.moment.now)
        return HttpResponseRedirect(reverse("reconciliation", args=[key]))
    context: dict[str, Any] = {
        "form": form,
        "source": {"file": export.name, "sheet": sheet.name},
        "register_label": register.label,
        "refused": [{"heading": each.heading.text, "reason": each.refused} for each in columns if each.refused],
        "back_url": reverse("reconciliation", args=[key]),
    }
    return render(request, "reconciling/map.html", context)
