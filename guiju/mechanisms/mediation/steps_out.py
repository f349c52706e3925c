"""The ways out of a file without an agreement: termination, refusal or withdrawal, and its archive."""

from __future__ import annotations

from guiju.kernel.procedure.api import Step
from guiju.mechanisms.mediation import bases, effects, forms, guards
from guiju.mechanisms.mediation.posts import MEDIATORS, REGISTRARS
from guiju.mechanisms.mediation.steps_to_agreement import BEFORE_AGREEMENT, MONTH

WAYS_OUT = (
    Step(
        "terminate",
        "终止调解",
        (*BEFORE_AGREEMENT, "agreed"),
        "terminated",
        MEDIATORS,
        (bases.TERMINATION,),
        forms.TERMINATION,
        guards=(guards.dated("terminated_on", "accepted_on"), guards.TOLD_OTHER_WAYS, guards.DAY_KNOWN),
        effects=effects.terminate,
        closes=(MONTH,),
        makes="终止调解告知书",
        reads_private=True,
        dated_by="terminated_on",
        other_way=True,
    ),
    Step(
        "refuse",
        "登记拒绝或者撤回",
        ("registered", *BEFORE_AGREEMENT),
        "withdrawn",
        REGISTRARS,
        (bases.MEDIATION_START, bases.RIGHTS),
        forms.REFUSAL,
        guards=(guards.dated("terminated_on", "accepted_on"), guards.DAY_KNOWN),
        effects=effects.refuse,
        closes=(MONTH,),
        dated_by="terminated_on",
        other_way=True,
    ),
    Step(
        "file_ended",
        "立卷归档",
        ("terminated", "withdrawn"),
        None,
        MEDIATORS,
        (bases.ARCHIVE, bases.VOLUME),
        forms.FILING,
        guards=(guards.dated("filed_on", "terminated_on"),),
        effects=effects.file,
        dated_by="filed_on",
    ),
)
