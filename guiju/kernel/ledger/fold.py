"""Folding: the state of every ledgered row as the entries tell it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guiju.kernel.ledger.values import is_empty

RowKey = tuple[str, int]
COMMITMENT_LENGTH = 64  # hexadecimal SHA-256


@dataclass
class State:
    """What folding the entries gives: rows with their field values, the last entry and matter of each, erasures."""

    rows: dict[RowKey, dict[str, Any]] = field(default_factory=dict)
    last_entry: dict[RowKey, int] = field(default_factory=dict)
    matter_of: dict[RowKey, int | None] = field(default_factory=dict)
    erased: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)  # commitments that a row held once and no longer holds
    problems: list[str] = field(default_factory=list)

    def apply(self, body: dict[str, Any]) -> None:
        """Fold one entry; impossible changes (a row added twice, an unknown row changed) become problems."""
        index = body["index"]
        matter = body.get("matter")
        for change in body.get("changes", ()):
            key = (change["t"], change["k"])
            if change["op"] == "add":
                if key in self.rows:
                    self.problems.append(f"条目 #{index} 把已有的 {key[0]} {key[1]} 又新增了一次")
                self.rows[key] = dict(change["f"])
                self.matter_of[key] = matter
            else:
                row = self.rows.get(key)
                if row is None:
                    self.problems.append(f"条目 #{index} 改动了没有新增过的 {key[0]} {key[1]}")
                    continue
                for name, value in change["f"].items():
                    earlier = row.get(name)
                    if isinstance(earlier, str) and len(earlier) == COMMITMENT_LENGTH and earlier != value:
                        self.replaced.add(earlier)
                    if is_empty(value):
                        row.pop(name, None)
                    else:
                        row[name] = value
            self.last_entry[key] = index
        self.erased.update(body.get("erased", ()))


def fold(bodies: Iterable[str]) -> State:
    """Fold entry bodies in order."""
    state = State()
    for body in bodies:
        state.apply(json.loads(body))
    return state
