"""Filling placeholders: sealed private values, row keys and numbers, before an entry is hashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from guiju.kernel.documents.api import NumberSeries
from guiju.kernel.ledger.api import (
    Change,
    Frontier,
    Key,
    NewKey,
    NextNumber,
    Plan,
    Private,
    Sealed,
    Series,
    advance_series,
    begin_series,
    take_keys,
    take_keys_at_head,
    vault,
    wait_for,
)

SeriesKey = tuple[int, str, int]
PLACEHOLDERS = frozenset({NewKey, Private, NextNumber})


@dataclass
class Filling:
    """What stands for the placeholders of a batch of plans."""

    sealed: dict[int, Sealed] = field(default_factory=dict)  # id(Private)
    keys: dict[int, int] = field(default_factory=dict)  # id(NewKey)
    numbers: dict[int, str] = field(default_factory=dict)  # id(NextNumber)
    kept: list[Any] = field(default_factory=list)  # the placeholders themselves, so that no id is used again
    entry_keys: Sequence[int] = ()
    by_plan: dict[int, list[int]] = field(default_factory=dict)  # id(Plan) -> private values it brings
    series_changes: list[list[Change]] = field(default_factory=list)  # one list a plan
    heads: dict[int, Frontier] = field(default_factory=dict)  # by town; of towns whose head is locked already
    written: set[int] = field(default_factory=set)  # id(Change) of rows that the lock itself has written

    def key(self, key: Key) -> int:
        return key if isinstance(key, int) else self.keys[id(key)]

    def value(self, value: Any) -> Any:
        """The value that goes into the column."""
        kind = type(value)
        if kind not in PLACEHOLDERS:
            return value
        if kind is NewKey:
            return self.keys[id(value)]
        if kind is Private:
            return self.sealed[id(value)].commitment
        return self.numbers[id(value)]

    def values(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values of several columns."""
        return {name: value if type(value) not in PLACEHOLDERS else self.value(value) for name, value in values.items()}


def seal_private(plans: Sequence[Plan], filling: Filling) -> None:
    """Commit to and encrypt every private value; done before the transaction, for it is the slow part."""
    store = vault()
    for plan in plans:
        for change in plan.changes:
            for value in change.values.values():
                if type(value) is Private and id(value) not in filling.sealed:
                    filling.sealed[id(value)] = store.seal(value.value)
                    filling.kept.append(value)
                    filling.by_plan.setdefault(id(plan), []).append(id(value))


def give_row_keys(plans: Sequence[Plan], filling: Filling) -> None:
    """One block of keys for all new rows, in the order of plans and changes."""
    wanted = _new_rows(plans)
    _give(wanted, take_keys(len(wanted)), filling)


def give_keys(plans: Sequence[Plan], filling: Filling) -> None:
    """One block of keys for the entries, and for all new rows that have none yet; with them the head of the one town."""
    wanted = [] if filling.keys else _new_rows(plans)
    keys = _keys_at_head(plans, len(wanted) + len(plans), filling)
    _give(wanted, keys[: len(wanted)], filling)
    filling.entry_keys = keys[len(wanted) :]


def _keys_at_head(plans: Sequence[Plan], count: int, filling: Filling) -> Sequence[int]:
    town = plans[0].town_id
    if isinstance(town, int) and all(plan.town_id == town for plan in plans):
        taken = take_keys_at_head(count, town)
        if taken is not None:
            filling.heads[town] = Frontier.loads(*taken[1:])
            return taken[0]
    return take_keys(count)


def _new_rows(plans: Sequence[Plan]) -> list[NewKey]:
    found: dict[int, NewKey] = {}
    for plan in plans:
        for change in plan.changes:
            if type(change.key) is NewKey:
                found.setdefault(id(change.key), change.key)
    return list(found.values())


def _give(wanted: Sequence[NewKey], keys: Sequence[int], filling: Filling) -> None:
    filling.keys.update((id(placeholder), key) for placeholder, key in zip(wanted, keys, strict=True))
    filling.kept.extend(wanted)


def _placeholders(plan: Plan) -> list[NextNumber]:
    found: dict[int, NextNumber] = {}
    for change in plan.changes:
        for value in change.values.values():
            if type(value) is NextNumber:
                found.setdefault(id(value), value)
    return list(found.values())


def _series_key(series: Series) -> SeriesKey:
    return (series.town_id, series.kind, series.year)


def give_numbers(plans: Sequence[Plan], filling: Filling) -> None:
    """Move every series the plans use, under row locks in key order; imported numbers lift a series above them."""
    wanted = [(_placeholders(plan), plan.raised) for plan in plans]
    used = {_series_key(n.series) for numbers, _ in wanted for n in numbers}
    used |= {_series_key(series) for _, raised in wanted for series, _ in raised}
    filling.series_changes = [[] for _ in plans]
    if not used or _one_number(wanted, filling):
        return
    present = _locked(used)
    for key in sorted(used - present.keys()):
        # The first number of a series: whoever waited here finds the row that another one began meanwhile.
        wait_for(f"series {key}")
        present |= _locked({key})
    last = {key: row.last for key, row in present.items()}
    keys = {key: row.id for key, row in present.items()}
    missing = sorted(used - present.keys())
    keys.update(zip(missing, take_keys(len(missing)), strict=True))
    added: set[SeriesKey] = set()
    for place, (numbers, raised) in enumerate(wanted):
        moved: dict[SeriesKey, None] = {}
        for series, n in raised:
            key = _series_key(series)
            if n > last.get(key, 0):
                last[key] = n
                moved[key] = None
        for number in numbers:
            key = _series_key(number.series)
            last[key] = last.get(key, 0) + 1
            filling.numbers[id(number)] = number.series.render(last[key])
            filling.kept.append(number)
            moved[key] = None
        for key in moved:
            new = key not in present and key not in added
            added.add(key)
            filling.series_changes[place].append(_series_change(key, keys[key], last[key], new))


def _one_number(wanted: list[tuple[list[NextNumber], list[tuple[Series, int]]]], filling: Filling) -> bool:
    """The common case, one step that takes one number: the statement that locks the series moves it too."""
    if len(wanted) != 1 or len(wanted[0][0]) != 1 or wanted[0][1]:
        return False
    number = wanted[0][0][0]
    key = _series_key(number.series)
    moved, new = advance_series(*key), False
    if moved is None:
        own = take_keys(1)[0]
        moved = begin_series(own, *key)
        new = moved[0] == own
    row_key, last = moved
    filling.numbers[id(number)] = number.series.render(last)
    filling.kept.append(number)
    change = _series_change(key, row_key, last, new)
    filling.series_changes[0].append(change)
    filling.written.add(id(change))
    return True


def _locked(used: set[SeriesKey]) -> dict[SeriesKey, NumberSeries]:
    rows = NumberSeries.objects.select_for_update().filter(
        town_id__in={key[0] for key in used}, kind__in={key[1] for key in used}, year__in={key[2] for key in used}
    )
    return {key: row for row in rows.order_by("id") if (key := (row.town_id, row.kind, row.year)) in used}


def _series_change(key: SeriesKey, row_key: int, last: int, new: bool) -> Change:
    if new:
        return Change(NumberSeries, row_key, "add", {"town_id": key[0], "kind": key[1], "year": key[2], "last": last})
    return Change(NumberSeries, row_key, "change", {"last": last})
