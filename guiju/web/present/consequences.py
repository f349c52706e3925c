"""提交后会发生什么, from the consequences of a plan to icons and words."""

from __future__ import annotations

from guiju.kernel.procedure.api import Consequence

ICONS = {
    "entry": "timeline",
    "document": "file-text",
    "stage": "route",
    "term": "clock",
    "disclosure": "eye",
    "finding": "flag",
    "figure": "chart-dots",
}


def effect(item: Consequence) -> dict[str, str]:
    """{icon, title, text} of one consequence."""
    return {"icon": ICONS[item.kind], "title": item.heading, "text": item.text}
