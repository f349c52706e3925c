"""当场处罚 on a phone in the street (行政处罚法 第51-53条): registered and decided in one go, or turned into an ordinary case.

The page has no rule of its own: it plans the steps of the simple procedure and says what they answer.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from guiju.kernel.documents.api import Document
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Planned,
    Procedure,
    Refusal,
    Refused,
    RepeatedRequest,
    Snapshot,
    apply,
    plan_continued,
    procedure_in_force,
)
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, business
from guiju.web.desk.drafts import restored, sent
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.onspot_form import (
    DECIDE,
    DONE,
    FURTHER,
    KIND,
    MECHANISM,
    MONEY,
    SECOND,
    SEEN,
    TURN,
    WHAT,
    WHO,
    asked,
    intents,
    own_certificate,
    told,
    why_not,
)
from guiju.web.desk.photos import attachments, photos_of, tokens
from guiju.web.desk.step_forms import REASON, new_key, reason_inputs, refused_form
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.law import articles
from guiju.web.present.offers import refusal


def _procedure(request: DeskRequest) -> Procedure:
    procedure = procedure_in_force(MECHANISM, KIND, request.moment.today)
    if not request.acting.holds(procedure.registration.roles):
        raise PermissionDenied("当场处罚由执法人员办理，您的岗位不办。")
    return procedure


@business
def onspot(request: DeskRequest) -> HttpResponse:
    """The page; POST decides (`do=decide`) or turns to the ordinary procedure (`do=turn`), keeping everything typed."""
    procedure = _procedure(request)
    inputs = asked(procedure, request.moment)
    if request.method != "POST":
        return _page(request, procedure, InputForm(inputs, request.moment, initial={"request_key": new_key()}))
    form = InputForm((*inputs, *reason_inputs((), request.POST)), request.moment, request.POST)
    photos, wrong = photos_of(request)
    if not form.is_valid():
        return _page(request, procedure, form, photos=photos, wrong=wrong)
    last = TURN if request.POST.get("do") == TURN else DECIDE
    values = told(form, request.moment)
    forbidden = why_not(procedure, values, request.moment)
    if last == TURN:
        values["reason"] = "".join(item.reason for item in forbidden)
    wanted = intents(form, procedure, last, values)
    key = form.cleaned_data["request_key"] or None
    planned = plan_continued(Snapshot(procedure), wanted, request.moment, request_key=key)
    if isinstance(planned, Refused):
        return _refused(request, procedure, form, planned, photos=photos, wrong=wrong)
    return _written(request, planned, photos)


def _written(request: DeskRequest, planned: list[Planned], photos: list[dict[str, Any]]) -> HttpResponse:
    """Write all of it at once; the photos go to the case that goes on."""
    last = planned[-1]
    try:
        applied = apply(
            [*(part.plan for part in planned), *attachments(last.after, request, photos, "现场照片")],
            request.moment.now,
        )
    except RepeatedRequest as repeated:
        first = repeated.entry
        return HttpResponseRedirect(f"{reverse('onspot-done', args=[first.matter_id])}?done={first.index}")
    sent(request)
    done = applied[len(planned) - 1]
    if len(planned) > 1:  # it goes on as an ordinary case
        return HttpResponseRedirect(f"{reverse('matter', args=[done.matter])}?done={done.index}")
    return HttpResponseRedirect(f"{reverse('onspot-done', args=[done.matter])}?done={done.index}")


def _refused(
    request: DeskRequest, procedure: Procedure, form: InputForm, refused: Refused, **shown: Any
) -> HttpResponse:
    """Each refusal at its field; those with a lawful way beside the amount, those of nobody's field above."""
    at_fields = [item for item in refused.refusals if item.remedy_step != TURN]
    elsewhere = {"officers": SECOND}
    fields = form.fields.keys()
    moved = []
    for item in at_fields:
        name = elsewhere.get(item.field, item.field)
        moved.append(
            Refusal(item.code, item.reason, item.basis, item.remedy, "", item.hard, name if name in fields else "")
        )
    return _page(request, procedure, refused_form(form, moved), **shown)


def _page(
    request: DeskRequest,
    procedure: Procedure,
    form: InputForm,
    *,
    photos: list[dict[str, Any]] | None = None,
    wrong: list[str] | None = None,
) -> HttpResponse:
    moment = request.moment
    decide = procedure.step(DECIDE)
    draft = restored(request, form)
    shown = [name for name in form.fields if name in ("unit", SECOND)]
    context = {
        "officer": moment.acting.name,
        "certificate": own_certificate(moment),
        "form": form,
        "draft": draft,
        "who": [form[name] for name in shown],
        "what": _fields(form, WHAT),
        "seen": _fields(form, SEEN),
        "party": _fields(form, WHO),
        "done": _fields(form, DONE),
        "money": _fields(form, MONEY),
        "further": _fields(form, FURTHER),
        "reasons": [form[name] for name in form.fields if name.startswith(REASON)],
        "basis": articles(decide.basis, moment),
        "kept": tokens(request, photos or []),
        "wrong": wrong or [],
        "why": _why(request, procedure, form),
    }
    return render(request, "onspot/decide.html", context)


def _fields(form: InputForm, names: tuple[str, ...]) -> list[dict[str, Any]]:
    notes = {item.name: item.article for item in form.inputs}
    return [{"bound": form[name], "note": notes[name]} for name in names]


def _why(request: DeskRequest, procedure: Procedure, form: InputForm) -> list[dict[str, Any]]:
    """为什么不能当场: the refusals that the amount and the party bring, as they stand in the form now."""
    if not form.is_bound:
        return []
    form.is_valid()
    found = why_not(procedure, form.values(), request.moment)
    against = [refusal(item, Snapshot(procedure), request.moment) for item in found]
    return [{**one, "lacks": []} for one in against]  # the remedy is the button below


@require_POST
@business
def check(request: DeskRequest) -> HttpResponse:
    """The same answer while somebody still types: the region beside the amount and the button at the foot."""
    procedure = _procedure(request)
    form = InputForm(asked(procedure, request.moment), request.moment, request.POST)
    return render(request, "onspot/why.html", {"why": _why(request, procedure, form), "live": True})


@business
def done(request: DeskRequest, matter: int) -> HttpResponse:
    """What was decided in the street: the paper to hand over, what comes next and by when."""
    snapshot = loaded(request, matter, rows=(*KERNEL_ROWS,), private=True)
    if (snapshot.procedure.mechanism, snapshot.procedure.kind) != (MECHANISM, KIND):
        raise Http404("这件事项不是当场处罚。")
    moment = request.moment
    own = {rule for step in snapshot.procedure.steps for rule in step.closes}  # not those of the party
    running = [row for row in snapshot.of(Term) if present_terms.is_open(row) and row["rule"] in own]
    terms = sorted(running, key=lambda row: row["due_on"])
    entry = request.GET.get("done", "")
    context = {
        "matter": present.head(snapshot, moment),
        "fact_groups": present.fact_groups(snapshot, moment),
        "papers": present.documents(snapshot, moment),
        "paper_url": next((_printed(row) for row in snapshot.of(Document) if row["content"]), ""),
        "terms": [present_terms.due(row, moment) for row in terms],
        "attach_url": reverse("evidence-attach", args=[matter]),
        "again_url": reverse("onspot"),
        "receipt": {"text": "已经记下", "entry": f"{int(entry):,}", "links": []} if entry.isdecimal() else None,
    }
    return render(request, "onspot/done.html", context)


def _printed(row: dict[str, Any]) -> str:
    """The address of a paper as it is printed."""
    return reverse("document", args=[row["matter_id"], row["id"], "pdf"])
