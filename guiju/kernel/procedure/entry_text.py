"""The text of an entry, made in pieces: all but its index can be written before the town's ledger is locked.

Joined, the pieces are the canonical JSON of the whole entry; a test compares them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import models

from guiju.kernel.ledger.api import (
    Change,
    NextNumber,
    Plan,
    StepMark,
    canonical_json,
    coded_fields,
    defaults,
    encoders,
    ledger_values,
    table_of,
)
from guiju.kernel.procedure.filling import PLACEHOLDERS, Filling


def written_moment(now: dt.datetime) -> str:
    """The time of an entry: UTC, microseconds."""
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(slots=True)
class EntryText:
    """The pieces of one entry. A change that waits for a number of our own series is not told yet (None)."""

    head: str
    changes: list[str | None]
    middle: str
    tail: str
    steps: str
    matter: int | None

    def joined(self, plan: Plan, index: int, filling: Filling) -> str:
        """The whole text; tells the changes that were still open, and those added since."""
        told = [text or told_change(change, filling) for change, text in zip(plan.changes, self.changes, strict=False)]
        told += [told_change(change, filling) for change in plan.changes[len(self.changes) :]]
        return f"{self.head}{','.join(told)}{self.middle}{index}{self.tail}"


def entry_texts(plans: Sequence[Plan], towns: Sequence[int], now: dt.datetime, filling: Filling) -> list[EntryText]:
    """The pieces of every plan's entry; row keys must be there, numbers need not be."""
    time = written_moment(now)
    return [_pieces(plan, town, time, filling) for plan, town in zip(plans, towns, strict=True)]


def _pieces(plan: Plan, town: int, time: str, filling: Filling) -> EntryText:
    matter = None if plan.matter is None else filling.key(plan.matter)
    note = canonical_json(dict(plan.note)) if plan.note else ""
    before, between, after = _tail(plan.kind, plan.medium, note, plan.reason, plan.recorded_by, time, town)
    steps = _steps(plan.steps) if plan.steps else ""
    told_steps = f',"steps":{steps}' if steps else ""
    erased = f',"erased":{canonical_json(list(plan.erased))}' if plan.erased else ""
    return EntryText(
        _head(plan.actor, plan.basis),
        [None if _waits(change) else told_change(change, filling) for change in plan.changes],
        f']{erased},"index":',
        before + ("null" if matter is None else str(matter)) + between + told_steps + after,
        steps,
        matter,
    )


@lru_cache(maxsize=512)
def _head(actor: str, basis: tuple[str, ...]) -> str:
    return f'{canonical_json({"actor": actor, "basis": list(basis)})[:-1]},"changes":['


@lru_cache(maxsize=512)
def _steps(marks: tuple[StepMark, ...]) -> str:
    return canonical_json([mark.as_json() for mark in marks])


@lru_cache(maxsize=512)
def _tail(
    kind: str, medium: str, note: str, reason: str, recorded_by: str, time: str, town: int
) -> tuple[str, str, str]:
    """What follows the index, in the order of canonical JSON: before the matter, up to the steps, and after them."""
    noted = f',"note":{note}' if note else ""
    reasoned = f',"reason":{canonical_json(reason)}' if reason else ""
    return (
        f',"kind":{canonical_json(kind)},"matter":',
        f',"medium":{canonical_json(medium)}{noted}{reasoned},"recorded_by":{canonical_json(recorded_by)}',
        f',"time":"{time}","town":{town},"v":1}}',
    )


def _waits(change: Change) -> bool:
    return any(type(value) is NextNumber for value in change.values.values())


class _Teller:
    """How rows of one table are told: the encoders that do anything, and the defaults of an added row."""

    def __init__(self, model: type[models.Model]) -> None:
        self.table = table_of(model)
        self.names = frozenset(encoders(model))
        self.coded = coded_fields(model)
        self.defaults = defaults(model)
        self.told_defaults = ledger_values(model, dict(self.defaults), whole=True)


_teller = cache(_Teller)


def told_change(change: Change, filling: Filling) -> str:
    """One change as canonical JSON; its placeholders are filled, and an added row gets its defaults."""
    teller = _teller(change.model)
    adds = change.op == "add"
    values: dict[str, Any] = dict(teller.defaults) if adds else {}
    told: dict[str, Any] = dict(teller.told_defaults) if adds else {}
    for name, given in change.values.items():
        value = given if type(given) not in PLACEHOLDERS else filling.value(given)
        values[name] = value
        if name not in teller.names:
            continue
        if value is not None and name in teller.coded:
            value = teller.coded[name](value)
        if adds and (value is None or value == ""):
            told.pop(name, None)
        else:
            told[name] = value
    change.values = values
    return canonical_json({"t": teller.table, "k": filling.key(change.key), "op": change.op, "f": told})
