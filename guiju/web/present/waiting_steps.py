"""等您办的: open matters whose next step on the usual way is one that the reader's posts take, where no term tells it."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.urls import reverse

from guiju.kernel.matters.api import Matter, visible_to
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Moment, Procedure, Step, all_procedures, procedure_of
from guiju.web.present.words import short_day

SHOWN = 8


def waiting_steps(moment: Moment, without: Collection[int]) -> tuple[list[dict[str, Any]], bool]:
    """Lines {step, title, day, url}, newest first, in one statement; and whether there are more.

    Matters of `without` stand among the terms already and are left out.
    """
    acting = moment.acting
    places = [Q(mechanism=p.mechanism, kind=p.kind, stage=stage) for p in all_procedures() for stage in _own(p, acting)]
    if not places:
        return [], False
    open_ones = visible_to(acting).filter(reduce(or_, places), closed_on__isnull=True, voided=False)
    found = list(open_ones.order_by("-registered_on", "-id")[: SHOWN + 1 + len(without)])
    found = [matter for matter in found if matter.id not in without]
    return [_line(matter, moment) for matter in found[:SHOWN]], len(found) > SHOWN


def _own(procedure: Procedure, acting: Acting) -> list[str]:
    """Stages whose next step the posts take."""
    ends = {stage.code for stage in procedure.stages if stage.end}
    stages = [stage.code for stage in procedure.stages if stage.code not in ends]
    steps = ((stage, next_on_the_way(procedure, stage)) for stage in stages)
    return [stage for stage, step in steps if step is not None and acting.holds(step.roles)]


def next_on_the_way(procedure: Procedure, stage: str) -> Step | None:
    """The step that leads from a stage to a later one on the usual way; None where there is none."""
    order = [one.code for one in procedure.stages]
    usual = (step for step in procedure.steps if stage in step.frm and not step.hidden and not step.other_way)
    onward = (step for step in usual if step.to is not None and order.index(step.to) > order.index(stage))
    return next(onward, None)


def _line(matter: Matter, moment: Moment) -> dict[str, Any]:
    step = next_on_the_way(procedure_of(matter.mechanism, matter.kind, matter.procedure_version), matter.stage)
    return {
        "step": step.label if step else "",
        "title": matter.title,
        "number": matter.number,
        "day": short_day(matter.registered_on, moment.today),
        "url": reverse("matter", args=[matter.id]),
    }
