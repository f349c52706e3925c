"""The tree over the entries (RFC 9162): its nodes, its root, and the root that follows from one entry and its path."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def leaf_of(entry: bytes) -> bytes:
    """Hash of an entry's own text (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node of the tree (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(peaks: Sequence[bytes]) -> bytes:
    """Root over complete subtrees, largest first."""
    root = peaks[-1] if peaks else hashlib.sha256(b"").digest()
    for peak in reversed(peaks[:-1]):
        root = node(peak, root)
    return root


def root_by_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """Root that follows from a leaf and its audit path (RFC 9162, 2.1.3.2); None where its length is wrong."""
    if not isinstance(index, int) or not 0 <= index < size:
        return None
    at, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if at & 1 or at == last:
            root = node(sibling, root)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            root = node(root, sibling)
        at, last = at >> 1, last >> 1
    return None if last else root
