"""签批前清单 as the page draws it: the fixed words, and the article beside each point."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from guiju.kernel.procedure.api import Checklist, Moment, Point, Snapshot, kept_elsewhere
from guiju.web.present.law import article
from guiju.web.present.words import day_with_weekday

WORDS = {"have": "有", "lacking": "缺", "not_due": "不适用", "unsure": "待核实", "running": "计时中"}
LOOKS = {"have": "ok", "lacking": "late", "not_due": "done", "unsure": "unverified", "running": "run"}


def checked(found: Checklist, snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    """One paper with its points."""
    counts = [(len(found.of("lacking")), "缺"), (len(found.of("unsure")), "待核实")]
    told = "，".join(f"{word} {count} 项" for count, word in counts if count)
    return {
        "title": f"{found.step.label}：签批《{found.step.makes}》以前",
        "summary": told or "没有缺项",
        "points": [_point(point, snapshot, moment) for point in found.points],
    }


def _point(point: Point, snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    cure = snapshot.procedure.by_code.get(point.remedy_step)
    plain = point.remedy.startswith("去") or not point.remedy  # a link's words: where it happens elsewhere, the step
    remedy = f"补办“{cure.label}”。" if cure is not None and plain else point.remedy
    return {
        "label": point.label,
        "look": LOOKS[point.state],
        "word": WORDS[point.state],
        "text": point.text,
        "article": article(point.basis, moment) if point.basis is not None else None,
        "remedy": remedy if point.state in ("lacking", "unsure") else "",
        "day": _day(point),
    }


def _day(point: Point) -> str:
    if point.day is None:
        return ""
    words = f"{point.day.year}年{day_with_weekday(point.day)}"
    return f"到{words}" if point.code.startswith("term.") else words


def checklist_link(snapshot: Snapshot, moment: Moment) -> dict[str, str]:
    """The link to the lists of a matter that another system keeps; empty for one that is taken on here."""
    if not snapshot.matter.get("master") or kept_elsewhere(snapshot, moment) is None:
        return {}
    return {"label": "签批前清单", "url": reverse("checklist", args=[snapshot.key])}
