"""公开: what had to become public, over all mechanisms, and whether it did so in its time. A tab of the situation."""

from __future__ import annotations

from django.db.models import F, QuerySet

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.indicators.definitions import Indicator, Period, Select
from guiju.kernel.indicators.topics import Topic
from guiju.kernel.matters.api import Matter

State = DisclosureItem.State


def _owed(town: int, period: Period) -> QuerySet[DisclosureItem]:
    """By the last day on which it had to be public; what was dropped before, for its decision fell, is owed no more."""
    items = DisclosureItem.objects.filter(town_id=town, matter__town_id=town, matter__voided=False)
    return items.filter(due_on__range=period.both).exclude(state=State.DROPPED)


def _in_time(town: int, period: Period) -> QuerySet[DisclosureItem]:
    return _owed(town, period).filter(published_on__lte=F("due_on"))


def _late(town: int, period: Period) -> QuerySet[DisclosureItem]:
    return _owed(town, period).filter(published_on__gt=F("due_on"))


def _missing(town: int, period: Period) -> QuerySet[DisclosureItem]:
    return _owed(town, period).filter(state=State.DUE)


def _published(town: int, period: Period) -> QuerySet[DisclosureItem]:
    return _owed(town, period).filter(started_on__isnull=False, published_on__isnull=False)


def _figure(identifier: str, name: str, definition: str, select: Select, *also_read: str) -> Indicator:
    """A figure of items whose last day falls into the period."""
    return Indicator(
        id=identifier,
        name=name,
        unit="项",
        definition=definition,
        date_label="最迟公开日期",
        select=select,
        date_path="due_on",
        reads={DisclosureItem: ("due_on", "state", *also_read), Matter: ("voided", "number")},
    )


OWED = _figure(
    "publicity.owed",
    "到期应公开",
    "最迟公开日期在本期内的公开事项，各类事项都计；公开以前就不再要求公开的不计",
    _owed,
)
IN_TIME = Indicator(
    id="publicity.in_time",
    name="按时公开",
    unit="%",
    definition="到期应公开的事项中，在最迟公开日期以前（含当日）公开的所占比例；后来撤下的照计；两个数都列出",
    date_label="最迟公开日期",
    select=_in_time,
    denominator=_owed,
    date_path="due_on",
    reads={DisclosureItem: ("due_on", "state", "published_on"), Matter: ("voided", "number")},
)
LATE = _figure(
    "publicity.late",
    "迟公开",
    "到期应公开的事项中，最迟公开日期以后才公开的项数",
    _late,
    "published_on",
)
MISSING = _figure(
    "publicity.missing",
    "未公开",
    "最迟公开日期在本期内、到现在还没有登记公开的项数",
    _missing,
)
DAYS = Indicator(
    id="publicity.days",
    name="公开平均用时",
    unit="日",
    definition="到期应公开、已经公开的事项，从要求公开的那一步到公开的平均日数；每项用几日列在记录里",
    date_label="最迟公开日期",
    select=_published,
    date_path="due_on",
    span=("started_on", "published_on"),
    reads={DisclosureItem: ("due_on", "state", "started_on", "published_on"), Matter: ("voided", "number")},
)
PUBLICITY = Topic(
    code="publicity",
    label="公开",
    received=OWED.id,
    closed=OWED.id,
    strip=(OWED.id, IN_TIME.id, LATE.id, MISSING.id, DAYS.id),
    places=(),
    kind="title",
    extra=(OWED, IN_TIME, LATE, MISSING, DAYS),
    slowness=DAYS.id,
    timeliness=IN_TIME.id,
)
