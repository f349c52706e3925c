"""Archives that somebody changed: one byte of a member, or members rewritten and the manifest signed again."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from guiju.exchange.archive.package import Package
from guiju.kernel.ledger.api import canonical_json, signer_for

Members = dict[str, bytes]


def members_of(path: Path) -> Members:
    """All members by name, in their order."""
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def write(path: Path, members: Members) -> None:
    """Write the members as the program does, with right checksums, on the day of the archive that was there."""
    day = _day_of(path)
    with path.open("wb") as target, Package(target, day) as package:
        for name, data in members.items():
            package.add(name, data)


def _day_of(path: Path) -> dt.date:
    if not path.exists():
        return dt.date(2026, 3, 12)
    with zipfile.ZipFile(path) as file:
        return dt.date(*file.infolist()[0].date_time[:3])


def flip(path: Path, name: str, at: int) -> None:
    """Change one byte of one member."""
    members = members_of(path)
    data = bytearray(members[name])
    data[at] ^= 1
    write(path, members | {name: bytes(data)})


def rewrite(path: Path, edit: Callable[[Members], None], town: str = "yuanxi") -> None:
    """Change members as the town itself could: with a manifest that agrees, and its signature."""
    members = members_of(path)
    edit(members)
    manifest = json.loads(members.pop("manifest.json"))
    del members["manifest.sig"]
    manifest["members"] = {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)} for name, data in members.items()
    }
    text, signer = canonical_json(manifest), signer_for(town)
    note = signer.sign_text(f"{signer.name}\narchive {hashlib.sha256(text.encode()).hexdigest()}\n")
    write(path, members | {"manifest.json": text.encode(), "manifest.sig": note.encode()})
