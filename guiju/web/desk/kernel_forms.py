"""Forms that record something about a matter beside the steps of its procedure: asked, planned, written, or refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import Plan
from guiju.kernel.procedure.api import Input, NotAllowed, Snapshot, StaleMatter, apply
from guiju.web.access import DeskRequest
from guiju.web.desk.step_forms import sections
from guiju.web.inputs import InputForm
from guiju.web.present import matter as present


def recorded(
    request: DeskRequest,
    snapshot: Snapshot,
    asked: tuple[Input, ...],
    initial: Mapping[str, Any],
    planned: Callable[[Mapping[str, Any]], Plan],
    context: Mapping[str, Any],
    foresee: Callable[[Plan], Mapping[str, Any]] | None = None,
) -> HttpResponse:
    """The page of such a form; sent, it is planned and written. What is not allowed is said above the form.

    An older row version is refused, so that a form sent twice writes once. `foresee` tells the outcome of a plan that
    somebody only wants to look at.
    """
    version = {"row_version": snapshot.matter["row_version"]}
    form = InputForm(asked, request.moment, request.POST or None, initial={**initial, **version})
    told = dict(context)
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["row_version"] not in (None, snapshot.matter["row_version"]):
                raise StaleMatter(snapshot.matter["id"], snapshot.matter["row_version"])
            plan = planned(form.values())
            if foresee is None or request.POST.get("do") != "look":
                index = apply([plan], request.moment.now)[0].index
                return HttpResponseRedirect(f"{reverse('matter', args=[snapshot.key])}?done={index}")
            told["foreseen"] = foresee(plan)
        except (NotAllowed, StaleMatter) as error:
            form.add_error(None, str(error))
    told |= {
        "matter": present.head(snapshot, request.moment),
        "form": form,
        "sections": sections(form, claimed=False),
    }
    return render(request, "matters/record.html", told)
