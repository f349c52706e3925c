"""态势: how things stand in the town, month by month, place by place, kind by kind; for whoever has to push them on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from guiju.exchange.returns.completeness import still_owing
from guiju.kernel.indicators.api import Figure, Period, completeness_of
from guiju.reports.api import completeness_words
from guiju.web.access import DeskRequest, business
from guiju.web.desk.figures import shown
from guiju.web.desk.situation.asked import COUNT, MONTH, RATE, YEAR, Asked, asked, offered_topics, records_url
from guiju.web.desk.situation.counted import Counts, by_kind
from guiju.web.desk.situation.in_hand import in_hand
from guiju.web.desk.situation.measures import measures_panel
from guiju.web.desk.situation.places import chosen_village, map_panel, village_panel
from guiju.web.desk.situation.sentences import noteworthy, owing
from guiju.web.present.charts import bars, two_years

KINDS_DRAWN = 8  # the others stand in the table


@business
def situation(request: DeskRequest) -> HttpResponse:
    """One tab of the situation in a month or from New Year to its end. It counts the whole town whoever looks."""
    wanted = asked(request)
    counts = Counts(wanted.topic, request.acting.town_id, wanted.period)
    context = {
        "period": wanted.words,
        "as_of": wanted.period.as_of.isoformat(),
        "completeness": completeness_words(
            completeness_of(request.acting.town_id, [(counts.received, wanted.period)])[0]
        ),
        "town": request.moment.directory.town_name,
        **_choices(wanted),
        **_body(request, wanted, counts),
    }
    return render(request, "situation/page.html", context)


def _choices(wanted: Asked) -> dict[str, Any]:
    """The tabs and the ways to another period."""
    earlier = (wanted.month - dt.timedelta(days=1)).replace(day=1)
    later = (wanted.month + dt.timedelta(days=31)).replace(day=1)
    return {
        "tabs": [
            {
                "label": topic.label,
                "url": wanted.url(topic=topic.code, village=""),
                "current": topic.code == wanted.topic.code,
            }
            for topic in offered_topics()
        ],
        "stretches": [
            {"label": label, "url": wanted.url(stretch=stretch), "current": wanted.stretch == stretch}
            for stretch, label in ((MONTH, "本月"), (YEAR, "年初至本月"))
        ],
        "earlier": {"label": f"{earlier:%Y-%m}", "url": wanted.url(month=f"{earlier:%Y-%m}")},
        "later": {"label": f"{later:%Y-%m}", "url": wanted.url(month=f"{later:%Y-%m}")}
        if later <= wanted.today
        else None,
        "month": f"{wanted.month:%Y-%m}",
        "kept": {"topic": wanted.topic.code, "stretch": wanted.stretch, "measure": wanted.measure},
    }


def _body(request: DeskRequest, wanted: Asked, counts: Counts) -> dict[str, Any]:
    now, before = counts.splits
    if not now and not before and not any((*counts.months.now, *counts.months.before)):
        return {"nothing": f"{wanted.words}和去年同期都没有登记，所以没有可以看的。", "latest": wanted.url(month="")}
    behind = owing(still_owing(counts.town_id, counts.topic.figures, counts.period))
    things = [*noteworthy(counts), *([behind] if behind else [])]
    return {
        "things": things,
        "things_title": _title_of(len(things), wanted),
        "strip": [_strip(now, before, counts) for now, before in counts.strip],
        "months": _months(counts),
        "kinds": _kinds(counts),
        "has_last_year": counts.has_last_year,
        "measures_taken": measures_panel(request, counts),
        **(_villages(request, wanted, counts) if counts.topic.places else in_hand(request, counts)),
    }


def _title_of(count: int, wanted: Asked) -> str:
    """这个月要看的三件事; from New Year on it is no month any more."""
    when = "这个月" if wanted.stretch == MONTH else "今年" if wanted.month.year == wanted.today.year else "这一年"
    return f"{when}要看的" + (f"{'零一两三四'[count]}件事" if count > 1 else "")


def _villages(request: DeskRequest, wanted: Asked, counts: Counts) -> dict[str, Any]:
    chosen = chosen_village(wanted, counts)
    return {
        "map": map_panel(wanted, counts, chosen),
        "village": village_panel(request, wanted, counts, chosen),
        "measures": [
            {"label": label, "url": wanted.url("#g-map", measure=measure), "current": wanted.measure == measure}
            for measure, label in ((RATE, "每千户"), (COUNT, "件数"))
        ],
    }


def _strip(now: Figure, before: Figure, counts: Counts) -> dict[str, Any]:
    indicator = now.indicator
    told = {
        "name": indicator.name,
        "value": shown(now.value, indicator.unit),
        "unit": indicator.unit if now.value is not None else "",
        "url": records_url(indicator, counts.period),
        "before": shown(before.value, indicator.unit) if counts.has_last_year else "",
        "before_url": records_url(indicator, counts.before),
    }
    if now.denominator is not None:
        told["formula"] = f"{now.numerator:,} / {now.denominator:,}"
    return told


def _months(counts: Counts) -> dict[str, Any]:
    indicator, months = counts.received, counts.months
    year = counts.period.as_of.year

    def url(of: int, month: int) -> str:
        first = dt.date(of, month, 1)
        last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
        return records_url(indicator, Period(first, min(last, counts.period.as_of)))

    now, before = [int(n) for n in months.now], [int(n) for n in months.before]
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "year": year,
        "last": year - 1,
        "chart": two_years(now, before if counts.has_last_year else [], year, indicator.unit, url),
        "rows": [
            {
                "month": f"{month}月",
                "now": f"{now[month - 1]:,}" if month <= len(now) else "",
                "url": url(year, month),
                "before": f"{before[month - 1]:,}",
                "url_before": url(year - 1, month),
            }
            for month in range(1, 13)
        ],
    }


def _kinds(counts: Counts) -> dict[str, Any]:
    now, before = (by_kind(split) for split in counts.closed_splits)
    indicator = counts.closed
    rows = [
        {
            "label": counts.kind_label(kind),
            "now": now[kind],
            "before": before[kind],
            "url": records_url(indicator, counts.period, kind=kind),
            "url_before": records_url(indicator, counts.before, kind=kind),
        }
        for kind in sorted(now.keys() | before.keys(), key=lambda kind: (-now[kind], -before[kind], kind))
    ]
    return {
        "name": indicator.name,
        "more": len(rows) - KINDS_DRAWN if len(rows) > KINDS_DRAWN else 0,
        "total": f"{sum(now.values()):,}",
        "url": records_url(indicator, counts.period),
        "unit": indicator.unit,
        "rows": rows,
        "chart": bars(rows[:KINDS_DRAWN], indicator.unit) if rows else None,
    }
