"""A matter that a superior's system keeps: the lists before its next signatures, on the screen and on paper."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.procedure.api import KERNEL_ROWS, Finding, checklists
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, business
from guiju.web.desk.matter_page import loaded
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.checklist import checked
from guiju.web.present.rights import party_rights


@business
def checklist(request: DeskRequest, matter: int) -> HttpResponse:
    """What is there and what lacks before each paper that is to be signed next; rights, terms and findings beside it."""
    snapshot, moment = loaded(request, matter, rows=KERNEL_ROWS), request.moment
    running = sorted((row for row in snapshot.of(Term) if present_terms.is_open(row)), key=lambda row: row["due_on"])
    unanswered = [row for row in snapshot.of(Finding) if not row["answer"]]
    papers = {"label": "收那边的文书", "url": reverse("papers"), "icon": "upload"}
    context = {
        "actions": [papers] if snapshot.matter["master"] and request.acting.may("imports") else [],
        "matter": present.head(snapshot, moment),
        "stage": snapshot.procedure.stage_label(snapshot.stage),
        "master": snapshot.matter["master"],
        "made_on": moment.today.isoformat(),
        "lists": [checked(found, snapshot, moment) for found in checklists(snapshot, moment)],
        "rights": party_rights(snapshot, moment, ()),
        "terms": [present_terms.due(row, moment) for row in running],
        "findings": [
            {"text": row["text"], "article": {"label": row["basis"]} if row["basis"] else None} for row in unanswered
        ],
    }
    return render(request, "matters/checklist.html", context)
