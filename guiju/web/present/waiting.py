"""Whose turn it is: the step that ends a running term, the posts that take it, and the units that are waited for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Acting, role_label
from guiju.kernel.procedure.api import Moment, Step, procedure_of
from guiju.kernel.terms.api import Term

MOST_LINES = 8  # of those who are waited for


def ending_step(term: Term) -> Step | None:
    """The step from the matter's stage that ends the term, of the main way first; else the one that leads on from there."""
    matter: Matter = term.matter
    procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
    here = [step for step in procedure.steps if matter.stage in step.frm and not step.hidden]
    ending = sorted((step for step in here if term.rule in step.closes), key=lambda step: step.other_way)
    leading = [step for step in here if step.to is not None and not step.other_way]
    return next(iter([*ending, *leading]), None)


def whose(step: Step | None, acting: Acting) -> tuple[bool, str]:
    """Whether it is this person's turn, and whose else: 由综合执法队队员、法制员办."""
    if step is None or acting.holds(step.roles):
        return True, ""
    return False, f"由{'、'.join(role_label(role) for role in step.roles[:2])}办"


def waited_for(terms: Iterable[tuple[Term, str, str]], moment: Moment) -> list[dict[str, Any]]:
    """Units and posts whose turn it is: how many running terms, how many of them late; most pressing first.

    `terms` come with their level (late, soon or empty) and whose turn it is. Counted are matters' terms, never what a
    person did.
    """
    counted: dict[tuple[int, str], dict[str, int]] = {}
    for term, level, who in terms:
        found = counted.setdefault((term.matter.unit_id, who), {"all": 0, "late": 0, "soon": 0})
        found["all"] += 1
        if level in found:
            found[level] += 1
    ordered = sorted(counted.items(), key=lambda one: (-one[1]["late"], -one[1]["soon"], -one[1]["all"]))
    return [_line(unit, who, found, moment) for (unit, who), found in ordered[:MOST_LINES]]


def _line(unit: int, who: str, found: dict[str, int], moment: Moment) -> dict[str, Any]:
    return {
        "label": moment.directory.unit_names.get(unit, "其他单位"),
        "who": who,
        "count": found["all"],
        "late": found["late"],
        "soon": found["soon"],
        "url": f"{reverse('matters')}?state=open&unit={unit}",
    }
