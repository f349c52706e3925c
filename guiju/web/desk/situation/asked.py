"""Which tab, month, stretch, village and measure an address of the situation asks for, and the addresses beside it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Max
from django.http import Http404
from django.urls import reverse

from guiju.kernel.indicators.api import Indicator, Period, Topic, figure_of, topics
from guiju.kernel.mechanism.api import mechanism_of
from guiju.web.access import DeskRequest
from guiju.web.shell import place_of

MONTH, YEAR = "month", "year"
RATE, COUNT = "rate", "count"
EVER = dt.date(1949, 10, 1)


@dataclass(frozen=True)
class Asked:
    """What the page shows: the period ends with the month's last day, or with today where the month still runs."""

    topic: Topic
    month: dt.date  # its first day
    stretch: str
    measure: str
    village: str
    today: dt.date

    @property
    def period(self) -> Period:
        last = calendar.monthrange(self.month.year, self.month.month)[1]
        end = min(self.month.replace(day=last), max(self.today, self.month))
        return Period(self.month if self.stretch == MONTH else self.month.replace(month=1), end)

    @property
    def words(self) -> str:
        """2022年10月, or 2022年1月至10月."""
        first = "" if self.stretch == MONTH or self.month.month == 1 else "1月至"
        return f"{self.month.year}年{first}{self.month.month}月"

    def url(self, anchor: str = "", **changed: str) -> str:
        """This page with other values; what is not given stays."""
        told = {
            "topic": self.topic.code,
            "month": f"{self.month:%Y-%m}",
            "stretch": self.stretch,
            "measure": self.measure,
            "village": self.village,
        }
        query = {name: value for name, value in (told | changed).items() if value}
        return f"{reverse('situation')}?{urlencode(query)}{anchor}"


def asked(request: DeskRequest) -> Asked:
    """What the address asks for; without a month the latest in which the topic has a record. Raises Http404."""
    offered = offered_topics()
    code = request.GET.get("topic", "") or offered[0].code
    topic = next((topic for topic in offered if topic.code == code), None)
    if topic is None:
        raise Http404("没有这一栏。")
    today = request.moment.today
    stretch, measure = request.GET.get("stretch", MONTH), request.GET.get("measure", RATE)
    return Asked(
        topic,
        _month(request.GET.get("month", "")) or latest_month(request.acting.town_id, topic, today),
        stretch if stretch in (MONTH, YEAR) else MONTH,
        measure if measure in (RATE, COUNT) else RATE,
        request.GET.get("village", ""),
        today,
    )


def offered_topics() -> Sequence[Topic]:
    """The tabs in the order of the rail; what belongs to no mechanism stands last."""
    return sorted(topics(), key=lambda topic: place_of(mechanism_of(topic.mechanism).group if topic.mechanism else ""))


def _month(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return day if day.year >= 1950 else None


def latest_month(town_id: int, topic: Topic, today: dt.date) -> dt.date:
    """The first day of the latest month in which the topic's first figure counts something; this month without one."""
    received = figure_of(topic.received, town_id)
    rows = received.select(town_id, Period(EVER, today)).order_by()
    day: dt.date = rows.aggregate(last=Max(received.date_path))["last"] or today
    return day.replace(day=1)


def records_url(indicator: Indicator, period: Period, place: str = "", kind: str | None = None) -> str:
    """Where the records of a figure in a period stand; of one place and one kind where they are given."""
    query = {"from": period.start.isoformat(), "as_of": period.as_of.isoformat()}
    if place:
        query["place"] = place
    if kind is not None:
        query["kind"] = kind
    return f"{reverse('figure', args=[indicator.id])}?{urlencode(query)}"
