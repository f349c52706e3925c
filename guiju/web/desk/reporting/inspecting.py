"""One figure of a report in detail: what is counted, how it stands beside last year, and the records behind it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guiju.kernel.indicators.api import Period, town_indicator
from guiju.kernel.matters.api import visible_to
from guiju.reports.api import (
    REPORTERS,
    Verdict,
    YearFigure,
    completeness_words,
    figure_code,
    kind_words,
    load_report,
    number_words,
    printed_figures,
    round_words,
    told_beside,
)
from guiju.web.access import DeskRequest
from guiju.web.desk.reporting.opened import Opened, changes
from guiju.web.desk.rounds import QUARTER, WORDS, rounds
from guiju.web.present.law import article
from guiju.web.present.report import check_words, difference, look_of, months_of, told_words
from guiju.web.present.words import from_to

SHOWN_RECORDS = 9


def inspected(request: DeskRequest, report: Opened, figure: YearFigure) -> dict[str, Any]:
    """Everything that the inspector shows of a figure."""
    owner = report.owner(figure.key)
    locked = report.state.locked is not None
    speaks = report.state.owners.speaks(request.acting, owner)
    return {
        "figure": _figure(request, report, figure),
        "key": figure_code(figure.key),
        "seen": figure.digest,
        "owner": report.state.owners.name(owner),
        "said": check_words(report.state, figure),
        "check": None if locked else _answers(request, report, owner, speaks=speaks),
        "owners": _other_owners(request, report, owner),
        "late": _late(request, report, figure),
        "records": _records(request, figure),
        "count": f"{len(figure.records):,}",
        "all_url": _all_records(figure),
    }


def _figure(request: DeskRequest, report: Opened, figure: YearFigure) -> dict[str, Any]:
    look, word = look_of(report.state, figure)
    told = {
        "name": figure.name,
        "value": number_words(figure.value),
        "unit": figure.unit,
        "state": {"look": look, "word": word},
        "compare": [
            {"label": "去年同期", "value": number_words(figure.compared.last_year)},
            {"label": "增减", "value": difference(figure.value, figure.compared.last_year)},
            {"label": "去年报告所载", "value": printed_last_year(report, figure)},
        ],
        "definition": f"{figure.definition}；{figure.lapsed}" if figure.lapsed else figure.definition,
        "basis": _basis(request, figure),
        "period": from_to(figure.start, figure.as_of),
        "completeness": f"{completeness_words(figure.completeness)}；{kind_words(*figure.key)}",
        "returns": [round_words(one) for one in figure.rounds],
        "digest": " ".join(figure.digest[at : at + 4] for at in range(0, 16, 4)) + f" … {figure.digest[-4:]}",
    }
    if figure.kind == "derived" and figure.rounds:
        indicator = town_indicator(figure.id, request.acting.town_id)
        told["told"] = told_words(told_beside(report.town.id, Period(figure.start, figure.as_of), indicator))
    told["rounds"] = _rounds(request, report, figure)
    if figure.is_ratio:
        told["formula"] = f"{figure.numerator:,} / {figure.denominator:,}"
    elif figure.records:
        told["months"] = months_of(figure.records, figure.as_of.month)
        told["months_before"] = []
    return told


def printed_last_year(report: Opened, figure: YearFigure) -> str:
    """What the report of the year before printed: as it was locked here, else as somebody read it from the paper."""
    locked = load_report(report.town.id, report.year - 1).locked
    found = next((each for each in locked.figures if each.key == figure.key), None) if locked else None
    if found:
        return number_words(found.value)
    told = printed_figures(report.town.id, report.year - 1).get(figure.key)
    return told.words if told else "—"


def _rounds(request: DeskRequest, report: Opened, figure: YearFigure) -> list[dict[str, Any]]:
    """环比, live; of a locked figure the quarters as they were locked, of an attested one nothing."""
    if figure.kind != "derived":
        return []
    if report.state.locked is None:
        indicator = town_indicator(figure.id, request.acting.town_id)
        return rounds(indicator, request.acting.town_id, figure.as_of)
    told = (("最近一个整季度", figure.compared.quarter), ("前一季度", figure.compared.quarter_before))
    parts = [{"name": name, "value": f"{number_words(value)} {figure.unit}"} for name, value in told]
    return [{"label": WORDS[QUARTER], "parts": parts}] if figure.compared.quarter is not None else []


def _basis(request: DeskRequest, figure: YearFigure) -> list[dict[str, Any]]:
    try:
        indicator = town_indicator(figure.id, request.acting.town_id)
    except KeyError:
        return [{"label": label} for label in figure.basis]
    return [article(basis, request.moment) for basis in indicator.basis]


def _answers(request: DeskRequest, report: Opened, owner: int | None, *, speaks: bool) -> dict[str, Any] | None:
    """The form with which the owner answers; whoever writes the report records a signed paper in the owner's place."""
    on_paper = not speaks and request.acting.holds(REPORTERS)
    if not speaks and not on_paper:
        return None
    units = [{"id": key, "name": name} for key, name in report.state.owners.units.items() if key != owner]
    return {
        "url": reverse("report-check", args=[report.year]),
        "verdicts": [{"value": verdict.value, "label": verdict.label} for verdict in Verdict],
        "units": units,
        "on_paper": on_paper,
    }


def _other_owners(request: DeskRequest, report: Opened, owner: int | None) -> dict[str, Any] | None:
    """The form with which whoever writes the report lets another unit answer."""
    if report.state.locked is not None or not request.acting.holds(REPORTERS):
        return None
    units = [{"id": key, "name": name} for key, name in report.state.owners.units.items() if key != owner]
    return {"url": reverse("report-owner", args=[report.year]), "units": units}


def _late(request: DeskRequest, report: Opened, figure: YearFigure) -> list[dict[str, Any]]:
    """Records that joined, left or changed since the lock."""
    found = changes(report, request.moment.today)
    return [
        {"text": str(record), "url": reverse("entry", args=[record.entry])}
        for change in found
        if change.locked.key == figure.key
        for record in change.records
    ]


def _records(request: DeskRequest, figure: YearFigure) -> list[dict[str, Any]]:
    shown = sorted(figure.records, key=lambda record: record.date, reverse=True)[:SHOWN_RECORDS]
    ids = [record.matter_id for record in shown if record.matter_id is not None]
    visible = set(visible_to(request.acting).filter(id__in=ids).values_list("id", flat=True)) if ids else set()
    return [
        {
            "number": record.number,
            "title": record.title if record.matter_id in visible else "",
            "url": reverse("matter", args=[record.matter_id]) if record.matter_id in visible else "",
            "date": f"{record.date:%m-%d}",
        }
        for record in shown
    ]


def _all_records(figure: YearFigure) -> str:
    if figure.kind != "derived":
        return ""
    day = figure.as_of.isoformat()
    return f"{reverse('figure', args=[figure.id])}?year={figure.as_of.year}&as_of={day}"
