"""A step that begins a further matter: an oral page becomes a full file. Both are planned, and applied together."""

from __future__ import annotations

from collections.abc import Sequence

from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.planning import Planned, Refused, plan
from guiju.kernel.procedure.registry import procedure_in_force
from guiju.kernel.procedure.snapshot import Moment, Snapshot


def plan_continued(
    snapshot: Snapshot, intents: Sequence[Intent], moment: Moment, *, request_key: str | None = None
) -> list[Planned] | Refused:
    """Plan the steps and the further matters that they begin (`Step.continues`), the given matter first.

    For steps that begin nothing it is `plan` in a list. Nothing is planned where any part is refused. Whoever applies
    the plans does so in one call, so that neither matter is written without the other.
    """
    planned = plan(snapshot, intents, moment, request_key=request_key)
    if isinstance(planned, Refused):
        return planned
    found = [planned]
    for intent in intents:
        step = snapshot.procedure.step(intent.step)
        if step.continues is None:
            continue
        opens = step.continues(planned.after, moment)
        procedure = procedure_in_force(snapshot.procedure.mechanism, opens.kind, moment.today)
        further = plan(Snapshot(procedure), opens.intents, moment)
        if isinstance(further, Refused):
            return further
        found.append(further)
    return found
