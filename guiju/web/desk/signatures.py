"""待我签批: for a leader with a phone, what waits for a decision that only leaders take, in short, with article and reason."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import (
    KERNEL_ROWS,
    Moment,
    Offer,
    Snapshot,
    Step,
    all_procedures,
    load_snapshots,
    refusals,
)
from guiju.kernel.terms.api import Term
from guiju.web.access import DeskRequest, business
from guiju.web.present import matter as present
from guiju.web.present import terms as present_terms
from guiju.web.present.offers import leads_on, next_step

LEADERS = frozenset({"organ_head", "leader"})  # posts whose holders sign; a step of theirs is taken by nobody else
SHOWN = 20
PARTS = 2  # of a case's facts: the newest headings


def signs(acting: Acting) -> bool:
    """Whether somebody holds a post for whose signature things wait."""
    return acting.person_id is not None and not LEADERS.isdisjoint(acting.roles)


def sign_links(acting: Acting) -> list[dict[str, Any]]:
    """The way to the page, where 今日 offers it."""
    return [{"label": "待我签批", "url": reverse("signatures"), "icon": "gavel"}] if signs(acting) else []


@business
def signatures(request: DeskRequest) -> HttpResponse:
    """What waits, allowed ones first, then by the nearest due date."""
    if not signs(request.acting):
        raise PermissionDenied("签批由机关负责人和分管领导办理，您的岗位没有要签的。")
    moment = request.moment
    found = list(_waiting(request))
    cards = [_card(snapshot, offer, moment) for snapshot, offer in sorted(found, key=_order)]
    return render(request, "onspot/signatures.html", {"cards": cards, "shown": SHOWN, "more": len(cards) == SHOWN})


def _steps(acting: Acting) -> dict[tuple[str, str, str], list[Step]]:
    """Steps on the usual way that only leaders take and this one holds a post for, by where a matter then stands."""
    found: dict[tuple[str, str, str], list[Step]] = {}
    for procedure in all_procedures():
        for step in procedure.steps:
            if step.other_way or not acting.holds(step.roles) or not LEADERS.issuperset(step.roles):
                continue
            for stage in step.frm:
                found.setdefault((procedure.mechanism, procedure.kind, stage), []).append(step)
    return found


def _waiting(request: DeskRequest) -> Iterator[tuple[Snapshot, Offer]]:
    """The matters in a constant number of statements, each with the step that waits."""
    steps = _steps(request.acting)
    if not steps:
        return
    places = reduce(or_, (Q(mechanism=m, kind=k, stage=s) for m, k, s in steps))
    open_ones = visible_to(request.acting).filter(places, closed_on__isnull=True, voided=False)
    matters: list[Matter] = list(open_ones.order_by("-id")[:SHOWN])
    for snapshot in load_snapshots([m.id for m in matters], rows=KERNEL_ROWS, private=True, known=matters).values():
        place = (snapshot.procedure.mechanism, snapshot.procedure.kind, snapshot.stage)
        for step in steps[place]:
            if leads_on(step, snapshot):
                yield snapshot, Offer(step, tuple(refusals(step, snapshot, request.moment)))
                break


def _order(waiting: tuple[Snapshot, Offer]) -> tuple[bool, Any, int]:
    snapshot, offer = waiting
    due = [row["due_on"] for row in snapshot.of(Term) if present_terms.is_open(row)]
    return (not offer.allowed, min(due, default=snapshot.matter["registered_on"]), int(snapshot.matter["id"]))


def _card(snapshot: Snapshot, offer: Offer, moment: Moment) -> dict[str, Any]:
    groups = [group for group in present.fact_groups(snapshot, moment) if group["facts"]]
    terms = sorted((row for row in snapshot.of(Term) if present_terms.is_open(row)), key=lambda row: row["due_on"])
    return {
        "matter": present.head(snapshot, moment),
        "groups": groups[-PARTS:],
        "term": present_terms.due(terms[0], moment) if terms else None,
        "step": next_step(offer, snapshot, moment, primary=True),
    }
