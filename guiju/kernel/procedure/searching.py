"""Filling the search index again from the ledgered tables: after a restore, an erasure, or a change of the tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models, transaction

from guiju.kernel.ledger.api import forget_search, open_values, write_search
from guiju.kernel.matters.api import Matter, Party, search_tokens
from guiju.kernel.procedure.declarations import Searched
from guiju.kernel.procedure.registry import procedure_of
from guiju.kernel.procedure.searched_texts import searched_texts

CHUNK = 2000
NOTHING = Searched()
Row = tuple[type[models.Model], Mapping[str, Any]]


def rebuild_search(matter_ids: Iterable[int] | None = None) -> int:
    """Write search rows anew, for some matters or all. Erased private values are gone from it. Returns the number."""
    if matter_ids is not None:
        ids = sorted(matter_ids)
        with transaction.atomic():
            for matter in ids:
                forget_search(matter)
            _write(ids)
        return len(ids)
    ids = list(Matter.objects.order_by("id").values_list("id", flat=True))
    with transaction.atomic():
        forget_search()
        for at in range(0, len(ids), CHUNK):
            _write(ids[at : at + CHUNK])
    return len(ids)


def _write(ids: list[int]) -> None:
    matters = {matter.id: matter for matter in Matter.objects.filter(id__in=ids)}
    parties: dict[int, list[Party]] = {}
    for party in Party.objects.filter(matter_id__in=ids):
        parties.setdefault(party.matter_id, []).append(party)
    columns = ("name", "telephone", "id_number")
    further = _further(matters)
    sealed = [getattr(party, name) for rows in parties.values() for party in rows for name in columns]
    clear = open_values([*sealed, *_sealed(matters, further)])
    rows = []
    for key, matter in matters.items():
        here = parties.get(key, [])
        private = [clear[value] for party in here for name in columns if (value := getattr(party, name)) in clear]
        public, sealed_texts = searched_texts(_searched(matter), further.get(key, ()), clear)
        words = " ".join([matter.title, matter.number, *(party.organisation for party in here), *public])
        rows.append((key, key, matter.town_id, search_tokens(words, private + sealed_texts)))
    write_search(rows)


def _searched(matter: Matter) -> Searched:
    """What the matter's procedure declares; nothing where its mechanism is not installed any more."""
    try:
        procedure = procedure_of(matter.mechanism, matter.kind, matter.procedure_version)
    except KeyError:
        return NOTHING
    return procedure.searched or NOTHING


def _further(matters: Mapping[int, Matter]) -> dict[int, list[Row]]:
    """The rows of further tables by which matters are found, by matter. One statement for each such table."""
    wanted: dict[type[models.Model], list[int]] = {}
    for key, matter in matters.items():
        searched = _searched(matter)
        for model in {*searched.public, *searched.private}:
            wanted.setdefault(model, []).append(key)
    found: dict[int, list[Row]] = {}
    for model, keys in wanted.items():
        for values in model._default_manager.filter(matter_id__in=keys).order_by("pk").values():
            found.setdefault(values["matter_id"], []).append((model, values))
    return found


def _sealed(matters: Mapping[int, Matter], further: Mapping[int, list[Row]]) -> Iterator[str]:
    for key, rows in further.items():
        private = _searched(matters[key]).private
        for model, values in rows:
            yield from (values[name] for name in private.get(model, ()) if values[name])
