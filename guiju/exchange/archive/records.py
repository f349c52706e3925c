"""The members that tell the record: entries with their proofs, checkpoint and key, openings, findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guiju.exchange.archive.case import Case
from guiju.exchange.archive.catalogue import Item
from guiju.exchange.archive.package import Package
from guiju.kernel.documents.api import Document
from guiju.kernel.ledger.api import Checkpoint, canonical_json, inclusion_paths, table_of
from guiju.kernel.procedure.api import Finding


def add_record(package: Package, case: Case, checkpoint: Checkpoint, key: str) -> None:
    """Entries byte for byte as they were hashed, each with its path to the checkpoint's root."""
    package.add_lines("entries.jsonl", (f'{{"leaf":"{leaf}","entry":{body}}}' for _, leaf, body in case.lines))
    paths = inclusion_paths(checkpoint.town_id, checkpoint.size, [index for index, _, _ in case.lines])
    proofs = ({"index": index, "path": [node.hex() for node in path]} for index, path in paths.items())
    package.add_lines("proofs.jsonl", map(canonical_json, proofs))
    package.add("checkpoint.txt", checkpoint.note)
    package.add("key.pub", key + "\n")
    package.add_json("findings.json", [{"key": found, "row": dict(row)} for found, row in case.rows(Finding)])


def add_openings(package: Package, case: Case, items: list[Item]) -> None:
    """Salt and value of every private value that is shown; a paper's value lies in its own member."""
    papers = {item.key: item.member("json") for item in items if item.frozen}
    package.add_lines("openings.jsonl", map(canonical_json, _openings(case, papers)))


def _openings(case: Case, papers: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    for place in case.private_places():
        told = {"table": place.table, "key": place.key, "field": place.field, "commitment": place.commitment}
        opening = case.clear.get(place.commitment)
        if opening is None:
            yield told | {"erased": case.erased.get(place.commitment)}
        elif place.table == table_of(Document):
            yield told | {"salt": opening.salt.hex(), "member": papers[place.key]}
        else:
            yield told | {"salt": opening.salt.hex(), "value": opening.value}
