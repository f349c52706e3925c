"""Rows that are on record already: the same, or differing from what is recorded.

A row differs where its value is neither what it was when the row was imported nor what is recorded now. What was
done at the desk since is no difference, and a correction made from the sheet is none when the sheet comes again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from guiju.exchange.importing.going_on import beside_what_it_leaves_out, filled_in, gone_on
from guiju.exchange.importing.lines import Difference, Line, State
from guiju.exchange.importing.numbers import CHUNK
from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import (
    Change,
    Entry,
    Key,
    NewKey,
    NextNumber,
    Private,
    is_empty,
    ledger_values,
    open_values,
    private_columns,
    table_of,
)
from guiju.kernel.matters.api import Matter, Origin, Participation, Party
from guiju.kernel.procedure.api import Finding, Input, Moment, Opens, Planned, Snapshot, load_snapshots
from guiju.kernel.terms.api import Term

COMPARED_ROWS = (Party, Participation, Term, Document, DisclosureItem)
_DERIVED = (Finding, Term, Origin)
_BOOKKEEPING = frozenset(
    {"id", "town_id", "matter_id", "row_version", "row_key", "procedure_version", "number_imported", "registered_on"}
)
_PAIRED_BY = ("role", "ordinal", "capacity", "kind")
_WORDS = {
    "name": "姓名",
    "organisation": "单位名称",
    "telephone": "电话",
    "id_number": "证件号",
    "address": "地址",
    "event_date": "日期",
    "unit_id": "单位",
    "title": "标题",
    "joined_on": "参与日期",
    "person_id": "人员",
    "number": "编号",
    "made_on": "文书日期",
    "stage": "阶段",
    "outcome": "结果",
    "closed_on": "办结日期",
    "further": "其他各列",
    "text": "其他各列",
}


@dataclass
class Mismatch:
    """A line with its matter's snapshot and the fields in which what it tells is not what is recorded."""

    line: Line
    snapshot: Snapshot
    found: list[Difference] = field(default_factory=list)


def known_rows(town_id: int, keys: Iterable[str]) -> dict[str, int]:
    """The matters that rows with these keys have become."""
    wanted = list(keys)
    found: dict[str, int] = {}
    for at in range(0, len(wanted), CHUNK):
        rows = Matter.objects.filter(town_id=town_id, row_key__in=wanted[at : at + CHUNK])
        found.update((str(key), matter) for key, matter in rows.values_list("row_key", "id"))
    return found


def settle_known(
    lines: Iterable[Line], planned: Mapping[int, Planned], matters: Mapping[str, int], moment: Moment
) -> None:
    """Tell of each planned line whose row is on record whether it says the same, or how its case has gone on."""
    known = [line for line in lines if line.key in matters and line.number in planned]
    for at in range(0, len(known), CHUNK):
        chunk = known[at : at + CHUNK]
        for line in chunk:
            line.matter = matters[str(line.key)]
        keys = [line.matter for line in chunk if line.matter is not None]
        snapshots = load_snapshots(keys, rows=COMPARED_ROWS, private=True)
        differing = []
        for line in chunk:
            line.state, line.plan, line.left = State.SAME, None, ()
            snapshot = snapshots.get(line.matter or 0)
            if snapshot is None or snapshot.matter["voided"] or _goes_on(line, planned[line.number], snapshot, moment):
                continue
            mismatch = Mismatch(line, snapshot, list(mismatches(planned[line.number], snapshot)))
            if mismatch.found:
                differing.append(mismatch)
        _against_original(differing)


def _goes_on(line: Line, fresh: Planned, snapshot: Snapshot, moment: Moment) -> bool:
    """Whether the list of a superior's system, master of the matter, tells further steps: they are planned."""
    if not snapshot.matter["master"] or not isinstance(line.told, Opens):
        return False
    made = gone_on(line.told, snapshot, moment)
    if not isinstance(made, Planned):
        return False
    made = filled_in(made, list(mismatches(fresh, made.after)))
    line.state, line.plan, line.left = State.GOOD, made.plan, made.findings
    return True


def mismatches(planned: Planned, snapshot: Snapshot) -> Iterator[Difference]:
    """Every field in which a row planned anew is not what the snapshot of its matter holds."""
    left: dict[type[models.Model], list[Mapping[str, Any]]] = {}
    for change in planned.plan.changes:
        if change.model in _DERIVED:
            continue
        row = _present(change, snapshot, left)
        if row is None:
            label = "多出的一项" if change.model is not Document else "文书"
            yield Difference(change.model, None, "", label, "", "")
            continue
        private = private_columns(change.model)
        key: int = row.get("id", snapshot.key)
        for name, new in change.values.items():
            if name in _BOOKKEEPING or isinstance(new, NewKey | NextNumber):
                continue
            old = row.get(name)
            if name in private:
                if not _same_private(new, old, snapshot):
                    value = new.value if isinstance(new, Private) else new
                    yield Difference(change.model, key, name, _label(snapshot, name), "", value, private=True)
            elif new != old and not (is_empty(new) and is_empty(old)):
                choices = _choices(snapshot, name)
                yield Difference(change.model, key, name, _label(snapshot, name), old, new, choices=choices)


def _same_private(new: Any, old: Any, snapshot: Snapshot) -> bool:
    value = new.value if isinstance(new, Private) else new or ""
    if old and old not in snapshot.clear:
        return True  # erased: it may not come back through the sheet
    return bool(value == snapshot.text(old))


def _present(
    change: Change, snapshot: Snapshot, left: dict[type[models.Model], list[Mapping[str, Any]]]
) -> Mapping[str, Any] | None:
    """The recorded row that an added row corresponds to; each is given once."""
    if change.model is Matter:
        return snapshot.matter
    if change.model is snapshot.procedure.detail:
        return snapshot.detail
    rows = left.setdefault(change.model, list(snapshot.of(change.model)))
    marks = [name for name in _PAIRED_BY if name in change.values]
    for at, row in enumerate(rows):
        if all(row[name] == change.values[name] for name in marks):
            return rows.pop(at)
    return None


def _asked(snapshot: Snapshot, attname: str) -> Input | None:
    """The input of a step that brings the field."""
    names = (attname, attname.removesuffix("_id"))
    return next((item for step in snapshot.procedure.steps for item in step.inputs if item.name in names), None)


def _label(snapshot: Snapshot, attname: str) -> str:
    asked = _asked(snapshot, attname)
    return asked.label if asked is not None else _WORDS.get(attname, "其他内容")


def _choices(snapshot: Snapshot, attname: str) -> Mapping[str, str]:
    asked = _asked(snapshot, attname)
    return asked.choices if asked is not None else {}


Original = dict[tuple[str, int], dict[str, Any]]


def _originals(matters: Iterable[int]) -> dict[int, Original]:
    """What the entry that registered each matter says of its rows."""
    entries = Entry.objects.filter(matter_id__in=list(matters), kind="registration").order_by("-index")
    found: dict[int, Original] = {}
    for matter, body in entries.values_list("matter_id", "body"):
        if matter is not None:
            found[matter] = {(change["t"], change["k"]): change["f"] for change in json.loads(body)["changes"]}
    return found


def _against_original(found: list[Mismatch]) -> None:
    """Keep the differences that lie in the sheet: its value is not the one that was imported."""
    if not found:
        return
    originals = _originals(item.line.matter for item in found if item.line.matter is not None)
    sealed = {
        str(was)
        for item in found
        for difference in item.found
        if difference.private
        and (
            was := _was(originals.get(item.line.matter or 0, {}), difference.model, difference.key).get(
                difference.attname
            )
        )
    }
    clear = open_values(sealed)
    for item in found:
        original = originals.get(item.line.matter or 0, {})
        kept = tuple(d for d in item.found if not _unchanged(d, _was(original, d.model, d.key), clear))
        if item.snapshot.matter["master"] and isinstance(item.line.told, Opens):
            kept = beside_what_it_leaves_out(item.line.told, item.snapshot, kept)
        if kept:
            item.line.state, item.line.differences = State.DIFFERS, kept


def _was(original: Original, model: type[models.Model], key: Key | None) -> dict[str, Any]:
    return original.get((table_of(model), key), {}) if isinstance(key, int) else {}


def _unchanged(difference: Difference, was: Mapping[str, Any], clear: Mapping[str, str]) -> bool:
    if difference.key is None:
        return False
    before = was.get(difference.attname)
    if difference.private:
        return (clear.get(str(before), "") if before else "") == (difference.new or "")
    new = ledger_values(difference.model, {difference.attname: difference.new}, whole=False)[difference.attname]
    return new == before or (is_empty(new) and is_empty(before))
