"""The procedures of screening: a dispute from its finding until it is off the list, and a campaign."""

from __future__ import annotations

from guiju.kernel.procedure.api import Before, Condition, Fact, Moment, Procedure, Snapshot, Stage
from guiju.mechanisms.screening import bases, effects
from guiju.mechanisms.screening.campaigns import CAMPAIGN_PROCEDURE
from guiju.mechanisms.screening.models import FactorDetail, Risk
from guiju.mechanisms.screening.steps import STEPS


def may_escalate(snapshot: Snapshot, moment: Moment) -> bool:
    """第25条: the dispute was judged one that may escalate, or worse."""
    return snapshot.detail.get("risk") in (Risk.ESCALATE, Risk.OFFENCE)


def may_become_offence(snapshot: Snapshot, moment: Moment) -> bool:
    """第25条: the dispute was judged one that may lead to an offence."""
    return snapshot.detail.get("risk") == Risk.OFFENCE


STAGES = (
    Stage("registered", "已登记"),
    Stage("assessed", "已评估"),
    Stage("handling", "化解中"),
    Stage("handed_over", "已移交"),
    Stage("resolved", "已化解"),
    Stage("closed", "已销号", end=True),
)

FACTS = (
    Fact(
        "measures_taken",
        "已采取预防措施",
        "纠纷可能激化，还没有采取有针对性的预防措施。",
        bases.ESCALATION,
        "先采取措施并登记。",
        "handle",
    ),
    Fact(
        "reported",
        "已向公安机关报告",
        "纠纷可能引起治安、刑事案件，还没有向公安机关或者其他有关部门报告。",
        bases.ESCALATION,
        "先报告并登记。",
        "report",
    ),
)

CONDITIONS = (
    Condition("may_escalate", "可能激化", may_escalate, bases.ESCALATION),
    Condition("may_become_offence", "可能引起治安、刑事案件", may_become_offence, bases.ESCALATION),
)

INVARIANTS = (
    Before("handle", "assess", carried_by=("stage",)),
    Before("resolve", "assess", carried_by=("stage",)),
    Before("resolve", "handle", if_="may_escalate", carried_by=("measures_taken",)),
    Before(("resolve", "hand_over"), "report", if_="may_become_offence", carried_by=("reported",)),
    Before("close", ("resolve", "hand_over"), since="take_back", carried_by=("stage",)),
)

FACTOR_PROCEDURE = Procedure(
    mechanism="screening",
    kind="factor",
    label="矛盾纠纷排查",
    version="1",
    in_force_from=bases.FROM,
    stages=STAGES,
    steps=STEPS,
    detail=FactorDetail,
    facts=FACTS,
    conditions=CONDITIONS,
    invariants=INVARIANTS,
    outcomes=effects.OUTCOMES,
    number_kind="screening.factor",
)

PROCEDURES = (FACTOR_PROCEDURE, CAMPAIGN_PROCEDURE)
