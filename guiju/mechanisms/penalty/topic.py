"""态势 of penalties: decisions by month and kind, whether in their terms, how long they took. Never whose, never a sum to reach."""

from __future__ import annotations

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Topic
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.indicators import MATTER_READS, penalties
from guiju.mechanisms.penalty.models import PenaltyDetail, PenaltyKind


def _days(town: int, period: Period) -> QuerySet[PenaltyDetail]:
    return penalties(town, period, "ordinary").filter(filed_on__isnull=False)


DAYS = Indicator(
    id="penalty.days",
    name="立案到决定平均用时",
    unit="日",
    definition="普通程序的处罚决定，从立案到决定的平均日数，扣除的时间也在内；每件用几日列在记录里",
    date_label="决定日期",
    select=_days,
    date_path="decided_on",
    span=("filed_on", "decided_on"),
    basis=(bases.NINETY_DAYS,),
    reads={PenaltyDetail: ("filed_on", "decided_on", "decided_kinds"), **MATTER_READS},
)
TOPIC = Topic(
    code="penalty",
    label="执法",
    received="penalty.decisions",
    closed="penalty.decisions",
    strip=("penalty.filed", "penalty.decisions", DAYS.id, "penalty.within_term", "penalty.published_share"),
    places=(),
    kind="heaviest_kind",
    kinds=dict(PenaltyKind.choices),
    extra=(DAYS,),
    slowness=DAYS.id,
    timeliness="penalty.within_term",
)
