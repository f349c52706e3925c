"""The hash tree of RFC 9162 (SHA-256): root, growth by a frontier, inclusion and consistency proofs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Hash of one entry as a leaf (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node (RFC 9162, 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass
class Frontier:
    """The right edge of a growing tree: one hash per complete subtree, largest first."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash; amortised two hashes."""
        merges = self.size
        while merges & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            merges >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Root hash of the present size; the empty tree has the hash of the empty text."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            root = node_hash(peak, root)
        return root

    def dumps(self) -> str:
        """The peaks as text, to be stored beside the head."""
        return ",".join(peak.hex() for peak in self.peaks)

    @classmethod
    def loads(cls, size: int, text: str) -> Frontier:
        """The frontier stored by `dumps`; raises ValueError when size and peaks do not belong together."""
        peaks = [bytes.fromhex(part) for part in text.split(",") if part]
        if len(peaks) != size.bit_count():
            raise ValueError("frontier and size do not agree")
        return cls(size, peaks)


def _largest_power_below(size: int) -> int:
    return 1 << (size - 1).bit_length() - 1


class Tree:
    """A whole tree in memory with all complete subtrees kept, for proofs in O(log n)."""

    def __init__(self, leaves: Sequence[bytes]):
        self.levels: list[list[bytes]] = [list(leaves)]
        while len(self.levels[-1]) > 1:
            below = self.levels[-1]
            self.levels.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])

    def __len__(self) -> int:
        return len(self.levels[0])

    def range_hash(self, start: int, end: int) -> bytes:
        """Hash of the leaves start..end-1, where start is a multiple of the largest power of two below the width."""
        width = end - start
        if width == 0:
            return EMPTY_ROOT
        if width & (width - 1) == 0:
            return self.levels[width.bit_length() - 1][start // width]
        split = start + _largest_power_below(width)
        return node_hash(self.range_hash(start, split), self.range_hash(split, end))

    def root(self, size: int | None = None) -> bytes:
        """Root over the first `size` leaves (all without it)."""
        return self.range_hash(0, len(self) if size is None else size)

    def inclusion_proof(self, index: int, size: int | None = None) -> list[bytes]:
        """Audit path of leaf `index` in the tree of `size` leaves (RFC 9162, 2.1.3.1), leaf side first."""
        end = len(self) if size is None else size
        start, path = 0, []
        while end - start > 1:
            split = start + _largest_power_below(end - start)
            if index < split:
                path.append(self.range_hash(split, end))
                end = split
            else:
                path.append(self.range_hash(start, split))
                start = split
        return path[::-1]


def root_from_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Root that follows from a leaf hash and its audit path (RFC 9162, 2.1.3.2); ValueError on a wrong length."""
    if not 0 <= index < size:
        raise ValueError("leaf index outside the tree")
    position, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise ValueError("audit path too long")
        if position & 1 or position == last:
            root = node_hash(sibling, root)
            while not position & 1 and position:
                position >>= 1
                last >>= 1
        else:
            root = node_hash(root, sibling)
        position >>= 1
        last >>= 1
    if last:
        raise ValueError("audit path too short")
    return root
