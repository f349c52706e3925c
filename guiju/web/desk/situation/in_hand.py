"""What is in hand now, where a topic has no places: cases by stage with the office whose step is next; what waits to be public.

Subjects and offices are told, never who in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.indicators.api import PUBLICITY
from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.mechanism.api import mechanism_of
from guiju.kernel.organisation.api import role_label
from guiju.kernel.procedure.api import Procedure
from guiju.web.access import DeskRequest
from guiju.web.desk.situation.counted import Counts
from guiju.web.present.disclosures import disclosure
from guiju.web.present.running_terms import in_time, running_terms
from guiju.web.present.waiting import waited_for
from guiju.web.present.waiting_steps import next_on_the_way
from guiju.web.present.words import short_day

ITEMS_SHOWN = 8
BAR = 160  # the width of the longest bar in a row
DUE = DisclosureItem.State.DUE


def in_hand(request: DeskRequest, counts: Counts) -> dict[str, Any]:
    """The two panels in the place of map and village: {stages, waited} of a mechanism, {pending, untimely} of publicity."""
    if counts.topic.code == PUBLICITY.code:
        return {"pending": _pending(request), "untimely": _untimely(request, counts)}
    return {"stages": _stages(request, counts), "waited": _waited(request, counts)}


def _stages(request: DeskRequest, counts: Counts) -> dict[str, Any]:
    """Open matters by stage, in the order of the procedure; of the whole town, though a list holds what one may see."""
    mechanism = counts.topic.mechanism
    every = Matter.objects.filter(town_id=counts.town_id, mechanism=mechanism, closed_on__isnull=True, voided=False)
    found = dict(every.order_by().values_list("stage").annotate(n=Count("id")))
    total = sum(found.values())
    top = max(found.values(), default=1)
    listing = reverse("mechanism", args=[mechanism])
    return {
        "total": total,
        "url": f"{listing}?state=open",
        "hidden": total - visible_to(request.acting).filter(id__in=every.values("id")).count(),
        "rows": [
            {
                "label": label,
                "count": found[stage],
                "wide": round(found[stage] * BAR / top, 1),
                "url": f"{listing}?state=open&stage={stage}",
                "next": step,
                "who": who,
            }
            for stage, label, step, who in _on_the_way(mechanism)
            if stage in found
        ],
    }


def _on_the_way(mechanism: str) -> Iterator[tuple[str, str, str, str]]:
    """Each stage of a mechanism once: code, label, the next step and the offices that take it."""
    told = set()
    for procedure in mechanism_of(mechanism).procedures:
        for stage in procedure.stages:
            if stage.code not in told:
                told.add(stage.code)
                yield stage.code, stage.label, *_next(procedure, stage.code)


def _next(procedure: Procedure, stage: str) -> tuple[str, str]:
    step = next_on_the_way(procedure, stage)
    return (step.label, "、".join(map(role_label, step.roles[:2]))) if step is not None else ("", "")


def _waited(request: DeskRequest, counts: Counts) -> list[dict[str, Any]]:
    """Offices whose turn a running term is, most pressing first; the reader's own among them."""
    terms, _ = in_time(running_terms(request.moment, counts.topic.mechanism), request.moment)
    return waited_for([(one.term, one.told["level"], one.who or "由您的岗位办") for one in terms], request.moment)


def _pending(request: DeskRequest) -> dict[str, Any]:
    """What is to be public and is not yet, the nearest day first."""
    every = DisclosureItem.objects.filter(town_id=request.acting.town_id, state=DUE, matter__voided=False)
    lines, total, hidden = _lines(request, every)
    over = sum(line["over"] for line in lines)
    return {"rows": lines[:ITEMS_SHOWN], "total": total, "hidden": hidden, "over": over}


def _untimely(request: DeskRequest, counts: Counts) -> dict[str, Any]:
    """What of the period was public too late or is not yet."""
    owed = counts.received.select(counts.town_id, counts.period)
    lines, total, hidden = _lines(request, owed.filter(Q(state=DUE) | Q(published_on__gt=F("due_on"))))
    return {"rows": lines[:ITEMS_SHOWN], "total": total, "hidden": hidden}


def _lines(request: DeskRequest, items: QuerySet[DisclosureItem]) -> tuple[list[dict[str, Any]], int, int]:
    """Items that the reader may see, how many there are, and how many of them another office keeps. Two statements."""
    listed = items.select_related("matter").order_by("due_on", "id")
    every = list(listed[:200])
    seen = set(visible_to(request.acting).filter(id__in=[one.matter_id for one in every]).values_list("id", flat=True))
    units, today = request.moment.directory.unit_names, request.moment.today
    lines = [
        {
            "title": item.matter.title,
            "number": item.matter.number,
            "url": reverse("matter", args=[item.matter_id]),
            "unit": units.get(item.matter.unit_id, ""),
            "what": item.title,
            "due": short_day(item.due_on, today) if item.due_on else "",
            "over": item.state == DUE and item.due_on is not None and item.due_on < today,
            **_state(item, request),
        }
        for item in every
        if item.matter_id in seen
    ]
    return lines, len(every), len(every) - len(lines)


def _state(item: DisclosureItem, request: DeskRequest) -> dict[str, str]:
    """Look and word: what is not public is told by its term, what was late by how many days."""
    if item.published_on is None or item.due_on is None:
        told = disclosure(
            {name.attname: getattr(item, name.attname) for name in item._meta.concrete_fields}, request.moment.today
        )
        return {"look": told["look"], "word": told["word"]}
    return {"look": "soon", "word": f"迟公开 {(item.published_on - item.due_on).days} 日"}
