"""Where the lists of matters that wait for a certain act stand, for the pages that lead there."""

from __future__ import annotations

from django.urls import reverse

from guiju.kernel.mechanism.api import Mechanism, mechanisms
from guiju.kernel.organisation.api import Acting


def list_links(acting: Acting, only: Mechanism | None = None) -> list[dict[str, str]]:
    """{label, url, icon} of the lists of one mechanism, or of those that are offered to the person's posts; of a
    mechanism that enforces items also the catalogue, and the tables that superiors ask of it."""
    beside = []
    if only is not None and only.cases_of_items is not None:
        beside.append({"label": "事项目录", "url": reverse("catalogue"), "icon": "list-details"})
    if only is not None and any(acting.holds(table.posts) for table in only.tables):
        beside.append({"label": "上级要的表", "url": reverse("tables"), "icon": "file-spreadsheet"})
    for sheet in only.public_sheets if only is not None else ():
        beside.append({"label": "事前公示", "url": reverse("public-sheet", args=[sheet.id]), "icon": "eye"})
    if only is not None and only.disclosures and acting.may("imports"):
        beside.append({"label": "公示回执", "url": reverse("receipts"), "icon": "upload"})
    offered = (
        worklist
        for mechanism in mechanisms()
        for worklist in mechanism.worklists
        if (mechanism is only if only is not None else acting.holds(worklist.posts))
    )
    return [
        *({"label": one.label, "url": reverse("worklist", args=[one.id]), "icon": "list-details"} for one in offered),
        *beside,
    ]
