"""Which entry last touched what a figure reads: the link from a counted record to its proof."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from django.db.models import Count, Max

from guiju.kernel.ledger.api import Entry, table_of

CHUNK = 800  # below SQLite's limit of variables
Reads = Mapping[str, frozenset[str]]


def _reads(tables: Mapping[type[models.Model], Sequence[str]]) -> Reads:
    return {table_of(model): frozenset(fields) for model, fields in tables.items()}


def touches(body: Mapping[str, Any], reads: Reads) -> bool:
    """Whether an entry adds a row of, or changes a field in, what is read."""
    for change in body.get("changes", ()):
        fields = reads.get(change["t"])
        if fields is not None and (change["op"] == "add" or not fields.isdisjoint(change["f"])):
            return True
    return False


def last_touches(
    town_id: int, tables: Mapping[type[models.Model], Sequence[str]], records: Sequence[tuple[int, int | None]]
) -> dict[int, int]:
    """For each record (row key, matter key) the index of the last entry that touches what the figure reads.

    A matter with one entry needs no look at its content; only the others' entries are opened.
    """
    reads = _reads(tables)
    matters = {matter for _, matter in records if matter is not None}
    by_matter = _by_matter(town_id, matters, reads)
    loose = _loose(town_id, {key for key, matter in records if matter is None}, reads)
    return {key: (by_matter[matter] if matter is not None else loose.get(key, -1)) for key, matter in records}


def _chunks(keys: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(keys)
    return (ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK))


def _by_matter(town_id: int, matters: set[int], reads: Reads) -> dict[int, int]:
    last: dict[int, int] = {}
    several: list[int] = []
    for chunk in _chunks(matters):
        rows = Entry.objects.filter(town_id=town_id, matter_id__in=chunk).values_list("matter_id")
        for matter, n, index in rows.annotate(n=Count("id"), last=Max("index")):
            assert matter is not None
            last[matter] = index
            if n > 1:
                several.append(matter)
    for chunk in _chunks(several):
        entries = Entry.objects.filter(town_id=town_id, matter_id__in=chunk).order_by("index")
        touched: dict[int, int] = {}
        for matter, index, body in entries.values_list("matter_id", "index", "body"):
            assert matter is not None
            if matter not in touched or touches(json.loads(body), reads):
                touched[matter] = index
        last.update(touched)
    return last


def _loose(town_id: int, keys: set[int], reads: Reads) -> dict[int, int]:
    if not keys:
        return {}
    last: dict[int, int] = {}
    entries = Entry.objects.filter(town_id=town_id, matter_id__isnull=True).order_by("index")
    for index, body in entries.values_list("index", "body").iterator():
        for change in json.loads(body).get("changes", ()):
            if change["k"] in keys and touches({"changes": [change]}, reads):
                last[change["k"]] = index
    return last
