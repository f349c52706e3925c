"""Steps of a file from its registration to the sessions of mediation."""

from __future__ import annotations

from guiju.kernel.procedure.api import START, Step
from guiju.mechanisms.mediation import bases, effects, forms, guards
from guiju.mechanisms.mediation.posts import MEDIATORS, REGISTRARS

BEFORE_AGREEMENT = ("accepted", "informed", "appointed", "mediating")
MONTH = "mediation.complete"

BEGINNING = (
    Step(
        "register",
        "登记纠纷",
        (START,),
        "registered",
        REGISTRARS,
        (bases.MEDIATION_START,),
        forms.REGISTRATION,
        guards=(guards.COMMITTEE_KNOWN, guards.dated("registered_on")),
        effects=effects.register,
        makes="登记编号",
        dated_by="registered_on",
    ),
    Step(
        "accept",
        "受理",
        ("registered",),
        "accepted",
        MEDIATORS,
        (bases.MEDIATION_START, bases.ONE_MONTH),
        forms.ACCEPTANCE,
        guards=(guards.dated("accepted_on"),),
        effects=effects.accept,
        opens=(MONTH,),
        makes="人民调解受理登记表",
        button="受理这件纠纷",
        reads_private=True,
        dated_by="accepted_on",
    ),
    Step(
        "inform",
        "权利义务告知",
        ("accepted", "appointed", "mediating"),
        "informed",
        REGISTRARS,
        (bases.INFORMING, bases.RIGHTS),
        forms.INFORMING,
        establishes=("informed",),
        guards=(guards.dated("informed_on"), guards.DAYS.usually_after("informed_on", "accepted_on", bases.INFORMING)),
        effects=effects.inform,
        makes="当事人权利义务告知书",
        button="登记告知",
        reads_private=True,
        dated_by="informed_on",
    ),
    Step(
        "appoint",
        "确定调解员",
        ("accepted", "informed", "mediating"),
        "appointed",
        MEDIATORS,
        (bases.MEDIATORS_CHOSEN,),
        forms.APPOINTMENT,
        establishes=("mediators_appointed",),
        guards=(guards.dated("appointed_on", "accepted_on"),),
        effects=effects.appoint,
        dated_by="appointed_on",
    ),
    Step(
        "mediate",
        "调解",
        BEFORE_AGREEMENT,
        "mediating",
        MEDIATORS,
        (bases.IN_TIME, bases.ARCHIVE),
        forms.SESSION,
        requires=("informed", "mediators_appointed"),
        guards=(
            guards.dated("mediated_on", "accepted_on"),
            guards.DAYS.usually_after("mediated_on", "informed_on", bases.INFORMING),
        ),
        effects=effects.mediate,
        makes="人民调解记录",
        button="记录一次调解",
        reads_private=True,
        dated_by="mediated_on",
    ),
    Step(
        "grade",
        "评估纠纷风险",
        ("registered", *BEFORE_AGREEMENT),
        None,
        MEDIATORS,
        (bases.ESCALATION,),
        forms.GRADING,
        effects=effects.grade,
        other_way=True,
    ),
)
