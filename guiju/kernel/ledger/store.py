"""Reading the private store: values by commitment, in one statement for any number."""

from __future__ import annotations

import json
from collections.abc import Iterable

from guiju.kernel.ledger import models
from guiju.kernel.ledger.kinds import ledgered_models, table_of
from guiju.kernel.ledger.private import Opening, vault
from guiju.kernel.ledger.verify import private_columns


def open_values(commitments: Iterable[str]) -> dict[str, str]:
    """Clear text of private values; erased ones are missing. The caller has written or will write the entry that
    the reveal, document or export needs."""
    return {commitment: opening.value for commitment, opening in openings(commitments).items()}


def openings(commitments: Iterable[str]) -> dict[str, Opening]:
    """Salt and clear text of private values, by which somebody else can check the commitments; erased ones are missing.

    The caller has written the entry of the export with which they leave.
    """
    wanted = {commitment for commitment in commitments if commitment}
    if not wanted:
        return {}
    store = vault()
    rows = models.PrivateValue.objects.filter(commitment__in=wanted, ciphertext__isnull=False)
    pairs = rows.values_list("commitment", "ciphertext")
    return {commitment: store.opening(commitment, bytes(sealed)) for commitment, sealed in pairs if sealed is not None}


def commitments_of(town_id: int, value: str) -> list[str]:
    """Commitments in a town that stand for exactly this value (keyed index, no decryption)."""
    found = models.PrivateValue.objects.filter(town_id=town_id, search_hash=vault().search_hash(value))
    return list(found.values_list("commitment", flat=True))


def told_commitments(matter_id: int) -> set[str]:
    """Every commitment that the entries of a matter ever told, of present and of corrected private values."""
    columns = {table_of(model): frozenset(private_columns(model)) for model in ledgered_models()}
    bodies = models.Entry.objects.filter(matter_id=matter_id).values_list("body", flat=True)
    changes = (change for body in bodies for change in json.loads(body)["changes"])
    return {v for change in changes for name, v in change["f"].items() if v and name in columns.get(change["t"], ())}
