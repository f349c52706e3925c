"""The villages of the page: the map and its table, in the order of the town's own list; and one village beside it.

A place is told, never a door or a person, and no village is ranked: tables keep the order of the unit codes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.urls import reverse

from guiju.exchange.outlines.api import Village
from guiju.kernel.indicators.api import Period, narrowed
from guiju.kernel.matters.api import Matter, visible_to
from guiju.web.access import DeskRequest
from guiju.web.desk.situation.asked import COUNT, EVER, RATE, Asked, records_url
from guiju.web.desk.situation.counted import Counts, by_kind, by_place, place_code
from guiju.web.desk.situation.sentences import largest_rise
from guiju.web.present.rows import nearest_terms
from guiju.web.present.terms import list_cell
from guiju.web.present.village_map import drawn, legend, per_thousand, step_of

OPEN_SHOWN = 5


def chosen_village(wanted: Asked, counts: Counts) -> int | None:
    """The village in the address; without one that which rose most, else none."""
    known = {village.unit_id for village in counts.villages}
    if wanted.village.isdecimal() and int(wanted.village) in known:
        return int(wanted.village)
    now, before = (by_place(split) for split in counts.splits)
    found = largest_rise({place: n for place, n in now.items() if place in known}, before)
    return found[0] if found and counts.has_last_year else None


def map_panel(wanted: Asked, counts: Counts, chosen: int | None) -> dict[str, Any]:
    """The map with its classes, and the table that says the same."""
    now, before = (by_place(split) for split in counts.splits)
    measure = measured(wanted, counts)
    values = {village.unit_id: _value(measure, now[village.unit_id], village) for village in counts.villages}
    known = {unit: value for unit, value in values.items() if value is not None}
    step = step_of(list(known.values()), measure == COUNT)

    def told(village: Village) -> dict[str, Any]:
        number = _words(values[village.unit_id])
        rate = f"，每千户 {number} {unit}" if measure == RATE else ""
        code = place_code(village.unit_id)
        return {
            "number": number,
            "url": wanted.url("#g-village", village=code),
            "label": f"{village.name}{rate}，{now[village.unit_id]} {unit}",
            "chosen": village.unit_id == chosen,
        }

    unit = counts.received.unit
    return {
        "drawn": drawn(counts.villages, known, step, told),
        "legend": legend(step),
        "measure": measure,
        "unit": unit,
        "no_households": measure != wanted.measure,
        "rows": [_row(counts, village.name, village.unit_id, village) for village in counts.villages]
        + ([_row(counts, "镇级，不分村居", None, None)] if now[None] or before[None] else []),
    }


def measured(wanted: Asked, counts: Counts) -> str:
    """Rates where households are told, else counts."""
    return wanted.measure if any(village.households for village in counts.villages) else COUNT


def _value(measure: str, count: int, village: Village) -> Decimal | None:
    return Decimal(count) if measure == COUNT else per_thousand(count, village.households)


def _words(value: Decimal | None) -> str:
    return "—" if value is None else f"{value:,}"


def _row(counts: Counts, name: str, place: int | None, village: Village | None) -> dict[str, Any]:
    now, before = (by_place(split)[place] for split in counts.splits)
    households = village.households if village else None
    code = place_code(place)
    return {
        "name": name,
        "now": f"{now:,}",
        "url": records_url(counts.received, counts.period, code),
        "before": f"{before:,}" if counts.has_last_year else "—",
        "url_before": records_url(counts.received, counts.before, code) if counts.has_last_year else "",
        "households": f"{households:,}" if households else "—",
        "rate": _words(per_thousand(now, households)),
    }


def village_panel(request: DeskRequest, wanted: Asked, counts: Counts, chosen: int | None) -> dict[str, Any] | None:
    """The chosen village: its numbers, its kinds, what is still in hand."""
    village = next((village for village in counts.villages if village.unit_id == chosen), None)
    if village is None or chosen is None:
        return None
    return {
        **_row(counts, village.name, chosen, village),
        "asked": place_code(chosen) == wanted.village,
        "unit": counts.received.unit,
        "kinds": _kinds(counts, chosen),
        **_open_matters(request, counts, chosen),
    }


def _kinds(counts: Counts, place: int) -> list[dict[str, Any]]:
    now, before = (by_kind(split, place) for split in counts.splits)
    code = place_code(place)
    return [
        {
            "label": counts.kind_label(kind),
            "now": f"{now[kind]:,}",
            "url": records_url(counts.received, counts.period, code, kind),
            "before": f"{before[kind]:,}",
            "url_before": records_url(counts.received, counts.before, code, kind),
        }
        for kind in sorted(now.keys() | before.keys(), key=lambda kind: (-now[kind], -before[kind], kind))
    ]


def _open_matters(request: DeskRequest, counts: Counts, place: int) -> dict[str, Any]:
    """Matters of the village still in hand today, whose terms end first, as far as the viewer may see them."""
    known = [village.unit_id for village in counts.villages]
    mine = narrowed(counts.received, counts.topic, known, place_code(place))
    ever = mine.select(counts.town_id, Period(EVER, request.moment.today)).order_by().values(mine.matter_path)
    found = Matter.objects.filter(town_id=counts.town_id, id__in=ever, closed_on__isnull=True, voided=False)
    every = list(found.order_by("-registered_on", "-id").values_list("id", "title", "number")[:200])
    seen = set(visible_to(request.acting).filter(id__in=[row[0] for row in every]).values_list("id", flat=True))
    terms = nearest_terms(sorted(seen))
    shown = sorted(
        (row for row in every if row[0] in seen),
        key=lambda row: (row[0] not in terms, terms[row[0]]["due_on"] if row[0] in terms else EVER, row[0]),
    )
    return {
        "open_count": len(every),
        "open_hidden": len(every) - len(seen),
        "open_more": max(len(shown) - OPEN_SHOWN, 0),
        "open": [
            {
                "title": title,
                "number": number,
                "url": reverse("matter", args=[key]),
                "term": list_cell(terms.get(key), request.moment),
            }
            for key, title, number in shown[:OPEN_SHOWN]
        ],
    }
