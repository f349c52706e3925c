"""apply(): the only function that writes, for one plan or fifty thousand, in one transaction.

Lock order: matters by id, number series by key, the town's ledger head last. Nothing slow happens inside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from guiju.kernel.ledger.api import (
    Applied,
    Change,
    Entry,
    NewKey,
    NextNumber,
    Plan,
    PrivateValue,
    ReadyRows,
    insert_ready,
    ready_rows,
    roomy_cache,
    update_rows,
    write_search,
)
from guiju.kernel.matters.api import Matter, bigrams
from guiju.kernel.procedure.collecting import uncollected
from guiju.kernel.procedure.entries import append_entries
from guiju.kernel.procedure.entry_text import EntryText, entry_texts
from guiju.kernel.procedure.filling import Filling, give_keys, give_numbers, give_row_keys, seal_private
from guiju.kernel.procedure.searching import rebuild_search
from guiju.kernel.procedure.turn import WRITERS

BULK = 64  # from so many plans on, keys, entries and private rows are ready before the transaction; search rows follow
SEARCHED_AGAIN = frozenset({"correction", "erasure"})  # old words go, and what was erased is found no more


class StaleMatter(RuntimeError):
    """Somebody else changed the matter since the form was opened; says which and the present version."""

    def __init__(self, matter: int, present: int) -> None:
        super().__init__("这件事项在您打开之后有了新的变化，请看过新的情况再办。")
        self.matter = matter
        self.present = present


class RepeatedRequest(RuntimeError):
    """The same form was sent before; carries the entry of the first time."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(f"这一步已经记下了，条目 #{entry.index:,}。")
        self.entry = entry


def apply(plans: Sequence[Plan], now: dt.datetime) -> list[Applied]:
    """Write everything the plans say, or nothing. Raises StaleMatter, RepeatedRequest."""
    if not plans:
        return []
    with uncollected() if len(plans) >= BULK else nullcontext():
        return _apply(plans, now)


def _apply(plans: Sequence[Plan], now: dt.datetime) -> list[Applied]:
    filling = Filling()
    seal_private(plans, filling)
    if len(plans) < BULK:
        with _turn():
            return _once(plans, None, now, filling)
    ahead = _made_ahead(plans, now, filling)
    with _turn(), roomy_cache():
        applied = _once(plans, ahead, now, filling)
    search = _search_rows(plans, applied, filling)
    with _turn(), transaction.atomic():
        write_search(search)
    return applied


def _turn() -> AbstractContextManager[None]:
    """SQLite lets one writer in: whoever waits, waits in line."""
    return WRITERS if connection.vendor == "sqlite" else nullcontext()


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of many plans by table: to be inserted, and to be updated (table, columns, key and values of each)."""

    added: list[ReadyRows]
    changed: dict[tuple[type[models.Model], tuple[str, ...]], list[tuple[int, dict[str, Any]]]]


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What is made before the transaction of many plans, so that the town waits less."""

    texts: list[EntryText]
    private: ReadyRows
    rows: _Rows | None  # None while some wait for numbers of our own


def _made_ahead(plans: Sequence[Plan], now: dt.datetime, filling: Filling) -> _Ahead:
    """Take the row keys first; then tell the entries and make the rows ready, as far as that goes without numbers."""
    with _turn(), transaction.atomic():
        give_row_keys(plans, filling)
    texts = entry_texts(plans, [filling.key(plan.town_id) for plan in plans], now, filling)
    numbered = all(None not in text.changes for text in texts)
    rows = _gathered((change for plan in plans for change in plan.changes), filling) if numbered else None
    return _Ahead(texts, _private_rows(plans, filling), rows)


def _once(plans: Sequence[Plan], ahead: _Ahead | None, now: dt.datetime, filling: Filling) -> list[Applied]:
    try:
        with transaction.atomic():
            return _write(plans, ahead, now, filling)
    except (IntegrityError, StaleMatter):
        # The same form sent twice finds the version moved on, by itself: then the answer is the first result.
        keys = [plan.request_key for plan in plans if plan.request_key]
        repeated = Entry.objects.filter(request_key__in=keys).first() if keys else None
        if repeated is None:
            raise
        raise RepeatedRequest(repeated) from None


def _write(plans: Sequence[Plan], ahead: _Ahead | None, now: dt.datetime, filling: Filling) -> list[Applied]:
    if len(plans) != 1 or not _moved_matter(plans[0], filling):
        _lock_matters(plans)
    give_numbers(plans, filling)
    give_keys(plans, filling)
    towns = [filling.key(plan.town_id) for plan in plans]
    texts = ahead.texts if ahead else entry_texts(plans, towns, now, filling)
    own = [change for plan in plans for change in plan.changes] if ahead is None or ahead.rows is None else []
    for plan, series in zip(plans, filling.series_changes, strict=True):
        plan.changes = plan.changes + series
    applied = append_entries(plans, texts, towns, now, filling)
    insert_ready(ahead.private if ahead else _private_rows(plans, filling))
    _erase(plans)
    if ahead and ahead.rows:
        _write_rows(ahead.rows)
    _write_rows(_gathered([*own, *chain.from_iterable(filling.series_changes)], filling))
    if len(plans) < BULK:
        write_search(_search_rows(plans, applied, filling))
    again = {plan.matter for plan in plans if plan.kind in SEARCHED_AGAIN and isinstance(plan.matter, int)}
    if again:
        rebuild_search(again)
    return applied


def _moved_matter(plan: Plan, filling: Filling) -> bool:
    """One step of one matter: the statement that locks its row, and looks at the version, also writes it."""
    change = next((c for c in plan.changes if c.model is Matter and c.key == plan.matter and c.op == "change"), None)
    if change is None or plan.expected_version is None or not isinstance(plan.matter, int):
        return False
    if any(isinstance(value, NewKey | NextNumber) for value in change.values.values()):
        return False
    if not Matter.objects.filter(id=plan.matter, row_version=plan.expected_version).update(**change.values):
        present = Matter.objects.filter(id=plan.matter).values_list("row_version", flat=True).first()
        raise StaleMatter(plan.matter, present or 0)
    filling.written.add(id(change))
    return True


def _lock_matters(plans: Sequence[Plan]) -> None:
    expected: dict[int, int] = {}
    for plan in plans:
        if isinstance(plan.matter, int) and plan.expected_version is not None:
            expected.setdefault(plan.matter, plan.expected_version)
    if not expected:
        return
    rows = Matter.objects.select_for_update().filter(id__in=expected).order_by("id").values_list("id", "row_version")
    present = dict(rows)
    for plan in plans:
        if isinstance(plan.matter, int) and plan.expected_version is not None:
            if present.get(plan.matter) != plan.expected_version:
                raise StaleMatter(plan.matter, present.get(plan.matter, 0))
            present[plan.matter] = plan.expected_version + 1


def _private_rows(plans: Sequence[Plan], filling: Filling) -> ReadyRows:
    rows = [
        {
            "commitment": sealed.commitment,
            "town_id": filling.key(plan.town_id),
            "key_id": sealed.key_id,
            "ciphertext": sealed.ciphertext,
            "search_hash": sealed.search_hash,
        }
        for plan in plans
        for sealed in (filling.sealed[private] for private in filling.by_plan.get(id(plan), ()))
    ]
    # In the order of the key, which is a hash: a tree that grows at one place grows quickly.
    rows.sort(key=lambda row: str(row["commitment"]))
    return ready_rows(PrivateValue, rows)


def _erase(plans: Sequence[Plan]) -> None:
    erased = [commitment for plan in plans for commitment in plan.erased]
    if erased:
        PrivateValue.objects.filter(commitment__in=erased).update(ciphertext=None, search_hash="")


def _gathered(changes: Iterable[Change], filling: Filling) -> _Rows:
    """Changes by table and set of fields, those of one row in one; each is then one statement."""
    added: dict[type[models.Model], dict[int, dict[str, Any]]] = {}
    changed: dict[tuple[type[models.Model], int], dict[str, Any]] = {}
    for change in changes:
        if id(change) in filling.written:
            continue
        key = filling.key(change.key)
        new = added.setdefault(change.model, {})
        if change.op == "add":
            new[key] = {change.model._meta.pk.attname: key, **change.values}
        elif key in new:
            new[key].update(change.values)
        else:
            changed.setdefault((change.model, key), {}).update(change.values)
    rows = _Rows([ready_rows(model, list(new.values())) for model, new in added.items()], {})
    for (model, key), values in changed.items():
        rows.changed.setdefault((model, tuple(sorted(values))), []).append((key, values))
    return rows


def _write_rows(rows: _Rows) -> None:
    """Insert and update by table, each table in one statement for a given set of fields."""
    for ready in rows.added:
        insert_ready(ready)
    for (model, names), updates in rows.changed.items():
        update_rows(model, names, updates)


def _search_rows(plans: Sequence[Plan], applied: Sequence[Applied], filling: Filling) -> list[Any]:
    rows = []
    for plan, done, entry_key in zip(plans, applied, filling.entry_keys, strict=True):
        if plan.search and done.matter is not None:
            tokens = list(plan.search)
            for change in plan.changes:
                number = change.values.get("number")
                if isinstance(number, str) and number:
                    tokens += bigrams(number)
            rows.append((entry_key, done.matter, done.town_id, list(dict.fromkeys(tokens))))
    return rows
