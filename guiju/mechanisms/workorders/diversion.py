"""The procedure of a 110 call that was diverted: to people's mediation, or to a department."""

from __future__ import annotations

from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Moment, Procedure, Snapshot, Step
from guiju.mechanisms.workorders import bases, effects, forms, guards, periods, steps
from guiju.mechanisms.workorders.models import Destination, OrderKind, WorkOrderDetail


def to_mediation(snapshot: Snapshot, moment: Moment) -> bool:
    """Diverted to mediation: the people are contacted by the day that the town has set."""
    return bool(snapshot.detail.get("destination") == Destination.MEDIATION)


CALLED_BACK = Fact("called_back", "已回访", "还没有回访。", bases.LINKAGE, "先回访并登记。", "call_back")

DIVERSION_PROCEDURE = Procedure(
    mechanism="workorders",
    kind=OrderKind.DIVERSION_110.value,
    label=OrderKind.DIVERSION_110.label,
    version="1",
    in_force_from=bases.FROM,
    stages=steps.STAGES,
    steps=(
        Step(
            "divert",
            "登记分流工单",
            (START,),
            "dispatched",
            bases.REGISTRARS,
            (bases.MEDIATE_FIRST, bases.SCOPE),
            forms.DIVERSION,
            guards=(guards.dated("dispatched_on", "派单日期"), guards.CALLED_BEFORE),
            effects=effects.divert,
            makes="工单编号",
            opens=(If("to_mediation", periods.DIVERSION_CONTACT),),
            dated_by="dispatched_on",
        ),
        steps.contact(bases.LINKAGE, periods.DIVERSION_CONTACT),
        steps.handle(bases.LINKAGE, forms.DIVERSION_HANDLED),
        steps.close(bases.LINKAGE),
        steps.give_back(bases.SCOPE),
        steps.call_back(bases.LINKAGE),
        steps.LINK_MEDIATION,
    ),
    detail=WorkOrderDetail,
    facts=(CALLED_BACK,),
    conditions=(Condition("to_mediation", "分流到人民调解", to_mediation, bases.LINKAGE),),
    invariants=(
        Before("close", "handle", carried_by=("stage",)),
        Before("call_back", "handle", carried_by=("stage",)),
    ),
    outcomes=forms.OUTCOMES,
    number_kind=OrderKind.DIVERSION_110.value,
)
