"""From the texts of entries to rows: indexes, leaf hashes, the new head of each town."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from guiju.kernel.ledger.api import (
    EMPTY_ROOT,
    Applied,
    Entry,
    Frontier,
    Head,
    Plan,
    insert_rows,
    leaf_hash,
    update_rows,
)
from guiju.kernel.procedure.entry_text import EntryText
from guiju.kernel.procedure.filling import Filling


class TownLedger:
    """The end of one town's ledger while a batch is written."""

    def __init__(self, town_id: int, frontier: Frontier | None) -> None:
        self.town_id = town_id
        self.new = frontier is None
        self.frontier = frontier or Frontier()

    def append(
        self, plan: Plan, text: EntryText, entry_key: int, now: dt.datetime, filling: Filling
    ) -> tuple[dict[str, Any], Applied]:
        index = self.frontier.size
        body = text.joined(plan, index, filling)
        leaf = leaf_hash(body.encode())
        self.frontier.append(leaf)
        row = {
            "id": entry_key,
            "town_id": self.town_id,
            "index": index,
            "matter_id": text.matter,
            "kind": plan.kind,
            "actor": plan.actor,
            "recorded_at": now,
            "steps": text.steps,
            "body": body,
            "leaf": leaf.hex(),
            "request_key": plan.request_key,
        }
        return row, Applied(self.town_id, index, text.matter, filling.keys, filling.numbers)

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


def append_entries(
    plans: Sequence[Plan], texts: Sequence[EntryText], towns: Sequence[int], now: dt.datetime, filling: Filling
) -> list[Applied]:
    """Write one entry for each plan under the lock of the town's head, and move the head."""
    heads = filling.heads | _locked_heads(set(towns) - filling.heads.keys())
    ledgers = {town: TownLedger(town, heads.get(town)) for town in sorted(set(towns))}
    rows, applied = [], []
    for town, plan, text, entry_key in zip(towns, plans, texts, filling.entry_keys, strict=True):
        row, done = ledgers[town].append(plan, text, entry_key, now, filling)
        rows.append(row)
        applied.append(done)
    insert_rows(Entry, rows)
    for ledger in ledgers.values():
        ledger.move_head(now)
    return applied


def _locked_heads(towns: set[int]) -> dict[int, Frontier]:
    """The ends of the ledgers of towns, locked; nothing for a town that begins its ledger."""
    if not towns:
        return {}
    rows = Head.objects.select_for_update().filter(town_id__in=towns)
    return {head.town_id: Frontier.loads(head.size, head.frontier) for head in rows}
