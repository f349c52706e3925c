"""签批 on paper: who signs need not sit at the desk. The paper of a step goes out before the step is on record."""

from __future__ import annotations

import dataclasses

from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.planning import Planned, Refused, plan
from guiju.kernel.procedure.snapshot import Moment, Snapshot

LEFT_TO_SIGNER = "留给签批人写明"


def plan_for_signature(snapshot: Snapshot, intent: Intent, moment: Moment) -> Planned | Refused:
    """The step as the person who signs would take it: a plan to print from, never to apply.

    Everything that the law asks is checked, but not the post, and what only warns is left to the signer.
    """
    signer = dataclasses.replace(moment, acting=dataclasses.replace(moment.acting, person_id=None))
    intent = dataclasses.replace(intent, mode="taken")
    planned = plan(snapshot, [intent], signer)
    if isinstance(planned, Refused) and planned.only_warnings:
        reasons = dict.fromkeys((item.code for item in planned.refusals), LEFT_TO_SIGNER)
        planned = plan(snapshot, [dataclasses.replace(intent, reasons=reasons)], signer)
    return planned
