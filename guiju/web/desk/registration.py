"""Registering a matter: choosing what, then the short form of its registration step."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.mechanism.api import mechanism_of, mechanisms
from guiju.kernel.procedure.api import (
    Procedure,
    Refused,
    RepeatedRequest,
    Snapshot,
    apply,
    plan,
    procedure_in_force,
    refusals,
)
from guiju.web.access import DeskRequest, business
from guiju.web.desk.drafts import restored, sent
from guiju.web.desk.photos import attachments, photos_of, told_of
from guiju.web.desk.step_forms import intent_from, new_key, reason_inputs, refused_form, sections
from guiju.web.inputs import InputForm, units_for
from guiju.web.named_matters import moment_naming
from guiju.web.present.law import articles
from guiju.web.present.offers import effects, refusal
from guiju.web.shell import place_of

# What is registered and decided in one go on the street has a page of its own; its form at the desk stays.
OWN_PAGES = {("penalty", "simple"): "onspot"}


def registrable(request: DeskRequest) -> list[tuple[str, Procedure]]:
    """Kinds of matter that the person's posts may register, with their mechanism."""
    found = []
    for mechanism in sorted(mechanisms(), key=lambda one: place_of(one.group)):
        for kind in dict.fromkeys(procedure.kind for procedure in mechanism.procedures):
            procedure = procedure_in_force(mechanism.code, kind, request.moment.today)
            if request.acting.holds(procedure.registration.roles) and not procedure.registration.hidden:
                found.append((mechanism.code, procedure))
    return found


@business
def choose(request: DeskRequest) -> HttpResponse:
    """What can be registered; with one mechanism in the address, straight to its first kind."""
    found = registrable(request)
    wanted = request.GET.get("mechanism", "")
    first = next((p for code, p in found if code == wanted), None)
    if first is not None:
        return HttpResponseRedirect(reverse("register-kind", args=[first.mechanism, first.kind]))
    groups: dict[str, list[dict[str, str]]] = {}
    for code, procedure in found:
        mechanism = mechanism_of(code)
        own = OWN_PAGES.get((code, procedure.kind))
        url = reverse(own) if own else reverse("register-kind", args=[code, procedure.kind])
        groups.setdefault(mechanism.label, []).append({"label": procedure.label, "url": url, "icon": mechanism.icon})
    return render(request, "matters/choose.html", {"groups": groups.items()})


@business
def register(request: DeskRequest, mechanism: str, kind: str) -> HttpResponse:
    """The registration form of one kind of matter."""
    found = registrable(request)
    procedure = next((p for code, p in found if (code, p.kind) == (mechanism, kind)), None)
    if procedure is None:
        raise Http404("没有这一种登记，或者不由您的岗位登记。")
    step, snapshot = procedure.registration, Snapshot(procedure)
    if request.method != "POST":
        form = InputForm(step.inputs, request.moment, initial=_initial(request, procedure))
        return _page(request, procedure, form)
    form = InputForm((*step.inputs, *reason_inputs((), request.POST)), request.moment, request.POST)
    moment = moment_naming(request, form) if form.is_valid() else request.moment
    if form.errors:
        return _page(request, procedure, form)
    intent = intent_from(form, step, claimed=False)
    planned = plan(snapshot, [intent], moment, request_key=form.cleaned_data["request_key"] or None)
    if isinstance(planned, Refused):
        return _page(request, procedure, refused_form(form, planned.refusals))
    try:
        photos = attachments(planned.after, request, photos_of(request)[0])
        done = apply([planned.plan, *photos], request.moment.now)[0]
        index, matter = done.index, done.matter
        sent(request)
    except RepeatedRequest as repeated:
        index, matter = repeated.entry.index, repeated.entry.matter_id
    return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")


def _initial(request: DeskRequest, procedure: Procedure) -> dict[str, Any]:
    values: dict[str, Any] = {"request_key": new_key()}
    units = units_for(request.moment)
    own = next((post.unit_id for post in request.acting.posts if post.unit_id in units), None)
    for item in procedure.registration.inputs:
        if item.kind == "date" and item.past_only:
            values[item.name] = request.moment.today
        elif item.kind == "unit" and not request.acting.sees_town and own is not None:
            values[item.name] = str(own)
    return values


def _page(request: DeskRequest, procedure: Procedure, form: InputForm) -> HttpResponse:
    mechanism = mechanism_of(procedure.mechanism)
    snapshot = Snapshot(procedure)
    # What stands against it before anything is typed; an answer to what was typed is said in the form.
    known = [] if form.is_bound else refusals(procedure.registration, snapshot, request.moment)
    kinds = [
        {"label": p.label, "url": reverse("register-kind", args=[code, p.kind]), "current": p is procedure}
        for code, p in registrable(request)
        if code == procedure.mechanism
    ]
    context = {
        "mechanism": {"label": procedure.label, "list_url": reverse("mechanism", args=[mechanism.code])},
        "kinds": kinds if len(kinds) > 1 else [],
        "form": form,
        "draft": restored(request, form),
        "photos": told_of(request),
        "sections": sections(form, claimed=False),
        "button": procedure.registration.action,
        "basis": articles(procedure.registration.basis, request.moment),
        "effects_list": effects(procedure.registration, snapshot, request.moment),
        "refusals": [refusal(item, snapshot, request.moment) for item in known if item.hard],
    }
    return render(request, "matters/register.html", context)
