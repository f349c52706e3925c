"""今日: what is due for whom, what came with backfill and still runs, and the matters in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.matters.api import Matter, count_up_to, visible_to
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, desk, may_register
from guiju.web.desk.signatures import sign_links
from guiju.web.present.law import article
from guiju.web.present.rows import COLUMNS, rows
from guiju.web.present.terms import SOON_DAYS, due, length_words, rule_of
from guiju.web.present.waiting import ending_step, waited_for, whose
from guiju.web.present.words import day_with_weekday
from guiju.web.present.worklists import list_links
from guiju.web.shell import shown_count

SHOWN_TERMS = 20
SHOWN_MATTERS = 12
LATELY = dt.timedelta(days=60)  # what backfill brought and was due before is history: it is counted, not listed


@desk
def today(request: DeskRequest) -> HttpResponse:
    """What to do first, and who is waited for."""
    if not request.acting.sees_town and not request.acting.unit_ids:
        return render(request, "today.html", {"day": day_with_weekday(request.moment.today), "elsewhere": True})
    seen = visible_to(request.acting)
    listed = _terms(request, seen)
    terms = [_term(request, row) for row in listed if not row.backfilled]
    recent = list(seen.filter(closed_on__isnull=True).order_by("-registered_on", "-id")[:SHOWN_MATTERS])
    others = [(row, term["level"], term["who"]) for row, term in _with_rows(listed, terms) if not term["mine"]]
    context = {
        "day": day_with_weekday(request.moment.today),
        "summary": _summary(terms),
        "mine": [term for term in terms if term["mine"]],
        "others": [term for term in terms if not term["mine"]],
        "backfilled": [_term(request, row) for row in listed if row.backfilled],
        "older": _older(request, seen),
        "waited": waited_for(others, request.moment),
        "columns": COLUMNS,
        "rows": rows(recent, request.moment),
        "actions": [
            *sign_links(request.acting),
            *list_links(request.acting),
            *_register_link(request),
        ],
    }
    return render(request, "today.html", context)


def _register_link(request: DeskRequest) -> list[dict[str, Any]]:
    told = {"label": "登记事项", "url": reverse("register"), "icon": "pencil-plus", "primary": True}
    return [told] if may_register(request.acting) else []


def _with_rows(listed: list[Term], terms: list[dict[str, Any]]) -> Iterable[tuple[Term, dict[str, Any]]]:
    """Terms that steps here opened with what is shown of them."""
    return zip((row for row in listed if not row.backfilled), terms, strict=True)


def _open(request: DeskRequest, seen: QuerySet[Matter]) -> QuerySet[Term]:
    running = [Term.State.OPEN, Term.State.SUSPENDED]
    return Term.objects.filter(town_id=request.acting.town_id, state__in=running, matter__in=seen)


def _terms(request: DeskRequest, seen: QuerySet[Matter]) -> list[Term]:
    """Running terms by due date, suspended ones last; of those that came with backfill only what was due lately or will be."""
    lately = Q(backfilled=False) | Q(due_on__gte=request.moment.today - LATELY)
    found = _open(request, seen).filter(lately).order_by("state", "due_on", "id").select_related("matter")
    return list(found[: 2 * SHOWN_TERMS])


def _older(request: DeskRequest, seen: QuerySet[Matter]) -> str:
    """How many backfilled terms were due before, as text; empty for none."""
    before = _open(request, seen).filter(backfilled=True, due_on__lt=request.moment.today - LATELY)
    return shown_count(count_up_to(before))


def _summary(terms: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What presses, in words: how many are late, how many are due within three days."""
    levels = [term["level"] for term in terms]
    told = [("late", "项已逾期"), ("soon", f"项在{SOON_DAYS}日内到期或已过")]
    return [
        {"text": f"{levels.count(level)} {words}", "late": level == "late"} for level, words in told if level in levels
    ]


def _rule(request: DeskRequest, row: dict[str, Any]) -> dict[str, Any]:
    """How long the term is and by which article; empty where the rulepacks in use do not hold its rule any more."""
    rule = rule_of(row, request.moment)
    return {"length": length_words(rule), "article": article(rule.basis, request.moment)} if rule else {}


def _term(request: DeskRequest, term: Term) -> dict[str, Any]:
    row = {field.attname: getattr(term, field.attname) for field in Term._meta.concrete_fields}
    box, matter = due(row, request.moment), term.matter
    step = ending_step(term)
    mine, who = whose(step, request.acting)
    return {
        **box,
        **_rule(request, row),
        "title": matter.title,
        "matter": matter.number,
        "what": f"{box['label']}　{who}" if who else box["label"],
        "mine": mine,
        "who": who,
        "action": {
            "label": "去办理" if mine else "去看看",
            "quiet": not mine,
            "url": reverse("matter", args=[matter.id]),
        },
    }
