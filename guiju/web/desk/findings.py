"""Answering findings: 已补正, 说明, 不适用, each with a reason; alike ones together."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.procedure.api import KERNEL_ROWS, Finding, NotAllowed, StaleMatter, apply, plan_answer
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.present import matter as present


@business
def answer(request: DeskRequest, matter: int) -> HttpResponse:
    """The findings of a matter that wait for an answer."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS)
    waiting = [row for row in snapshot.of(Finding) if not row["answer"]]
    error = ""
    if request.method == "POST":
        chosen = [int(key) for key in request.POST.getlist("finding") if key.isdecimal()]
        kind, text = request.POST.get("answer", ""), request.POST.get("text", "").strip()
        try:
            if not chosen or kind not in Finding.Answer.values:
                raise NotAllowed("请选要答复的发现，并选已补正、说明或者不适用。")
            planned = plan_answer(snapshot, request.moment, chosen, kind, text)
            index = apply([planned], request.moment.now)[0].index
            return HttpResponseRedirect(f"{reverse('matter', args=[matter])}?done={index}")
        except (NotAllowed, StaleMatter) as problem:
            error = str(problem)
    context = {
        "matter": present.head(snapshot, request.moment),
        "waiting": waiting,
        "answers": Finding.Answer.choices,
        "chosen": request.POST.getlist("finding"),
        "kind": request.POST.get("answer", ""),
        "text": request.POST.get("text", ""),
        "error": error,
    }
    return render(request, "matters/findings.html", context, status=400 if error else 200)
