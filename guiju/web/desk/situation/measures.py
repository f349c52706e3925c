"""已采取的措施: what the year's report says was done about the page's subject, each with its evidence or the place to add it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guiju.reports.api import REPORTERS, measures_of, sections_printing
from guiju.web.access import DeskRequest
from guiju.web.desk.reporting.opened import report_address
from guiju.web.desk.situation.counted import Counts
from guiju.web.present.report import anchor
from guiju.web.present.words import short_day

SHOWN = 6


def measures_panel(request: DeskRequest, counts: Counts) -> dict[str, Any]:
    """{rows: [{words, day, url}], more, report_url, add_url}; `add_url` only for who writes the report."""
    year, figures = counts.period.as_of.year, counts.topic.figures
    found = measures_of(counts.town_id, year, figures)
    section = next((one.code for one in sections_printing(figures)), "")
    return {
        "year": year,
        "rows": [
            {
                "words": one.words,
                "day": short_day(one.on, request.moment.today) if one.on else "",
                "kind": "材料" if one.material else "",
                "url": reverse("report-material", args=[year, one.material])
                if one.material
                else f"{report_address(year)}#{anchor(one.code)}",
            }
            for one in found[:SHOWN]
        ],
        "more": max(len(found) - SHOWN, 0),
        "report_url": f"{report_address(year)}#{anchor(section)}" if section else "",
        "add_url": reverse("report-add", args=[year, section]) if section and request.acting.holds(REPORTERS) else "",
    }
