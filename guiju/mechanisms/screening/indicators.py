"""Figures of screening: disputes found, counted by the day of their screening, and what has become of them."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import QuerySet

from guiju.kernel.indicators.api import Axis, Indicator, Period
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.screening import bases
from guiju.mechanisms.screening.effects import HANDED_OVER, RESOLVED
from guiju.mechanisms.screening.forms import DISPUTE_GROUPS, DISPUTE_KINDS
from guiju.mechanisms.screening.models import FactorDetail

KINDS = Axis("dispute_kind", "纠纷类别", "dispute_kind", DISPUTE_KINDS, DISPUTE_GROUPS)
Select = Callable[[int, Period], "QuerySet[FactorDetail]"]


def factors(town: int, period: Period) -> QuerySet[FactorDetail]:
    """The factors found in a period, whatever became of them."""
    return FactorDetail.objects.filter(
        town_id=town,
        matter__town_id=town,
        matter__mechanism="screening",
        matter__kind="factor",
        matter__voided=False,
        matter__event_date__range=period.both,
    )


def _with_outcome(outcome: str) -> Select:
    return lambda town, period: factors(town, period).filter(matter__outcome=outcome)


def _still_ongoing(town: int, period: Period) -> QuerySet[FactorDetail]:
    return factors(town, period).exclude(matter__outcome__in=(RESOLVED, HANDED_OVER))


def _figure(identifier: str, name: str, definition: str, select: Select, *, by_outcome: bool = True) -> Indicator:
    read = ("event_date", "voided", "number", *(("outcome",) if by_outcome else ()))
    return Indicator(
        id=identifier,
        name=name,
        unit="起",
        definition=definition,
        date_label="排查日期",
        select=select,
        basis=(bases.OWN_INITIATIVE, bases.ESCALATION),
        reads={Matter: read},
        axes=(KINDS,),
    )


INDICATORS = (
    _figure(
        "screening.factors",
        "排查不稳定因素",
        "排查登记的矛盾纠纷起数，不论级别和结果；作废的不计",
        factors,
        by_outcome=False,
    ),
    _figure(
        "screening.resolved",
        "排查的不稳定因素中已化解",
        "排查日期在本期的矛盾纠纷中，登记为已化解的起数",
        _with_outcome(RESOLVED),
    ),
    _figure(
        "screening.handed_over",
        "排查的不稳定因素中已移交",
        "排查日期在本期的矛盾纠纷中，移交其他单位、还没有登记为已化解的起数",
        _with_outcome(HANDED_OVER),
    ),
    _figure(
        "screening.ongoing",
        "排查的不稳定因素中还在化解",
        "排查日期在本期的矛盾纠纷中，既没有登记为已化解也没有移交的起数；三项相加等于排查总数",
        _still_ongoing,
    ),
)
