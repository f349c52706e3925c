"""From filled plans to entries: canonical JSON, leaf hashes, the new head of each town."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from guiju.kernel.ledger.api import (
    EMPTY_ROOT,
    Applied,
    Change,
    Entry,
    Frontier,
    Head,
    Plan,
    canonical_json,
    defaults,
    insert_rows,
    leaf_hash,
    ledger_values,
    table_of,
    update_rows,
)
from guiju.kernel.procedure.filling import Filling


def written_moment(now: dt.datetime) -> str:
    """The time of an entry: UTC, microseconds."""
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _told(change: Change, filling: Filling) -> dict[str, Any]:
    values = filling.values(change.values)
    if change.op == "add":
        values = {**defaults(change.model), **values}
    change.values = values
    return {
        "t": table_of(change.model),
        "k": filling.key(change.key),
        "op": change.op,
        "f": ledger_values(change.model, values, whole=change.op == "add"),
    }


def _body(plan: Plan, town: int, index: int, now: dt.datetime, filling: Filling) -> dict[str, Any]:
    body: dict[str, Any] = {
        "v": 1,
        "town": town,
        "index": index,
        "time": written_moment(now),
        "kind": plan.kind,
        "actor": plan.actor,
        "recorded_by": plan.recorded_by,
        "medium": plan.medium,
        "matter": None if plan.matter is None else filling.key(plan.matter),
        "basis": list(plan.basis),
        "changes": [_told(change, filling) for change in plan.changes],
    }
    if plan.steps:
        body["steps"] = [mark.as_json() for mark in plan.steps]
    if plan.reason:
        body["reason"] = plan.reason
    if plan.note:
        body["note"] = dict(plan.note)
    if plan.erased:
        body["erased"] = list(plan.erased)
    return body


class TownLedger:
    """The end of one town's ledger while a batch is written."""

    def __init__(self, town_id: int, head: Head | None) -> None:
        self.town_id = town_id
        self.new = head is None
        self.frontier = Frontier.loads(head.size, head.frontier) if head else Frontier()

    def append(self, plan: Plan, entry_key: int, now: dt.datetime, filling: Filling) -> tuple[dict[str, Any], Applied]:
        index = self.frontier.size
        body = _body(plan, self.town_id, index, now, filling)
        text = canonical_json(body)
        leaf = leaf_hash(text.encode())
        self.frontier.append(leaf)
        row = {
            "id": entry_key,
            "town_id": self.town_id,
            "index": index,
            "matter_id": body["matter"],
            "kind": plan.kind,
            "actor": plan.actor,
            "recorded_at": now,
            "steps": canonical_json(body["steps"]) if plan.steps else "",
            "body": text,
            "leaf": leaf.hex(),
            "request_key": plan.request_key,
        }
        return row, Applied(self.town_id, index, body["matter"], filling.keys, filling.numbers)

    def move_head(self, now: dt.datetime) -> None:
        values = {
            "size": self.frontier.size,
            "root": self.frontier.root().hex() if self.frontier.size else EMPTY_ROOT.hex(),
            "frontier": self.frontier.dumps(),
            "moved_at": now,
        }
        if self.new:
            insert_rows(Head, [{"town_id": self.town_id, **values}])
        else:
            update_rows(Head, list(values), [(self.town_id, values)])


def append_entries(plans: Sequence[Plan], now: dt.datetime, filling: Filling) -> list[Applied]:
    """Write one entry for each plan under the lock of the town's head, and move the head."""
    towns = [filling.key(plan.town_id) for plan in plans]
    heads = {head.town_id: head for head in Head.objects.select_for_update().filter(town_id__in=set(towns))}
    ledgers = {town: TownLedger(town, heads.get(town)) for town in sorted(set(towns))}
    rows, applied = [], []
    for town, plan, entry_key in zip(towns, plans, filling.entry_keys, strict=True):
        row, done = ledgers[town].append(plan, entry_key, now, filling)
        rows.append(row)
        applied.append(done)
    insert_rows(Entry, rows)
    for ledger in ledgers.values():
        ledger.move_head(now)
    return applied
