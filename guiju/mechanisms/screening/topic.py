"""态势 of screening: what was found, where and of which kind, and how long it took until it was resolved."""

from __future__ import annotations

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Indicator, Period, Topic
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.screening import bases
from guiju.mechanisms.screening.effects import RESOLVED
from guiju.mechanisms.screening.forms import DISPUTE_KINDS
from guiju.mechanisms.screening.indicators import factors
from guiju.mechanisms.screening.models import FactorDetail


def _resolved_with_day(town: int, period: Period) -> QuerySet[FactorDetail]:
    return factors(town, period).filter(matter__outcome=RESOLVED, resolved_on__isnull=False)


DAYS = Indicator(
    id="screening.days",
    name="化解平均用时",
    unit="日",
    definition="本期排查、已化解且写明化解日期的，从排查到化解的平均日数；每起用几日列在记录里",
    date_label="排查日期",
    select=_resolved_with_day,
    span=("matter__event_date", "resolved_on"),
    basis=(bases.OWN_INITIATIVE,),
    reads={FactorDetail: ("resolved_on",), Matter: ("event_date", "voided", "number", "outcome")},
)
TOPIC = Topic(
    code="screening",
    label="排查",
    received="screening.factors",
    closed="screening.resolved",
    strip=("screening.factors", "screening.resolved", "screening.handed_over", "screening.ongoing", DAYS.id),
    places=("matter__unit_id",),
    kind="dispute_kind",
    kinds=DISPUTE_KINDS,
    extra=(DAYS,),
    slowness=DAYS.id,
)
