"""N steps one by one and the same in one bulk give the same rows and entries; only salts, keys and times differ."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from guiju.kernel.ledger.api import Entry, PrivateValue, ledgered_models, open_values, table_of, verify_town
from guiju.kernel.procedure.api import Intent, Snapshot, apply
from tests.example_mechanism.procedure import CASE
from tests.example_mechanism.towns import NOW, command_moment, found_town, planned, registration, unit_of

pytestmark = pytest.mark.django_db
CASES = 90  # above the number of rows from which PostgreSQL copies


def plans_of(town: Any, unit: Any) -> list[Any]:
    """Registrations, some with claimed steps behind them, some with numbers that the sheet brought."""
    moment = command_moment(town)
    found = []
    for n in range(CASES):
        number = f"例〔2026〕{n * 2}号" if n % 7 == 3 else ""
        day = dt.date(2026, 1, 5) + dt.timedelta(days=n % 20)
        first = registration(unit, names=[f"示例{n}"], telephone=f"1380000{n:04}", number=number, amount=n * 200)
        intents = [Intent("register", first.values, day, "claimed", "sheet")]
        if n % 3:
            intents.append(Intent("collect", {"label": f"第{n}份"}, day, "claimed", "sheet"))
        if n % 5 == 1:
            intents.append(Intent("decide", {}, day + dt.timedelta(days=40), "claimed", "sheet"))
        found.append(planned(Snapshot(CASE), intents, moment, row_key=f"row-{n}").plan)
    return found


class Told:
    """Everything that stands in the database about a town, keys mapped by their order and private values opened."""

    def __init__(self, town_id: int) -> None:
        self.town_id = town_id
        rows = {model: list(self._rows(model)) for model in ledgered_models()}
        clear = open_values(PrivateValue.objects.filter(town_id=town_id).values_list("commitment", flat=True))
        entries = [
            json.loads(b)
            for b in Entry.objects.filter(town_id=town_id).order_by("index").values_list("body", flat=True)
        ]
        self.keys: dict[int, str] = {town_id: "town"}
        for body in entries:
            for change in body["changes"]:
                self.keys.setdefault(change["k"], f"key{len(self.keys)}")
        self.clear = clear
        self.rows = {table_of(model): sorted(map(repr, map(self._plain, found))) for model, found in rows.items()}
        self.entries = [self._plain({**body, "time": ""}) for body in entries]

    def _rows(self, model: Any) -> Any:
        names = {item.attname for item in model._meta.concrete_fields}
        return model._default_manager.filter(
            **({"town_id": self.town_id} if "town_id" in names else {"pk": self.town_id})
        ).values()

    def _plain(self, value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: self._plain(inner, str(key)) for key, inner in sorted(value.items())}
        if isinstance(value, list):
            return [self._plain(inner, name) for inner in value]
        if isinstance(value, str):
            return self.clear.get(value, value)
        if isinstance(value, int) and (name in ("k", "matter", "town", "id", "pk") or name.endswith("_id")):
            return self.keys.get(value, value)
        return value


def test_singles_and_bulk_are_the_same():
    singly, bulk = found_town("qingtan"), found_town("linxi")
    for plan in plans_of(singly, unit_of(singly)):
        apply([plan], NOW)
    apply(plans_of(bulk, unit_of(bulk)), NOW)
    first, second = Told(singly.id), Told(bulk.id)
    assert len(first.entries) == CASES + 1
    for one, other in zip(first.entries[1:], second.entries[1:], strict=True):
        assert one == other
    for table, rows in first.rows.items():
        if table.startswith("organisation_"):
            continue  # two towns bear different names
        assert rows == second.rows[table], table
    assert verify_town(singly.id).whole
    assert verify_town(bulk.id).whole
