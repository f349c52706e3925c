"""In which fields the paired lines and matters differ, as the importer would see it, told for people."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guiju.exchange.importing.api import COMPARED_ROWS, Difference, State, differences, plan_rows
from guiju.exchange.reconciling.likeness import evened
from guiju.exchange.reconciling.result import Differing, Pair
from guiju.exchange.reconciling.theirs import as_suggested
from guiju.exchange.sheets.api import NO_SUGGESTION, Ask
from guiju.kernel.ledger.api import is_empty
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import Moment, Planned, Snapshot, load_snapshots

CHUNK = 2000
# Numbers differ by their nature; the others follow from what is told and are no field of a sheet.
_NOT_COMPARED = frozenset(
    {"number", "master", "master_number", "title", "stage", "kind", "closed_on", "label", "person_id", "ordinal"}
)
_OF_MATTER = frozenset({"unit_id", "event_date", "outcome"})


def compared(pairs: Sequence[Pair], moment: Moment) -> list[Pair]:
    """The pairs with what differs. Plans the other good lines of their sheets on the way, so that they can be brought."""
    planned = _planned(pairs, moment)
    found: list[Pair] = []
    for at in range(0, len(pairs), CHUNK):
        chunk = pairs[at : at + CHUNK]
        keys = [pair.ours.id for pair in chunk if id(pair.theirs.line) in planned]
        snapshots = load_snapshots(keys, rows=COMPARED_ROWS, private=True)
        for pair in chunk:
            made, snapshot = planned.get(id(pair.theirs.line)), snapshots.get(pair.ours.id)
            if made is None or snapshot is None:
                found.append(dataclasses.replace(pair, trouble=_trouble(pair)))
            else:
                found.append(dataclasses.replace(pair, differing=tuple(_told(pair, made, snapshot, moment))))
    return found


def _planned(pairs: Sequence[Pair], moment: Moment) -> dict[int, Planned]:
    """The plans of the paired lines, by the identity of the line."""
    by_sheet: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_sheet.setdefault(id(pair.theirs.read), []).append(pair)
    found: dict[int, Planned] = {}
    for ours in by_sheet.values():
        read = ours[0].theirs.read
        known = {}
        for pair in ours:
            line = pair.theirs.line
            if _only_suggestions(pair):
                line.values, line.state = as_suggested(read, line), State.GOOD
                line.key = line.key or pair.theirs.key
            if line.key is not None:
                known[line.key] = pair.ours.id
        made = plan_rows(read, moment, known)
        found.update((id(line), made[line.number]) for line in read.lines if line.number in made)
    return found


def _only_suggestions(pair: Pair) -> bool:
    line = pair.theirs.line
    results = [finding.result for finding in line.findings]
    return line.state is State.ASK and all(isinstance(r, Ask) and r.suggestion is not NO_SUGGESTION for r in results)


def _trouble(pair: Pair) -> str:
    return "；".join(pair.theirs.line.reasons) or "这一行读不成一件事项，没有比较内容"


def _told(pair: Pair, planned: Planned, snapshot: Snapshot, moment: Moment) -> Iterator[Differing]:
    shared = (pair.ours.side.days.keys() & pair.theirs.side.days.keys()) - {""}
    for one in differences(pair.theirs.line, planned, snapshot):
        if one.attname in _NOT_COMPARED or (one.attname == "event_date" and shared) or not _said(one):
            continue
        if one.model is not Party and one.label == "其他内容":
            continue
        if one.model is Matter and one.attname not in _OF_MATTER:
            continue
        ours = _recorded(one, snapshot)
        if isinstance(one.new, str) and isinstance(ours, str) and evened(one.new) == evened(ours):
            continue
        if one.private:
            yield Differing(one.label, "（个人信息）" if ours else "（空）", "（个人信息）", one)
        else:
            yield Differing(one.label, _shown(one, one.old, moment), _shown(one, one.new, moment), one)


def _said(one: Difference) -> bool:
    if one.key is None:
        return one.model is Party
    return not is_empty(one.new) and one.new is not False


def _recorded(one: Difference, snapshot: Snapshot) -> Any:
    row: Mapping[str, Any]
    if one.key is None:
        return None
    if one.model is Matter:
        row = snapshot.matter
    elif one.model is snapshot.procedure.detail:
        row = snapshot.detail
    else:
        row = snapshot.rows.get(one.model, {}).get(one.key, {})
    value = row.get(one.attname)
    return snapshot.text(value) if one.private else value


def _shown(one: Difference, value: Any, moment: Moment) -> str:
    if one.key is None:
        return "多一人" if value is one.new else ""
    if value in (None, ""):
        return "（空）"
    if one.attname in ("unit_id", "village_id"):
        return moment.directory.unit_names.get(value, str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return one.choices.get(str(value), str(value))
