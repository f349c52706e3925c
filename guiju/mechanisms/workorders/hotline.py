"""The procedure of a 12345 order: the platform is its master, the town keeps its own days and what came of it."""

from __future__ import annotations

from collections.abc import Callable

from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Moment, Procedure, Snapshot, Step
from guiju.mechanisms.workorders import bases, effects, forms, guards, periods, steps
from guiju.mechanisms.workorders.models import OrderClass, OrderKind, Satisfaction, WorkOrderDetail

Test = Callable[[Snapshot, Moment], bool]


def _of_class(order_class: OrderClass) -> Test:
    def test(snapshot: Snapshot, moment: Moment) -> bool:
        return bool(snapshot.detail.get("order_class") == order_class)

    return test


def dissatisfied(snapshot: Snapshot, moment: Moment) -> bool:
    """The person called back was not satisfied: the head of the unit is told and it goes out again."""
    return snapshot.detail.get("satisfaction") == Satisfaction.DISSATISFIED


CONDITIONS = (
    Condition("inquiry_order", "咨询类", _of_class(OrderClass.INQUIRY), bases.CITY_HOTLINE),
    Condition("ordinary_order", "一般类", _of_class(OrderClass.ORDINARY), bases.CITY_HOTLINE),
    Condition("complex_order", "复杂类", _of_class(OrderClass.COMPLEX), bases.CITY_HOTLINE),
    Condition(
        "dissatisfied", "回访不满意", dissatisfied, bases.CITY_HOTLINE, "回访结果不是“不满意”。", "先登记回访结果。"
    ),
)
OPENS = (
    periods.CONTACT,
    If("inquiry_order", periods.INQUIRY),
    If("ordinary_order", periods.ORDINARY),
    If("complex_order", periods.COMPLEX),
)
HANDLING = (periods.INQUIRY, periods.ORDINARY, periods.COMPLEX, periods.AGAIN)
CALLED_BACK = Fact("called_back", "已回访", "还没有回访诉求人。", bases.CITY_HOTLINE, "先回访并登记。", "call_back")

TAKE_IN = Step(
    "take_in",
    "登记12345工单",
    (START,),
    "dispatched",
    bases.REGISTRARS,
    (bases.HOTLINE, bases.CITY_HOTLINE),
    forms.HOTLINE,
    guards=(guards.dated("dispatched_on", "派单日期"),),
    effects=effects.take_in,
    opens=OPENS,
    dated_by="dispatched_on",
)
DISPATCH_AGAIN = Step(
    "dispatch_again",
    "再次派发",
    ("handled",),
    "dispatched",
    bases.REGISTRARS,
    (bases.CITY_HOTLINE,),
    forms.AGAIN,
    requires=("called_back",),
    when=("dissatisfied",),
    voids=("called_back",),
    guards=(guards.dated("dispatched_again_on", "再次派发日期"),),
    effects=effects.dispatch_again,
    opens=(periods.AGAIN,),
    dated_by="dispatched_again_on",
    other_way=True,
)

HOTLINE_PROCEDURE = Procedure(
    mechanism="workorders",
    kind=OrderKind.HOTLINE_12345.value,
    label=OrderKind.HOTLINE_12345.label,
    version="1",
    in_force_from=bases.FROM,
    stages=steps.STAGES,
    steps=(
        TAKE_IN,
        steps.contact(bases.CITY_HOTLINE, periods.CONTACT),
        steps.handle(bases.CITY_HOTLINE, forms.HOTLINE_HANDLED, closes=HANDLING),
        steps.call_back(bases.CITY_HOTLINE),
        steps.close(bases.CITY_HOTLINE, requires=("called_back",)),
        steps.give_back(bases.RETURNING),
        DISPATCH_AGAIN,
        steps.LINK_MEDIATION,
    ),
    detail=WorkOrderDetail,
    facts=(CALLED_BACK,),
    conditions=CONDITIONS,
    invariants=(
        Before("close", "handle", since="dispatch_again", carried_by=("stage",)),
        Before("close", "call_back", since="dispatch_again", carried_by=("called_back",)),
        Before("dispatch_again", "call_back", since="dispatch_again", carried_by=("called_back",)),
    ),
    outcomes=forms.HOTLINE_OUTCOMES,
)
