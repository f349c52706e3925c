"""Terms that run in the matters somebody sees, told by force: what the law sets, what it asks for, what the town asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse

from guiju.kernel.lawbook.api import Force
from guiju.kernel.matters.api import Matter, count_up_to, visible_to
from guiju.kernel.procedure.api import Moment
from guiju.kernel.terms.api import Term
from guiju.web.present.law import article
from guiju.web.present.terms import due, length_words, rule_of
from guiju.web.present.waiting import ending_step, whose

AT_MOST = 200
LATELY = dt.timedelta(days=60)  # what backfill brought and was due before is history: it is counted, not listed
NOTES = {
    Force.STATUTORY: "按到期先后",
    Force.ADVOCATED: "提倡在期内办完，过了不算逾期",
    Force.INTERNAL: "本镇自己的要求，过了不算逾期",
}


@dataclass(frozen=True)
class Running:
    """A running term with what is shown of it: `told` is a term row, `mine` whether it is the reader's turn, `who` whose else."""

    term: Term
    told: dict[str, Any]
    mine: bool
    who: str


def running_terms(moment: Moment, mechanism: str = "") -> list[Running]:
    """Running terms by due date, suspended ones last, in one statement, of one mechanism where it is named; of those that
    came with backfill only what was due lately or will be. No more than AT_MOST."""
    lately = Q(backfilled=False) | Q(due_on__gte=moment.today - LATELY)
    of_one = Q(matter__mechanism=mechanism) if mechanism else Q()
    found = _open(moment).filter(lately, of_one).order_by("state", "due_on", "id").select_related("matter")
    return [_told(term, moment) for term in found[:AT_MOST]]


def older_terms(moment: Moment) -> int:
    """How many backfilled terms were due before, counted as lists count."""
    return count_up_to(_open(moment).filter(backfilled=True, due_on__lt=moment.today - LATELY))


def in_time(terms: Sequence[Running], moment: Moment) -> tuple[list[Running], list[Running]]:
    """Terms to be kept, and those whose day had passed when backfill brought them: they are cleared, nobody is late."""
    left = [one for one in terms if one.term.backfilled and one.term.due_on < moment.today]
    return [one for one in terms if one not in left], left


def by_force(terms: Sequence[Running]) -> list[dict[str, Any]]:
    """Groups {title, note, terms} of term rows in the order of their force; forces without a term are left out."""
    groups = [
        {"title": force.value, "note": note, "terms": [one.told for one in terms if one.term.force == force.value]}
        for force, note in NOTES.items()
    ]
    return [group for group in groups if group["terms"]]


def _open(moment: Moment) -> QuerySet[Term]:
    seen: QuerySet[Matter] = visible_to(moment.acting)
    states = [Term.State.OPEN, Term.State.SUSPENDED]
    return Term.objects.filter(town_id=moment.acting.town_id, state__in=states, matter__in=seen)


def _rule(row: dict[str, Any], moment: Moment) -> dict[str, Any]:
    """How long the term is and by which article; empty where the rulepacks in use do not hold its rule any more."""
    rule = rule_of(row, moment)
    return {"length": length_words(rule), "article": article(rule.basis, moment)} if rule else {}


def _told(term: Term, moment: Moment) -> Running:
    row = {field.attname: getattr(term, field.attname) for field in Term._meta.concrete_fields}
    box, matter = due(row, moment), term.matter
    mine, who = whose(ending_step(term), moment.acting)
    told = {
        **box,
        **_rule(row, moment),
        "title": matter.title,
        "matter": matter.number,
        "what": f"{box['label']}　{who}" if who else box["label"],
        "who": who,
        "force": "",  # said once, over the group
        "action": {
            "label": "去办理" if mine else "去看看",
            "quiet": not mine,
            "url": reverse("matter", args=[matter.id]),
        },
    }
    return Running(term, told, mine, who)
