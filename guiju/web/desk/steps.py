"""Taking a step here, or recording one that happened outside."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import (
    START,
    Input,
    Intent,
    Planned,
    Refused,
    RepeatedRequest,
    Snapshot,
    StaleMatter,
    Step,
    apply,
    consequences,
    plan_continued,
    refusals,
)
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.consequences import effect
from guiju.web.present.law import article
from guiju.web.present.offers import effects, refusal
from guiju.web.present.words import actor_name

MEDIA = {"paper": "纸面", "telephone": "电话", "meeting": "会议", "system": "上级系统"}
CLAIMED = (
    Input("claimed_on", "哪天办的", "date", required=True, past_only=True),
    Input("claimed_medium", "怎么办的", "choice", required=True, choices=MEDIA),
    Input("claimed_by", "谁办的", "text", required=True, help="写办这一步的人；您是补记的人"),
)


def new_key() -> str:
    """A one-time key: the same form sent twice gives the first result."""
    return uuid.uuid4().hex


def reason_inputs(step: Step, snapshot: Snapshot, request: DeskRequest, claimed: bool) -> tuple[Input, ...]:
    """A written reason for each warning that the step passes with."""
    if claimed:
        return ()
    soft = [item for item in refusals(step, snapshot, request.moment) if not item.hard]
    return tuple(
        Input(f"reason_{n}", "仍要办理的理由", "text", required=True, help=item.reason) for n, item in enumerate(soft)
    )


def intent_from(form: InputForm, step: Step, snapshot: Snapshot, request: DeskRequest, claimed: bool) -> Intent:
    """What the form says somebody wants to do."""
    values = form.values()
    if claimed:
        return Intent(
            step.code, values, values["claimed_on"], "claimed", values["claimed_medium"], values["claimed_by"]
        )
    soft = [item for item in refusals(step, snapshot, request.moment) if not item.hard]
    reasons = {item.code: str(values.get(f"reason_{n}") or "") for n, item in enumerate(soft)}
    return Intent(step.code, values, reasons={code: text for code, text in reasons.items() if text})


@business
def step(request: DeskRequest, matter: int, code: str) -> HttpResponse:
    """The form of a step; POST takes it (or records it) or says why not, keeping everything typed."""
    snapshot = loaded(request, matter, private=True)
    found = snapshot.procedure.by_code.get(code)
    if found is None or START in found.frm:
        raise Http404("这件事项没有这一步。")
    claimed = request.GET.get("mode") == "claimed"
    inputs = (*(CLAIMED if claimed else ()), *found.inputs, *reason_inputs(found, snapshot, request, claimed))
    if request.method != "POST":
        form = InputForm(inputs, request.moment, initial=_initial(found, snapshot))
        against = [] if claimed else refusals(found, snapshot, request.moment)
        return _page(request, snapshot, found, form, claimed, against=[r for r in against if r.hard])
    form = InputForm(inputs, request.moment, request.POST)
    if not form.is_valid():
        return _page(request, snapshot, found, form, claimed)
    opened = form.cleaned_data.get("row_version")
    if opened is not None and opened != snapshot.matter["row_version"]:
        return _page(request, snapshot, found, form, claimed, stale=True)
    intent = intent_from(form, found, snapshot, request, claimed)
    key = form.cleaned_data["request_key"] or None
    planned = plan_continued(snapshot, [intent], request.moment, request_key=key)
    if isinstance(planned, Refused):
        return _refused(request, snapshot, found, form, claimed, planned)
    if "preview" in request.POST:
        return _page(request, snapshot, found, form, claimed, planned=planned[0])
    shown = matter
    try:
        applied = apply([part.plan for part in planned], request.moment.now)
        # A step that begins a further matter (an oral page becomes a file) leads there.
        index, shown = applied[-1].index, applied[-1].matter or matter
    except RepeatedRequest as repeated:
        index = repeated.entry.index
    except StaleMatter:
        return _page(request, loaded(request, matter, private=True), found, form, claimed, stale=True)
    return HttpResponseRedirect(f"{reverse('matter', args=[shown])}?done={index}")


def _refused(
    request: DeskRequest, snapshot: Snapshot, step: Step, form: InputForm, claimed: bool, refused: Refused
) -> HttpResponse:
    beside = []
    for item in refused.refusals:
        if item.field in form.fields:
            form.add_error(item.field, item.reason)
        else:
            beside.append(item)
    return _page(request, snapshot, step, form, claimed, against=beside)


def _initial(step: Step, snapshot: Snapshot) -> dict[str, Any]:
    """What is on record already need not be typed again; private values are not put into a form."""
    known = {**snapshot.matter, **snapshot.detail}
    return {item.name: known[item.name] for item in step.inputs if not item.is_private and item.name in known}


def _page(
    request: DeskRequest,
    snapshot: Snapshot,
    step: Step,
    form: InputForm,
    claimed: bool,
    *,
    against: list[Any] | None = None,
    stale: bool = False,
    planned: Planned | None = None,
) -> HttpResponse:
    moment = request.moment
    if not form.is_bound or stale:
        form = _renewed(form, snapshot)
    open_terms = sorted((r for r in snapshot.of(Term) if present_terms.is_open(r)), key=lambda row: row["due_on"])
    told = [effect(item) for item in consequences(planned, snapshot, 0)] if planned else effects(step, snapshot, moment)
    here = request.path
    context = {
        "matter": present.head(snapshot, moment),
        "step": {"title": step.label, "basis": [article(basis, moment) for basis in step.basis], "button": step.action},
        "term": present_terms.due(open_terms[0], moment.today) if open_terms else None,
        "form": form,
        "sections": sections(form, claimed),
        "refusals": [refusal(item, snapshot, moment) for item in against or ()],
        "stale": _stale(request, snapshot) if stale else None,
        "effects_list": told,
        "cancel_url": reverse("matter", args=[snapshot.key]),
        "modes": [
            {"label": "现在办理", "url": here, "current": not claimed},
            {"label": "已在线下办过，补记", "url": f"{here}?mode=claimed", "current": claimed},
        ],
    }
    return render(request, "matters/step.html", context, status=409 if stale else 200)


def _renewed(form: InputForm, snapshot: Snapshot) -> InputForm:
    """The same form with the present row version and a fresh key; what was typed stays."""
    values = {"row_version": snapshot.matter.get("row_version"), "request_key": new_key()}
    if form.is_bound:
        return InputForm(form.inputs, form.moment, {**form.data.dict(), **values})
    form.initial.update(values)
    return form


def sections(form: InputForm, claimed: bool) -> list[dict[str, Any]]:
    """Fields in their order, those about how a claimed step happened first."""
    names = [item.name for item in form.inputs]
    own = [name for name in names if name.startswith("claimed_")]
    reasons = [name for name in names if name.startswith("reason_")]
    rest = [name for name in names if name not in own and name not in reasons]
    wide = {item.name for item in form.inputs if item.kind == "long_text"}
    notes = {item.name: item.article for item in form.inputs}
    told = []
    if claimed:
        told.append({"legend": "线下怎么办的", "fields": [form[name] for name in own], "columns": 3})
    if rest:
        fields = [{"bound": form[name], "wide": name in wide, "note": notes[name]} for name in rest]
        told.append({"legend": "", "fields": fields, "columns": 2})
    if reasons:
        told.append({"legend": "为什么仍要办", "fields": [form[name] for name in reasons], "columns": 1})
    return told


def _stale(request: DeskRequest, snapshot: Snapshot) -> dict[str, str]:
    entry = Entry.objects.filter(matter_id=snapshot.key).order_by("-index").first()
    assert entry is not None
    steps = [step["code"] for step in json.loads(entry.steps)] if entry.steps else []
    known = snapshot.procedure.by_code
    what = "、".join(known[code].label if code in known else "改动了这件事项" for code in steps) or "改动了这件事项"
    who = actor_name(entry.actor, request.moment.directory) or "别人"
    return {"by": who, "what": f"办了“{what}”", "url": reverse("matter", args=[snapshot.key])}
