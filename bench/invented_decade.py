"""A million matters of ten years with their details and entries, put in without the write path, and their figures' SQL.

For measures of figures only: the entries have the shape that figures read, but no tree stands over them.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from guiju.kernel.ledger.api import Entry, insert_rows
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town, Unit
from guiju.mechanisms.legal_education.models import EducationDetail
from guiju.mechanisms.legal_services.models import ServiceDetail
from guiju.mechanisms.mediation.models import MediationDetail
from guiju.mechanisms.workorders.models import WorkOrderDetail

YEARS, LAST, CHUNK = 10, dt.date(2022, 12, 31), 20_000
FIRST_KEY = 10_000_000
OUTCOMES = ("agreement", "agreement", "agreement", "terminated")
SERVICES = ("consultation", "guidance", "adviser_answer", "reception", "aid")

PEER = {
    "mediation.resolved": """SELECT COUNT(*) FROM mediation_mediationdetail d JOIN matters_matter m ON m.id = d.matter_id
        WHERE d.town_id = %(town)s AND d.mediation_kind = 'people' AND d.agreed_on BETWEEN %(start)s AND %(end)s
        AND m.mechanism = 'mediation' AND m.kind = 'file' AND NOT m.voided AND m.outcome = 'agreement'""",
    "mediation.amount": """SELECT SUM(d.amount) FROM mediation_mediationdetail d JOIN matters_matter m ON m.id = d.matter_id
        WHERE d.town_id = %(town)s AND d.mediation_kind = 'people' AND d.agreed_on BETWEEN %(start)s AND %(end)s
        AND d.amount IS NOT NULL AND m.mechanism = 'mediation' AND m.kind = 'file' AND NOT m.voided
        AND m.outcome = 'agreement'""",
    "hotline.diverted_110": """SELECT COUNT(*) FROM matters_matter m JOIN workorders_workorderdetail d ON d.matter_id = m.id
        WHERE m.town_id = %(town)s AND m.mechanism = 'workorders' AND m.event_date BETWEEN %(start)s AND %(end)s
        AND m.kind = 'diversion_110' AND NOT m.voided AND d.destination = 'mediation'""",
    "legal_service.adviser_answers": """SELECT SUM(d.attendances) FROM matters_matter m
        JOIN legal_services_servicedetail d ON d.matter_id = m.id
        WHERE m.town_id = %(town)s AND m.mechanism = 'legal_services' AND m.event_date BETWEEN %(start)s AND %(end)s
        AND m.kind = 'adviser_answer' AND NOT m.voided""",
    "lectures.attendance": """SELECT SUM(d.attendances) FROM matters_matter m
        JOIN legal_education_educationdetail d ON d.matter_id = m.id
        WHERE m.town_id = %(town)s AND m.mechanism = 'legal_education' AND m.event_date BETWEEN %(start)s AND %(end)s
        AND m.kind = 'lecture' AND NOT m.voided""",
}
"""The same figures as somebody who knows the tables would write them by hand."""


@dataclass(frozen=True)
class Invented:
    """One matter, its detail and the model of it."""

    matter: dict[str, Any]
    model: type[models.Model]
    detail: dict[str, Any]


def _detail(mechanism: str, day: dt.date, chance: random.Random) -> tuple[str, type[models.Model], dict[str, Any]]:
    """Kind of matter, model and values of a detail."""
    if mechanism == "mediation":
        agreed = day + dt.timedelta(chance.randrange(30))
        amount = f"{chance.randrange(100, 90_000)}.50"
        return "file", MediationDetail, {"accepted_on": day, "agreed_on": agreed, "amount": amount}
    if mechanism == "workorders":
        return "diversion_110", WorkOrderDetail, {"destination": chance.choice(("mediation", "department"))}
    if mechanism == "legal_services":
        return chance.choice(SERVICES), ServiceDetail, {"attendances": chance.randrange(1, 4), "persons": 1}
    return chance.choice(("lecture", "public_event")), EducationDetail, {"attendances": chance.randrange(10, 90)}


def _invented(town: Town, units: Sequence[int], count: int) -> Iterator[Invented]:
    chance, days = random.Random(11), YEARS * 365
    kinds = ("mediation",) * 3 + ("workorders",) * 3 + ("legal_services",) * 3 + ("legal_education",)
    for n in range(count):
        day = LAST - dt.timedelta(days - 1 - n * days // count)
        mechanism = kinds[n % len(kinds)]
        kind, model, detail = _detail(mechanism, day, chance)
        key = FIRST_KEY + n
        matter = {
            "id": key,
            "town_id": town.id,
            "unit_id": chance.choice(units),
            "mechanism": mechanism,
            "kind": kind,
            "number": f"例〔{day.year}〕{n}号",
            "title": "示例事项",
            "stage": "recorded",
            "event_date": day,
            "registered_on": day,
            "outcome": chance.choice(OUTCOMES) if mechanism == "mediation" else "",
            "procedure_version": "1",
        }
        yield Invented(matter, model, {"matter_id": key, "town_id": town.id, **detail})


def _entry(town: Town, one: Invented, index: int, moment: dt.datetime) -> dict[str, Any]:
    key = one.matter["id"]
    changes = [
        {"t": "matters_matter", "k": key, "op": "add", "f": {"number": one.matter["number"]}},
        {"t": one.model._meta.db_table, "k": key, "op": "add", "f": {}},
    ]
    return {
        "id": FIRST_KEY + index,
        "town_id": town.id,
        "index": index,
        "matter_id": key,
        "kind": "step",
        "actor": "system:bench",
        "recorded_at": moment,
        "body": json.dumps({"index": index, "changes": changes}),
        "leaf": "0" * 64,
    }


def fill_decade(town: Town, count: int, entries_each: int = 1) -> None:
    """Put in so many matters of ten years, each with so many entries."""
    units = list(Unit.objects.filter(town=town).exclude(code="office").values_list("id", flat=True))
    moment, index = timezone.now(), 1_000
    waiting: list[Invented] = []
    source = _invented(town, units, count)
    while waiting := [one for one, _ in zip(source, range(CHUNK), strict=False)]:
        with transaction.atomic():
            insert_rows(Matter, [one.matter for one in waiting])
            for model in {one.model for one in waiting}:
                insert_rows(model, [one.detail for one in waiting if one.model is model])
            wanted = [one for one in waiting for _ in range(entries_each)]
            insert_rows(Entry, [_entry(town, one, index + n, moment) for n, one in enumerate(wanted)])
        index += len(wanted)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def by_hand(figures: Sequence[str], parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the figures by the statements of `PEER`."""
    found = {}
    with connection.cursor() as cursor:
        for name in figures:
            cursor.execute(PEER[name], parameters)
            found[name] = cursor.fetchone()[0]
    return found
