"""An invented town for measures: an office and thirty villages, a station; a million matters put in without entries."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from guiju.kernel.ledger.api import insert_rows, write_search
from guiju.kernel.matters.api import Matter, search_tokens
from guiju.kernel.organisation.api import ROLES, Acting, HeldPost, Town, Unit, plan_town
from guiju.kernel.procedure.api import apply

SINCE = dt.date(2001, 1, 1)
VILLAGES = 30
CHUNK = 20_000
WORDS = [
    "宅基地",
    "相邻通行",
    "排水",
    "赡养",
    "继承",
    "劳务",
    "工伤",
    "物业",
    "停车",
    "噪声",
    "借款",
    "合同",
    "租赁",
    "土地流转",
    "加装电梯",
    "漏水",
    "围墙",
    "树木",
    "养犬",
    "垃圾",
]
PLACES = ["东", "西", "南", "北", "上", "下", "前", "后", "新", "老"]


def found_town(code: str = "bench") -> Town:
    """Found the town through the one write path."""
    units: list[dict[str, Any]] = [{"code": "office", "name": "示例司法所", "kind": "justice_office", "since": SINCE}]
    units.append({"code": "station", "name": "示例站", "kind": "legal_station", "parent": "office", "since": SINCE})
    for n in range(VILLAGES):
        units.append({"code": f"v{n}", "name": f"示例{n}村", "kind": "village", "parent": "office", "since": SINCE})
        room = {"code": f"v{n}-room", "name": f"示例{n}村室", "kind": "legal_room", "parent": f"v{n}", "since": SINCE}
        units.append(room)
    described = {"town": {"code": code, "name": "示例镇", "note": "示例"}, "units": units, "people": []}
    made, _ = plan_town(described, "system:bench")
    return Town.objects.get(id=apply([made], timezone.now())[0].town_id)


def village_clerk(town: Town) -> Acting:
    """Somebody who sees one village and its room: two units of sixty."""
    unit = Unit.objects.get(town=town, code="v7")
    tree = tuple(Unit.objects.filter(town=town).values_list("id", "parent_id"))
    post = HeldPost("village_clerk", unit.id, ROLES["village_clerk"].label)
    return Acting(town.id, town.code, "person:1", "示例某人", 1, (post,), tree)


def _title(chance: random.Random) -> str:
    return f"{chance.choice(PLACES)}{chance.choice(PLACES)}村{chance.choice(WORDS)}{chance.choice(WORDS)}纠纷"


def _rows(town: Town, units: Sequence[int], count: int, first: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(7)
    for n in range(count):
        day = dt.date(2005, 1, 1) + dt.timedelta(days=n * 7000 // count)
        yield {
            "id": first + n,
            "town_id": town.id,
            "unit_id": chance.choice(units),
            "mechanism": chance.choice(("mediation", "legal_services", "workorders")),
            "kind": "file",
            "number": f"例〔{day.year}〕{n}号",
            "title": _title(chance),
            "stage": "recorded",
            "event_date": day,
            "registered_on": day,
            "closed_on": day,
            "procedure_version": "1",
            "row_version": 1,
        }


def fill(town: Town, count: int, *, searched: bool) -> None:
    """Put matters straight into the table, without entries: for measures of reading only."""
    units = list(Unit.objects.filter(town=town).exclude(code="office").values_list("id", flat=True))
    waiting: list[dict[str, Any]] = []
    for row in _rows(town, units, count, 10_000_000):
        waiting.append(row)
        if len(waiting) == CHUNK:
            _put(waiting, searched)
            waiting = []
    _put(waiting, searched)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _put(rows: list[dict[str, Any]], searched: bool) -> None:
    with transaction.atomic():
        insert_rows(Matter, rows)
        if searched:
            write_search([(r["id"], r["id"], r["town_id"], search_tokens(f"{r['title']} {r['number']}")) for r in rows])
