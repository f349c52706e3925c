"""态势 of orders: what 110 diverted to mediation, where and of which kind, and how long it took to be handled."""

from __future__ import annotations

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Topic
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.workorders import bases
from guiju.mechanisms.workorders.forms import DISPUTE_KINDS
from guiju.mechanisms.workorders.models import Destination, OrderKind, WorkOrderDetail


def _handled(town: int, period: Period) -> QuerySet[WorkOrderDetail]:
    return WorkOrderDetail.objects.filter(
        town_id=town,
        destination=Destination.MEDIATION,
        handled_on__isnull=False,
        matter__town_id=town,
        matter__mechanism="workorders",
        matter__kind=OrderKind.DIVERSION_110.value,
        matter__voided=False,
        matter__event_date__range=period.both,
    )


DAYS = Indicator(
    id="hotline.days_110",
    name="110分流工单办结平均用时",
    unit="日",
    definition="本期派到人民调解、已写明办理日期的110分流工单，从派单到办理的平均日数；每件用几日列在记录里",
    date_label="派单日期",
    select=_handled,
    span=("matter__event_date", "handled_on"),
    basis=(bases.LINKAGE,),
    reads={WorkOrderDetail: ("destination", "handled_on"), Matter: ("event_date", "voided", "number")},
)
TOPIC = Topic(
    code="workorders",
    label="工单分流",
    received="hotline.diverted_110",
    closed="hotline.diverted_110",
    strip=("hotline.diverted_110", "hotline.orders_12345", DAYS.id),
    places=("village_id",),
    kind="dispute_kind",
    kinds=DISPUTE_KINDS,
    extra=(DAYS,),
    slowness=DAYS.id,
)
