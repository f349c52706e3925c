"""Rows of a superior's list that tell more of a case than the list before: the case goes on, and is not typed again.

Only where another system is master of the matter. The row's further steps are planned as claimed ones on the matter as
it stands; what was empty there and is told now is filled in with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guiju.exchange.importing.lines import Difference, says_nothing
from guiju.kernel.ledger.api import Change, is_empty
from guiju.kernel.procedure.api import Intent, Moment, Opens, Planned, Refused, Snapshot, plan


def further_steps(told: Opens, snapshot: Snapshot) -> list[Intent] | None:
    """The steps that the row tells beyond those on record, in order.

    None where the row does not simply go on: a step of another day, or one that comes before what is on record.
    """
    done = _done(snapshot)
    further: list[Intent] = []
    for intent in told.intents:
        step = (intent.step, intent.event_date)
        if step in done and not further:
            done.remove(step)
        elif step in done or intent.step in {code for code, _ in done}:
            return None
        else:
            further.append(intent)
    return further


def beside_what_it_leaves_out(
    told: Opens, snapshot: Snapshot, differences: Sequence[Difference]
) -> tuple[Difference, ...]:
    """Of a row that tells fewer steps than are on record (an earlier list, or more was recorded here): what it does say.

    That it says nothing of the later steps, and so of stage and outcome, is no difference.
    """
    if set(_done(snapshot)) <= {(intent.step, intent.event_date) for intent in told.intents}:
        return tuple(differences)
    said = (d for d in differences if d.key is None or not says_nothing(d.new))
    return tuple(d for d in said if d.attname not in ("stage", "outcome"))


def _done(snapshot: Snapshot) -> list[tuple[str, dt.date | None]]:
    known = {step.code for step in snapshot.procedure.steps}
    return [(mark.code, mark.event_date) for mark in snapshot.steps if mark.code in known]


def gone_on(told: Opens, snapshot: Snapshot, moment: Moment) -> Planned | Refused | None:
    """The plan of the further steps on the matter; None where the row has none, or tells something else."""
    further = further_steps(told, snapshot)
    return plan(snapshot, further, moment) if further else None


def filled_in(planned: Planned, differences: Sequence[Difference]) -> Planned:
    """The same plan with what is told now and was empty in rows on record."""
    changes = list(planned.plan.changes)
    for difference in _empty(differences):
        at = next((c for c in changes if c.model is difference.model and c.key == difference.key), None)
        if at is None:
            assert difference.key is not None
            changes.append(Change(difference.model, difference.key, "change", {difference.attname: difference.new}))
        else:
            at.values.setdefault(difference.attname, difference.new)
    return replace(planned, plan=replace(planned.plan, changes=changes))


def _empty(differences: Sequence[Difference]) -> Iterator[Difference]:
    return (d for d in differences if isinstance(d.key, int) and not d.private and is_empty(d.old))
