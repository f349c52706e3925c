"""Loading snapshots: the same loader for one matter or many, in a constant number of statements."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from django.db import models

from guiju.kernel.disclosure.api import DisclosureItem
from guiju.kernel.documents.api import Document
from guiju.kernel.evidence.api import Evidence
from guiju.kernel.ledger.api import Entry, StepMark, open_values, private_columns
from guiju.kernel.matters.api import Matter, Origin, Participation, Party
from guiju.kernel.procedure.loading_rows import Source, rows_of
from guiju.kernel.procedure.models import Finding
from guiju.kernel.procedure.registry import procedure_of
from guiju.kernel.procedure.snapshot import Row, Snapshot
from guiju.kernel.terms.api import Term

KERNEL_ROWS: tuple[type[models.Model], ...] = (
    Party,
    Participation,
    Term,
    Document,
    Evidence,
    Finding,
    Origin,
    DisclosureItem,
)
# What a plan needs to see; evidence, findings and origins are read where a guard or a page asks for them.
PLANNING_ROWS: tuple[type[models.Model], ...] = (Party, Participation, Term)


def load_snapshots(
    matter_ids: Iterable[int],
    *,
    rows: Sequence[type[models.Model]] = PLANNING_ROWS,
    private: bool = False,
    known: Sequence[Matter] = (),
    step: str = "",
) -> dict[int, Snapshot]:
    """Snapshots by matter key; unknown keys are missing. `private` opens the private values of the loaded rows.

    `known` are the matters themselves where the caller has just read them (to see whether they may be seen). With
    `step` only those child tables are loaded that this step looks at (`Step.reads`).
    """
    ids = list(matter_ids)
    if not ids:
        return {}
    snapshots: dict[int, Snapshot] = {}
    read = Matter.objects.filter(id__in=ids).values() if not known else map(_values, known)
    for matter in read:
        procedure = procedure_of(matter["mechanism"], matter["kind"], matter["procedure_version"])
        snapshots[matter["id"]] = Snapshot(procedure, matter["id"], dict(matter))
    _load_details(snapshots)
    children = {model for snapshot in snapshots.values() for model in _children(snapshot, step)} - set(rows)
    _load_rows((*rows, *sorted(children, key=lambda child: child._meta.db_table)), snapshots)
    if private:
        _open(snapshots)
    return snapshots


def _children(snapshot: Snapshot, step: str) -> tuple[type[models.Model], ...]:
    """The child tables to load: those that the step looks at, else all of the procedure."""
    looked_at = snapshot.procedure.by_code[step].reads if step in snapshot.procedure.by_code else None
    return snapshot.procedure.children if looked_at is None else looked_at


def _values(matter: Matter) -> Row:
    return {field.attname: getattr(matter, field.attname) for field in matter._meta.concrete_fields}


def load_snapshot(matter_id: int, **options: Any) -> Snapshot | None:
    """One matter's snapshot, or None."""
    return load_snapshots([matter_id], **options).get(matter_id)


def _load_details(snapshots: Mapping[int, Snapshot]) -> None:
    by_model: dict[type[models.Model], list[int]] = {}
    for key, snapshot in snapshots.items():
        by_model.setdefault(snapshot.procedure.detail, []).append(key)
    for model, keys in by_model.items():
        for row in model._default_manager.filter(pk__in=keys).values():
            snapshots[row["matter_id"]].detail = row


_ENTRIES = Source(Entry, "index", ("matter_id", "steps"), ~models.Q(steps=""))
_source = cache(Source)


def _load_rows(tables: Sequence[type[models.Model]], snapshots: Mapping[int, Snapshot]) -> None:
    """The rows of the matters, and the steps that their entries tell."""
    for model, row in rows_of([*map(_source, tables), _ENTRIES], list(snapshots)):
        snapshot = snapshots[row["matter_id"]]
        if model is Entry:
            snapshot.steps += [mark_from(step) for step in json.loads(row["steps"])]
        else:
            snapshot.rows.setdefault(model, {})[row["id"]] = row
    for snapshot in snapshots.values():
        snapshot.facts = snapshot.procedure.facts_after([mark.code for mark in snapshot.steps])


def mark_from(step: Mapping[str, str]) -> StepMark:
    """A step as an entry tells it."""
    day = dt.date.fromisoformat(step["event_date"])
    return StepMark(step["code"], day, "claimed" if step["mode"] == "claimed" else "taken")


def _open(snapshots: Mapping[int, Snapshot]) -> None:
    wanted: list[str] = []
    for snapshot in snapshots.values():
        for name in private_columns(snapshot.procedure.detail):
            wanted.append(snapshot.detail.get(name, ""))
        for model, rows in snapshot.rows.items():
            if model is not Document:
                wanted += [row[name] for name in private_columns(model) for row in rows.values()]
    opened = open_values(wanted)
    for snapshot in snapshots.values():
        snapshot.clear = opened
