"""The package as a file: members in a fixed order with fixed times, uncompressed, and the manifest of their hashes."""

from __future__ import annotations

import datetime as dt
import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from guiju.kernel.ledger.api import canonical_json

PIECE = 1 << 20
READABLE = 0o644 << 16


class Package:
    """A ZIP that is written member by member; what it holds of a member afterwards is name, hash and size.

    Nothing is compressed: pictures and PDF hardly shrink, and the same members are the same bytes on every machine.
    The verifier knows this form and finds bytes that no member owns.
    """

    def __init__(self, target: BinaryIO, day: dt.date) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_STORED)
        self._time = (day.year, day.month, day.day, 0, 0, 0)
        self.members: dict[str, dict[str, Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def add(self, name: str, data: str | bytes) -> None:
        """Add a member held in memory."""
        self._add(name, [data.encode() if isinstance(data, str) else data])

    def add_json(self, name: str, value: Any) -> None:
        """Add a value as canonical JSON."""
        self.add(name, canonical_json(value))

    def add_lines(self, name: str, lines: Iterable[str]) -> None:
        """Add a text of lines, each ended by a line feed."""
        self._add(name, (f"{line}\n".encode() for line in lines))

    def add_file(self, name: str, path: Path) -> None:
        """Add a file piece by piece."""
        self._add(name, _pieces(path))

    def _add(self, name: str, pieces: Iterable[bytes]) -> None:
        about = zipfile.ZipInfo(name, self._time)
        about.create_system, about.external_attr = 3, READABLE
        digest, size = hashlib.sha256(), 0
        with self._zip.open(about, "w", force_zip64=False) as member:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                member.write(piece)
        self.members[name] = {"sha256": digest.hexdigest(), "bytes": size}


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
