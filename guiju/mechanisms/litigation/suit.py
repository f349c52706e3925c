"""The procedure of a suit in which the town is defendant or third party, through both instances."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Procedure, Step
from guiju.mechanisms.litigation import bases, conditions, effects, forms, guards
from guiju.mechanisms.litigation.conditions import HANDLERS
from guiju.mechanisms.litigation.models import CourtHearing, LitigationDetail, LitigationKind

ANSWER_TERM = "litigation.answer"
FROM = dt.date(2015, 5, 1)
OPEN = ("notified", "answered", "heard", "appealed")

STEPS = (
    Step(
        "register",
        "登记应诉通知",
        (START,),
        "notified",
        HANDLERS,
        (bases.SUIT_ANSWER,),
        forms.SUIT,
        guards=(guards.dated("copy_received_on"),),
        effects=effects.register(LitigationKind.SUIT),
        opens=(If("answer_due", ANSWER_TERM),),
        dated_by="copy_received_on",
    ),
    Step(
        "answer",
        "登记提交答辩状和证据",
        ("notified", "heard"),  # a hearing that was held without it does not make it needless
        "answered",
        HANDLERS,
        (bases.SUIT_ANSWER,),
        forms.SUIT_ANSWER,
        establishes=("answered",),
        guards=(guards.dated("answered_on", "copy_received_on"),),
        effects=effects.answer,
        closes=(ANSWER_TERM,),
        button="登记提交答辩状",
        dated_by="answered_on",
    ),
    Step(
        "arrange",
        "安排出庭人员",
        OPEN,
        None,
        HANDLERS,
        (bases.APPEARANCE,),
        forms.ARRANGEMENT,
        establishes=("appearance_arranged",),
        guards=(guards.ARRANGED,),
        effects=effects.arrange,
    ),
    Step(
        "hear",
        "登记开庭",
        OPEN,
        "heard",
        HANDLERS,
        (bases.APPEARANCE,),
        forms.HEARING,
        requires=(If("obliged", "answered"), If("obliged", "appearance_arranged")),
        voids=("appearance_arranged",),  # who appears is settled anew for every hearing
        guards=(guards.dated("heard_on", "copy_received_on"), guards.AT_HEARING),
        effects=effects.hear,
        dated_by="heard_on",
    ),
    Step(
        "decide",
        "登记裁判",
        OPEN,
        "decided",
        HANDLERS,
        (bases.FIRST_INSTANCE, bases.SIMPLIFIED_INSTANCE),
        forms.JUDGMENT,
        requires=(If("obliged", "answered"),),
        voids=("performed",),  # a later judgment may order something else
        guards=(guards.dated("decided_on", "copy_received_on", "heard_on"), guards.DAY_KNOWN),
        effects=effects.decide,
        dated_by="decided_on",
    ),
    Step(
        "appeal",
        "登记上诉",
        ("decided",),
        "appealed",
        HANDLERS,
        (bases.SUIT,),
        forms.APPEAL,
        guards=(guards.dated("appealed_on", "decided_on"),),
        effects=effects.appeal,
        dated_by="appealed_on",
        other_way=True,
    ),
    Step(
        "perform",
        "登记履行裁判",
        ("decided",),
        None,
        HANDLERS,
        (bases.SUIT,),
        forms.PERFORMANCE,
        when=("to_perform",),
        establishes=("performed",),
        guards=(guards.dated("performed_on", "decided_on"),),
        effects=effects.perform,
        dated_by="performed_on",
    ),
    Step(
        "close",
        "结案",
        ("decided",),
        "closed",
        HANDLERS,
        (bases.SUIT,),
        forms.CLOSING,
        requires=(If("to_perform", "performed"),),
        guards=(guards.dated("closed_on", "decided_on", "performed_on"),),
        effects=effects.close,
        dated_by="closed_on",
    ),
    Step(
        "withdraw",
        "登记撤诉",
        OPEN,
        "closed",
        HANDLERS,
        (bases.SUIT,),
        forms.SUIT_WITHDRAWAL,
        guards=(guards.dated("decided_on", "copy_received_on"), guards.DAY_KNOWN),
        effects=effects.withdraw,
        dated_by="decided_on",
        other_way=True,
    ),
)

ARRANGED = Fact(
    "appearance_arranged",
    "已安排出庭人员",
    "还没有安排谁出庭：负责人应当出庭，不能出庭的委托工作人员。",
    bases.APPEARANCE,
    "去安排出庭人员",
    "arrange",
)

SUIT_PROCEDURE = Procedure(
    mechanism="litigation",
    kind=LitigationKind.SUIT.value,
    label="行政诉讼",
    version="1",
    in_force_from=FROM,
    stages=(
        conditions.NOTIFIED,
        conditions.ANSWERED,
        conditions.HEARD,
        conditions.DECIDED,
        conditions.APPEALED,
        conditions.CLOSED,
    ),
    steps=STEPS,
    detail=LitigationDetail,
    children=(CourtHearing,),
    facts=(conditions.answered(bases.SUIT_ANSWER), ARRANGED, conditions.performed(bases.SUIT)),
    conditions=(
        conditions.obliged(bases.SUIT_ANSWER),
        conditions.to_perform(bases.SUIT),
        Condition("answer_due", "应当答辩", conditions.copy_came, bases.SUIT_ANSWER),
    ),
    invariants=(
        Before("hear", "answer", if_="obliged", carried_by=("answered",)),
        Before("hear", "arrange", since="hear", if_="obliged", carried_by=("appearance_arranged",)),
        Before("decide", "answer", if_="obliged", carried_by=("answered",)),
        Before("close", "decide", carried_by=("stage",)),
        Before("close", "perform", since="decide", if_="to_perform", carried_by=("performed",)),
    ),
    outcomes=forms.SUIT_OUTCOMES,
)
