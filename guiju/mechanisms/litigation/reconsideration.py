"""The procedures of a reconsideration, side by side: under the text of 2017 and, since 2024-01-01, that of 2023.

They differ in the term to answer, in the simplified procedure and in the hearing. A matter keeps the one under which it
began: the day on which the copy of the application came.
"""

from __future__ import annotations

import datetime as dt

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.procedure.api import START, Before, Condition, Guard, If, Procedure, Step
from guiju.mechanisms.litigation import bases, conditions, effects, forms, guards
from guiju.mechanisms.litigation.conditions import HANDLERS
from guiju.mechanisms.litigation.models import CourtHearing, LitigationDetail, LitigationKind

ANSWER_TERM, SIMPLIFIED_TERM = "reconsideration.answer", "reconsideration.answer.simplified"
OLD_FROM, FROM = dt.date(1999, 10, 1), dt.date(2024, 1, 1)


def _registration(basis: tuple[Basis, ...], opens: tuple[If, ...], *, simplified: bool) -> Step:
    asked = (*forms.REVIEW, forms.SIMPLIFIED) if simplified else forms.REVIEW
    return Step(
        "register",
        "登记复议答复通知",
        (START,),
        "notified",
        HANDLERS,
        basis,
        asked,
        guards=(guards.dated("copy_received_on"), guards.dated("accepted_on")),
        effects=effects.register(LitigationKind.RECONSIDERATION),
        opens=opens,
        dated_by="copy_received_on",
    )


def _answer(basis: tuple[Basis, ...], closes: tuple[str, ...], frm: tuple[str, ...] = ("notified",)) -> Step:
    return Step(
        "answer",
        "登记提交答复和证据",
        frm,
        "answered",
        HANDLERS,
        basis,
        forms.REVIEW_ANSWER,
        establishes=("answered",),
        guards=(guards.dated("answered_on", "copy_received_on", "accepted_on"),),
        effects=effects.answer,
        closes=closes,
        button="登记提交答复",
        dated_by="answered_on",
    )


HEARING = Step(
    "hear",
    "登记复议听证",
    ("notified", "answered", "heard"),
    "heard",
    HANDLERS,
    (bases.REVIEW_HEARING,),
    forms.REVIEW_HEARING,
    requires=(If("obliged", "answered"),),
    guards=(guards.dated("heard_on", "copy_received_on", "accepted_on"), guards.AT_REVIEW_HEARING),
    effects=effects.hear,
    dated_by="heard_on",
)


def _decisions(decision: Basis, open_stages: tuple[str, ...]) -> tuple[Step, ...]:
    """The decision, and the way out without one: the applicant withdraws."""
    not_before = ("copy_received_on", "accepted_on", "heard_on")
    known: tuple[Guard, ...] = (guards.dated("decided_on", *not_before), guards.DAY_KNOWN)
    return (
        Step(
            "decide",
            "登记复议决定",
            open_stages,
            "decided",
            HANDLERS,
            (decision,),
            forms.DECISION,
            requires=(If("obliged", "answered"),),
            guards=known,
            effects=effects.decide,
            dated_by="decided_on",
        ),
        Step(
            "withdraw",
            "登记复议终止",
            open_stages,
            "closed",
            HANDLERS,
            (bases.REVIEW,),
            forms.REVIEW_WITHDRAWAL,
            guards=known,
            effects=effects.withdraw,
            dated_by="decided_on",
            other_way=True,
        ),
    )


AFTERWARDS = (
    Step(
        "perform",
        "登记履行复议决定",
        ("decided",),
        None,
        HANDLERS,
        (bases.REVIEW,),
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
        (bases.REVIEW,),
        forms.CLOSING,
        requires=(If("to_perform", "performed"),),
        guards=(guards.dated("closed_on", "decided_on", "performed_on"),),
        effects=effects.close,
        dated_by="closed_on",
    ),
)

ENDING = (
    Before("decide", "answer", if_="obliged", carried_by=("answered",)),
    Before("close", "decide", carried_by=("stage",)),
    Before("close", "perform", if_="to_perform", carried_by=("performed",)),
)

OLD_PROCEDURE = Procedure(
    mechanism="litigation",
    kind=LitigationKind.RECONSIDERATION.value,
    label="行政复议",
    version="2017",
    in_force_from=OLD_FROM,
    stages=(conditions.NOTIFIED, conditions.ANSWERED, conditions.DECIDED, conditions.CLOSED),
    steps=(
        _registration((bases.OLD_ANSWER,), (If("answer_due", ANSWER_TERM),), simplified=False),
        _answer((bases.OLD_ANSWER,), (ANSWER_TERM,)),
        *_decisions(bases.OLD_DECISION, ("notified", "answered")),
        *AFTERWARDS,
    ),
    detail=LitigationDetail,
    facts=(conditions.answered(bases.OLD_ANSWER), conditions.performed(bases.REVIEW)),
    conditions=(
        conditions.obliged(bases.OLD_ANSWER),
        conditions.to_perform(bases.REVIEW),
        Condition("answer_due", "应当答复", conditions.copy_came, bases.OLD_ANSWER),
    ),
    invariants=ENDING,
    outcomes=forms.REVIEW_OUTCOMES,
)

NEW_PROCEDURE = Procedure(
    mechanism="litigation",
    kind=LitigationKind.RECONSIDERATION.value,
    label="行政复议",
    version="2023",
    in_force_from=FROM,
    stages=(conditions.NOTIFIED, conditions.ANSWERED, conditions.HEARD, conditions.DECIDED, conditions.CLOSED),
    steps=(
        _registration(
            (bases.ANSWER, bases.SIMPLIFIED_ANSWER),
            (If("answer_due", ANSWER_TERM), If("simplified_answer_due", SIMPLIFIED_TERM)),
            simplified=True,
        ),
        _answer((bases.ANSWER, bases.SIMPLIFIED_ANSWER), (ANSWER_TERM, SIMPLIFIED_TERM), ("notified", "heard")),
        HEARING,
        *_decisions(bases.DECISION, ("notified", "answered", "heard")),
        *AFTERWARDS,
    ),
    detail=LitigationDetail,
    children=(CourtHearing,),
    facts=(conditions.answered(bases.ANSWER), conditions.performed(bases.REVIEW)),
    conditions=(
        conditions.obliged(bases.ANSWER),
        conditions.to_perform(bases.REVIEW),
        Condition("answer_due", "应当答复（普通程序）", conditions.copy_came_ordinary, bases.ANSWER),
        Condition(
            "simplified_answer_due", "应当答复（简易程序）", conditions.copy_came_simplified, bases.SIMPLIFIED_ANSWER
        ),
    ),
    invariants=(Before("hear", "answer", if_="obliged", carried_by=("answered",)), *ENDING),
    outcomes=forms.REVIEW_OUTCOMES,
)

RECONSIDERATION_PROCEDURES = (OLD_PROCEDURE, NEW_PROCEDURE)
