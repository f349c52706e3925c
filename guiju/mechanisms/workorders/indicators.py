"""Figures of orders. No figure sets agreements against diversions: most real outcomes are no agreement."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.workorders import bases
from guiju.mechanisms.workorders.models import Destination, OrderKind, WorkOrderDetail

Select = Callable[[int, Period], "QuerySet[WorkOrderDetail]"]
OUTCOMES = {
    "settled_on_the_spot": "当场口头调解",
    "reconciled": "自行和解",
    "dispersed": "劝离",
    "repeated": "重复警情",
    "refused": "当事人不接受",
    "public_security": "转治安",
    "written_agreement": "书面协议",
    "registered": "转调委会登记",
    "returned": "退回",
    "forwarded": "已转办",
    "": "还没有结果",
}


def _orders(kind: OrderKind, town: int, period: Period) -> QuerySet[WorkOrderDetail]:
    return WorkOrderDetail.objects.filter(
        town_id=town,
        matter__town_id=town,
        matter__mechanism="workorders",
        matter__kind=kind.value,
        matter__voided=False,
        matter__event_date__range=period.both,
    )


def _diverted(town: int, period: Period) -> QuerySet[WorkOrderDetail]:
    return _orders(OrderKind.DIVERSION_110, town, period).filter(destination=Destination.MEDIATION)


def _hotline(town: int, period: Period) -> QuerySet[WorkOrderDetail]:
    return _orders(OrderKind.HOTLINE_12345, town, period)


INDICATORS = (
    Indicator(
        id="hotline.diverted_110",
        name="110分流的非警务警情调解工单",
        unit="件",
        definition="110分流到人民调解的工单件数，不论结果；分流到其他部门的不计",
        date_label="派单日期",
        select=_diverted,
        basis=(bases.LINKAGE, bases.MEDIATE_FIRST),
        reads={Matter: ("event_date", "voided", "number"), WorkOrderDetail: ("destination",)},
    ),
    Indicator(
        id="hotline.diverted_110_outcomes",
        name="110分流的非警务警情调解工单按结果",
        unit="件",
        definition=f"同上各件依次按结果分列：{'、'.join(OUTCOMES.values())}；各项不能相除当作成功率",
        date_label="派单日期",
        select=_diverted,
        breakdown_path="matter__outcome",
        breakdown=tuple(OUTCOMES),
        basis=(bases.LINKAGE,),
        reads={Matter: ("event_date", "voided", "number", "outcome"), WorkOrderDetail: ("destination",)},
    ),
    Indicator(
        id="hotline.orders_12345",
        name="承办12345工单",
        unit="件",
        definition="派到本镇的12345工单件数，退单的也计",
        date_label="派单日期",
        select=_hotline,
        basis=(bases.HOTLINE,),
        reads={Matter: ("event_date", "voided", "number")},
    ),
)
