"""Showing the private texts of a matter on the record: a reason, which of them, sixty seconds, one entry."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.procedure.api import KERNEL_ROWS, Snapshot, apply, plan_reveal
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.desk.reveal import REASONS, written_reason
from guiju.web.present import matter as present
from guiju.web.present.sealed import Sealed, sealed_texts


@business
def show(request: DeskRequest, matter: int) -> HttpResponse:
    """The form that asks why; POST shows the texts and writes an entry."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    texts = sealed_texts(snapshot)
    if not texts:
        raise Http404("这件事项没有加密保存的内容。")
    if request.method != "POST":
        return _asked(request, snapshot, texts, "")
    reason = written_reason(request)
    chosen = [text for text in texts if text.code in request.POST.getlist("field")]
    if not reason or not chosen:
        return _asked(request, snapshot, texts, "请选一个事由。" if not reason else "请选要看哪几项。")
    plan = plan_reveal(snapshot, request.moment, fields=[text.code for text in chosen], reason=reason)
    apply([plan], request.moment.now)
    values = [{"label": text.label, "value": snapshot.text(text.commitment) or "（已删除）"} for text in chosen]
    context = {"matter": present.head(snapshot, request.moment), "values": values, "reason": reason}
    response = render(request, "matters/revealed.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _asked(request: DeskRequest, snapshot: Snapshot, texts: list[Sealed], error: str) -> HttpResponse:
    wanted, told = request.POST.get("reason", ""), request.POST.getlist("field")
    asked = {
        "subject": "这件事项",
        "action": request.path,
        "reasons": [{"value": code, "label": label, "checked": code == wanted} for code, label in REASONS.items()],
        "fields": [
            {"value": text.code, "label": text.label, "checked": not error or text.code in told} for text in texts
        ],
        "other_name": "other",
        "cancel_url": reverse("matter", args=[snapshot.key]),
        "error": error,
    }
    context = {"matter": present.head(snapshot, request.moment), "reveal": asked, "whole": True}
    return render(request, "matters/reveal.html", context, status=400 if error else 200)
