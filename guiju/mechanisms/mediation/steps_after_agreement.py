"""Steps after an agreement: confirmation by the court, performance, return visit, archive."""

from __future__ import annotations

from guiju.kernel.procedure.api import Step
from guiju.mechanisms.mediation import bases, effects, forms, guards
from guiju.mechanisms.mediation.posts import MEDIATORS, REGISTRARS
from guiju.mechanisms.mediation.steps_of_agreement import CONFIRMATION

AFTERWARDS = (
    Step(
        "ask_confirmation",
        "登记申请司法确认",
        ("effective", "performed"),
        None,
        MEDIATORS,
        (bases.CONFIRMATION,),
        forms.CONFIRMATION_ASKED,
        guards=(guards.dated("asked_on", "effective_on"), guards.WITHIN_THIRTY_DAYS),
        effects=effects.ask_confirmation,
        closes=(CONFIRMATION,),
        dated_by="asked_on",
    ),
    Step(
        "decline_confirmation",
        "登记不申请司法确认",
        ("effective", "performed"),
        None,
        MEDIATORS,
        (bases.CONFIRMATION,),
        forms.CONFIRMATION_DECLINED,
        effects=effects.decline_confirmation,
        closes=(CONFIRMATION,),
        dated_by="declined_on",
        other_way=True,
    ),
    Step(
        "note_performance",
        "登记履行进展",
        ("effective",),
        None,
        REGISTRARS,
        (bases.PERFORMANCE,),
        forms.PROGRESS,
        effects=effects.note_performance,
        dated_by="seen_on",
        other_way=True,
    ),
    Step(
        "perform",
        "登记履行完毕",
        ("effective",),
        "performed",
        REGISTRARS,
        (bases.PERFORMANCE,),
        forms.PERFORMED,
        guards=(guards.dated("performed_on", "agreed_on"), guards.DAY_KNOWN),
        effects=effects.perform,
        dated_by="performed_on",
    ),
    Step(
        "revisit",
        "回访",
        ("effective", "performed"),
        None,
        REGISTRARS,
        (bases.PERFORMANCE, bases.REVISIT),
        forms.REVISIT,
        guards=(guards.dated("revisited_on", "agreed_on"),),
        effects=effects.revisit,
        makes="人民调解回访记录",
        button="记录回访",
        reads_private=True,
        dated_by="revisited_on",
    ),
    Step(
        "file",
        "立卷归档",
        ("effective", "performed"),
        "filed",
        MEDIATORS,
        (bases.ARCHIVE, bases.VOLUME),
        forms.FILING,
        guards=(guards.dated("filed_on", "agreed_on"), guards.NOTHING_OUTSTANDING),
        effects=effects.file,
        dated_by="filed_on",
    ),
)
