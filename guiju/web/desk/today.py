"""今日, first form: open terms by due date, and where to start."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, desk
from guiju.web.present.rows import COLUMNS, rows
from guiju.web.present.terms import due

SHOWN_TERMS = 20
SHOWN_MATTERS = 12


@desk
def today(request: DeskRequest) -> HttpResponse:
    """What to do first."""
    seen = visible_to(request.acting)
    terms = Term.objects.filter(
        town_id=request.acting.town_id, state=Term.State.OPEN, matter__in=seen, backfilled=False
    ).order_by("due_on", "id")
    listed = [(row, row.matter) for row in terms.select_related("matter")[:SHOWN_TERMS]]
    recent = list(seen.filter(closed_on__isnull=True).order_by("-registered_on", "-id")[:SHOWN_MATTERS])
    context = {
        "terms": [_term(request, row, matter) for row, matter in listed],
        "columns": COLUMNS,
        "rows": rows(recent, request.moment),
        "actions": [{"label": "登记", "url": reverse("register"), "icon": "pencil-plus", "primary": True}]
        if request.acting.sees_town or request.acting.unit_ids
        else [],
    }
    return render(request, "today.html", context)


def _term(request: DeskRequest, term: Term, matter: Matter) -> dict[str, Any]:
    row = {field.attname: getattr(term, field.attname) for field in Term._meta.concrete_fields}
    box = due(row, request.moment.today)
    return {
        **box,
        "title": box["label"],
        "matter": matter.number or matter.title,
        "what": matter.title,
        "action": {"label": "去办理", "url": reverse("matter", args=[matter.id])},
    }
