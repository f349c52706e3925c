"""Showing private values on the record: a reason, the fields, sixty seconds, one entry."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.ledger.api import Entry
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import KERNEL_ROWS, NotAllowed, Snapshot, apply, plan_reveal
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.present import matter as present

REASONS = {"contact": "联系当事人", "document": "制作文书", "identity": "核对身份", "other": "其他，须填写"}
HANDLING = "承办人办理在办事项"
FIELDS = {"name": "姓名", "telephone": "电话", "id_number": "证件号", "address": "住址"}


def written_reason(request: DeskRequest) -> str:
    """Why somebody wants to see private values, as the entry will say it; empty where no reason was given."""
    chosen = request.POST.get("reason", "")
    return request.POST.get("other", "").strip() if chosen == "other" else REASONS.get(chosen, "")


def handles(request: DeskRequest, snapshot: Snapshot) -> bool:
    """Whoever handles the open matter (a post in its unit) sees its telephones without giving a reason."""
    units = {post.unit_id for post in request.acting.posts}
    return not snapshot.ended and snapshot.matter["unit_id"] in units


@business
def reveal(request: DeskRequest, matter: int, party: int) -> HttpResponse:
    """The form that asks why; POST shows the values and writes an entry."""
    snapshot = loaded(request, matter, rows=KERNEL_ROWS, private=True)
    row = snapshot.rows.get(Party, {}).get(party)
    if row is None:
        raise Http404("这件事项没有这位当事人。")
    if request.method == "POST":
        reason = written_reason(request)
        fields = [name for name in request.POST.getlist("field") if name in FIELDS]
        if not reason or not fields:
            error = "请选一个事由。" if not reason else "请选要看哪几项。"
            return render(request, "matters/reveal.html", _form(request, snapshot, row, error), status=400)
        return _shown(request, snapshot, row, fields, reason)
    if handles(request, snapshot):
        return _shown(request, snapshot, row, ["name", "telephone"], HANDLING)
    return render(request, "matters/reveal.html", _form(request, snapshot, row, ""))


def _shown(
    request: DeskRequest, snapshot: Snapshot, row: dict[str, Any], fields: list[str], reason: str
) -> HttpResponse:
    told = [f"party.{row['id']}.{name}" for name in fields]
    try:
        planned = plan_reveal(snapshot, request.moment, fields=told, reason=reason)
    except NotAllowed as error:
        return render(request, "matters/reveal.html", _form(request, snapshot, row, str(error)), status=400)
    if not _today_already(request, snapshot, reason):
        apply([planned], request.moment.now)
    values = [{"label": FIELDS[name], "value": snapshot.text(row[name]) or "未记"} for name in fields]
    context = {"matter": present.head(snapshot, request.moment), "values": values, "reason": reason}
    response = render(request, "matters/revealed.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _today_already(request: DeskRequest, snapshot: Snapshot, reason: str) -> bool:
    """One entry per person, matter and day for telephones that the handler sees without a reason."""
    if reason != HANDLING:
        return False
    today = Entry.objects.filter(
        matter_id=snapshot.key, kind="reveal", actor=request.acting.actor, recorded_at__date=request.moment.today
    )
    return today.exists()


def _form(request: DeskRequest, snapshot: Snapshot, row: dict[str, Any], error: str) -> dict[str, Any]:
    chosen = request.POST.get("reason", "")
    fields = request.POST.getlist("field") or ["telephone"]
    reveal_form = {
        "subject": present.parties(snapshot, may_reveal=False)[0]["name"] if row["name"] else "当事人",
        "action": request.path,
        "reasons": [{"value": code, "label": label, "checked": code == chosen} for code, label in REASONS.items()],
        "fields": [{"value": code, "label": label, "checked": code in fields} for code, label in FIELDS.items()],
        "other_name": "other",
        "cancel_url": reverse("matter", args=[snapshot.key]),
        "error": error,
    }
    whole = not request.headers.get("HX-Request")
    return {"matter": present.head(snapshot, request.moment), "reveal": reveal_form, "whole": whole}
