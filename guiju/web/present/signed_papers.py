"""How papers that came back are shown: those that wait with their pages, unknown pages, what is still out, what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from guiju.exchange.papers.api import (
    FURTHER,
    Bundle,
    Page,
    PrintedPaper,
    Waiting,
    outstanding,
    returned_since,
)
from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import KERNEL_ROWS, Moment, load_snapshots
from guiju.web.present.words import short_day

SHOWN = 20
Data = dict[str, Any]


def paper(bundle: Bundle, waiting: Waiting) -> Data:
    """One paper with its pages, what lacks, and what came twice."""
    row = waiting.papers[bundle.paper]
    lacking = "、".join(f"第{number}页" for number in bundle.missing)
    pages = [
        _page(page, f"第{number}页", by_order=number in bundle.by_order)
        for number, page in sorted(bundle.pages.items())
    ]
    return {
        **_named(row),
        "key": row.id,
        "total": bundle.total,
        "pages": pages + [_page(page, "附页") for page in bundle.further],
        "doubled": [_page(page, f"又一张第{page.number}页") for page in bundle.doubled],
        "lacking": lacking,
        "returned": row.returned_on,
    }


def unknown(page: Page, waiting: Waiting) -> Data:
    """A page that nobody knows, with why."""
    return _page(page, waiting.pages[page.key].why or "没有认出收回码")


def choices(waiting: Waiting, out: Sequence[Data]) -> list[tuple[str, str]]:
    """What an unknown page may be: pages that lack, then a further page of a paper that waits, then papers still out."""
    found = []
    for bundle in waiting.bundles:
        name = _name(waiting.papers[bundle.paper])
        found += [(f"{bundle.paper}:{number}", f"{name}　第{number}页") for number in bundle.missing]
        found.append((f"{bundle.paper}:{FURTHER}", f"{name}　附页"))
    for each in out:
        found += [(f"{each['key']}:{n}", f"{each['name']}　第{n}页") for n in range(1, each["total"] + 1)]
    return found


def not_back(acting: Acting, moment: Moment) -> list[Data]:
    """Papers that were printed and have not come back; of several printings of one paper the last."""
    found: dict[tuple[int, str, str], Data] = {}
    for row in outstanding(acting)[: SHOWN * 2]:
        told = _named(row) | {
            "key": row.id,
            "name": _name(row),
            "total": row.pages,
            "on": short_day(row.printed_on, moment.today),
        }
        found.setdefault((row.matter_id, row.step, row.title), told)
    return list(found.values())[:SHOWN]


def came_back(acting: Acting, moment: Moment) -> list[Data]:
    """Papers that were stored today, each with the step that is not on record yet, if so."""
    rows = list(returned_since(acting, moment.today)[:SHOWN])
    snapshots = load_snapshots({row.matter_id for row in rows}, rows=KERNEL_ROWS) if rows else {}
    told = []
    for row in rows:
        snapshot = snapshots[row.matter_id]
        step = snapshot.procedure.by_code.get(row.step)
        taken = row.step in {mark.code for mark in snapshot.steps}
        claim = {}
        if step is not None and not taken:
            url = f"{reverse('step', args=[row.matter_id, step.code])}?mode=claimed"
            claim = {"label": f"“{step.label}”还没有登记，去补记", "url": url}
        told.append(_named(row) | {"claim": claim})
    return told


def _named(row: PrintedPaper) -> Data:
    matter = row.matter
    return {
        "title": row.title,
        "number": matter.number,
        "matter": matter.title,
        "url": reverse("matter", args=[matter.pk]),
    }


def _name(row: PrintedPaper) -> str:
    return f"{row.matter.number}　{row.title}"


def _page(page: Page, label: str, *, by_order: bool = False) -> Data:
    url = reverse("scan-page", args=[page.key])
    return {"key": page.key, "label": label, "by_order": by_order, "url": url, "small": f"{url}?small"}
