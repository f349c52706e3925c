"""Taking a step here, or recording one that happened outside."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.evidence.api import EvidenceError
from guiju.kernel.ledger.api import Entry, head_of
from guiju.kernel.procedure.api import (
    START,
    Moment,
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
from guiju.web.access import DeskRequest, business, parsed_day
from guiju.web.desk.drafts import restored, sent
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.photos import attachments, photos_of, told_of
from guiju.web.desk.signing import SignedPaperForm, attached, paper_to_sign, printed
from guiju.web.desk.step_forms import (
    inputs_of,
    intent_from,
    is_said,
    known_already,
    reason_inputs,
    refused_form,
    renewed,
    sections,
)
from guiju.web.inputs import InputForm
from guiju.web.named_matters import moment_naming
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.consequences import effect
from guiju.web.present.law import articles
from guiju.web.present.offers import effects, refusal
from guiju.web.present.paper import paper, veiled
from guiju.web.present.step_sheet import step_sheet
from guiju.web.present.words import actor_name


@business
def step(request: DeskRequest, matter: int, code: str) -> HttpResponse:
    """The form of a step; POST takes it (or records it) or says why not, keeping everything typed."""
    snapshot = loaded(request, matter, private=True, step=code)
    found = snapshot.procedure.by_code.get(code)
    if found is None or START in found.frm:
        raise Http404("这件事项没有这一步。")
    claimed = request.GET.get("mode") == "claimed"
    against = [] if claimed else refusals(found, snapshot, request.moment)
    reasons = reason_inputs([item for item in against if not item.hard], request.POST)
    inputs = inputs_of(found, claimed, reasons)
    if request.method != "POST":
        known = known_already(found, snapshot, request.acting)
        if claimed and (day := parsed_day(request.GET.get("on", ""))):  # read from a paper; the person looks at it
            known |= {"claimed_on": day, "claimed_medium": "system"}
        form = InputForm(inputs, request.moment, initial=known)
        return _page(request, snapshot, found, form, claimed, against=[r for r in against if r.hard])
    form = InputForm(inputs, request.moment, request.POST)
    moment = moment_naming(request, form) if form.is_valid() else request.moment
    if form.errors and (found.makes or "print" not in request.POST):
        return _page(request, snapshot, found, form, claimed)
    if form.cleaned_data.get("row_version") not in (None, snapshot.matter["row_version"]):
        return _moved_on(request, snapshot, found, form, claimed)
    if "print" in request.POST:
        return _to_sign(request, snapshot, found, form, claimed, moment)
    return _planned(request, snapshot, found, form, claimed, moment)


def _to_sign(
    request: DeskRequest, snapshot: Snapshot, step: Step, form: InputForm, claimed: bool, moment: Moment
) -> HttpResponse:
    """The step's own paper to be signed, or where it makes none a sheet to be filled in by hand."""
    answer = paper_to_sign(snapshot, intent_from(form, step, claimed), moment) if step.makes else None
    if isinstance(answer, Refused):
        return _refused(request, snapshot, step, form, False, answer)
    if answer is None:
        sheet = step_sheet(snapshot, step, form, moment)
        return printed(snapshot, moment, sheet, title=sheet.title, step=step.code)
    return answer


def _planned(
    request: DeskRequest, snapshot: Snapshot, step: Step, form: InputForm, claimed: bool, moment: Moment
) -> HttpResponse:
    """What was typed is in order: look at it, or write it together with the signed paper that came with it."""
    scan = SignedPaperForm(request.POST, request.FILES)
    looks = "preview" in request.POST
    key = form.cleaned_data["request_key"] or None
    intent = intent_from(form, step, claimed)
    planned = plan_continued(veiled(snapshot) if looks else snapshot, [intent], moment, request_key=key)
    if isinstance(planned, Refused):
        return _refused(request, snapshot, step, form, claimed, planned)
    if looks:
        return _page(request, snapshot, step, form, claimed, planned=planned[0])
    if not scan.is_valid():
        return _page(request, snapshot, step, form, claimed, scan=scan)
    plans, seen = [part.plan for part in planned], planned[0].after.copy()
    try:
        if scan.cleaned_data["signed_paper"]:
            plans.append(attached(seen, moment, step, scan.cleaned_data["signed_paper"]))
            seen.matter["row_version"] += 1
        plans.extend(attachments(seen, request, photos_of(request)[0]))
        applied = apply(plans, moment.now)[: len(planned)]
    except EvidenceError as error:
        scan.add_error("signed_paper", str(error))
        return _page(request, snapshot, step, form, claimed, scan=scan)
    except (RepeatedRequest, StaleMatter):
        return _moved_on(
            request, loaded(request, matter_of(snapshot), private=True, step=step.code), step, form, claimed
        )
    sent(request)
    # A step that begins a further matter (an oral page becomes a file) leads there.
    return _done(applied[-1].matter or matter_of(snapshot), applied[-1].index)


def matter_of(snapshot: Snapshot) -> int:
    return int(snapshot.matter["id"])


def _done(matter: int, index: int) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")


def _moved_on(request: DeskRequest, snapshot: Snapshot, step: Step, form: InputForm, claimed: bool) -> HttpResponse:
    """The same form sent twice is answered with its first result, an older one with what changed meanwhile."""
    key = form.cleaned_data["request_key"]
    first = Entry.objects.filter(matter_id=snapshot.key, request_key=key).first() if key else None
    if first is not None:
        return _done(matter_of(snapshot), first.index)
    return _page(request, snapshot, step, form, claimed, stale=True)


def _refused(
    request: DeskRequest, snapshot: Snapshot, step: Step, form: InputForm, claimed: bool, refused: Refused
) -> HttpResponse:
    form = refused_form(form, refused.refusals, claimed=claimed, dated_by=step.dated_by)
    beside = [item for item in refused.refusals if not is_said(item, form, claimed=claimed, dated_by=step.dated_by)]
    return _page(request, snapshot, step, form, claimed, against=beside)


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
    scan: SignedPaperForm | None = None,
) -> HttpResponse:
    moment = request.moment
    if not form.is_bound or stale:
        form = renewed(form, snapshot)
    open_terms = sorted((r for r in snapshot.of(Term) if present_terms.is_open(r)), key=lambda row: row["due_on"])
    told = effects(step, snapshot, moment)
    if planned is not None:
        told = [effect(item) for item in consequences(planned, snapshot, head_of(moment.town_id).size)]
    context = {
        "matter": present.head(snapshot, moment),
        "step": {"title": step.label, "basis": articles(step.basis, moment), "button": step.action},
        "term": present_terms.due(open_terms[0], moment) if open_terms else None,
        "form": form,
        "scan": (scan or SignedPaperForm()) if claimed else None,
        "extra_errors": _scan_errors(scan),
        "draft": restored(request, form),
        "photos": told_of(request),
        "sections": sections(form, claimed),
        "refusals": [refusal(item, snapshot, moment) for item in against or ()],
        "stale": _stale(request, snapshot) if stale else None,
        "effects_list": told,
        "document": paper(planned) if planned else None,
        **_ways(request.path, step, claimed),
        "cancel_url": reverse("matter", args=[snapshot.key]),
    }
    return render(request, "matters/step.html", context, status=409 if stale else 200)


def _ways(here: str, step: Step, claimed: bool) -> dict[str, Any]:
    """What may be done with the form: look at the paper, print it to be signed, or record what was done outside."""
    return {
        "previews": bool(step.makes) and not claimed,
        "prints": step.makes or "办理表",
        "modes": [
            {"label": "现在办理", "url": here, "current": not claimed},
            {"label": "已在线下办过，补记", "url": f"{here}?mode=claimed", "current": claimed},
        ],
    }


def _scan_errors(scan: SignedPaperForm | None) -> list[dict[str, str]]:
    if scan is None:
        return []
    field = scan["signed_paper"]
    return [{"text": str(text), "target": f"#{field.id_for_label}"} for text in field.errors]


def _stale(request: DeskRequest, snapshot: Snapshot) -> dict[str, str]:
    entry = Entry.objects.filter(matter_id=snapshot.key).order_by("-index").first()
    assert entry is not None
    steps = [step["code"] for step in json.loads(entry.steps)] if entry.steps else []
    known = snapshot.procedure.by_code
    what = "、".join(known[code].label if code in known else "改动了这件事项" for code in steps) or "改动了这件事项"
    who = actor_name(entry.actor, request.moment.directory) or "别人"
    return {"by": who, "what": f"办了“{what}”", "url": reverse("matter", args=[snapshot.key])}
