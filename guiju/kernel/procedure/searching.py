"""Filling the search index again from the ledgered tables: after a restore, an erasure, or a change of the tokens."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from guiju.kernel.ledger.api import forget_search, open_values, write_search
from guiju.kernel.matters.api import Matter, Party, search_tokens

CHUNK = 2000


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
    clear = open_values(getattr(party, name) for rows in parties.values() for party in rows for name in columns)
    rows = []
    for key, matter in matters.items():
        here = parties.get(key, [])
        private = [clear[value] for party in here for name in columns if (value := getattr(party, name)) in clear]
        words = " ".join([matter.title, matter.number, *(party.organisation for party in here)])
        rows.append((key, key, matter.town_id, search_tokens(words, private)))
    write_search(rows)
