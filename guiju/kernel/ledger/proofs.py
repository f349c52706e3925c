"""Proofs that entries stand under a checkpoint, for any number of entries of one town at once."""

from __future__ import annotations

from collections.abc import Iterable

from guiju.kernel.ledger import models
from guiju.kernel.ledger.tree import Tree

CHUNK = 5000


def inclusion_paths(town_id: int, size: int, indexes: Iterable[int]) -> dict[int, list[bytes]]:
    """Audit paths (RFC 9162, 2.1.3.1) of entries in the tree of a town's first `size` entries, by index."""
    leaves = models.Entry.objects.filter(town_id=town_id, index__lt=size).order_by("index")
    tree = Tree([bytes.fromhex(leaf) for leaf in leaves.values_list("leaf", flat=True).iterator(chunk_size=CHUNK)])
    return {index: tree.inclusion_proof(index, size) for index in indexes}
