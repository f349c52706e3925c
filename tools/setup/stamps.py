"""Stamp files: a part of the set-up is done again only when what it was made from has changed."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"


def digest_of(*sources: Path | str) -> str:
    """Return one digest of the sources in order: a Path counts by its content (missing: empty), a str as it stands."""
    total = hashlib.sha256()
    for source in sources:
        if isinstance(source, Path):
            content = source.read_bytes() if source.is_file() else b""
        else:
            content = source.encode()
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def is_current(stamp: Path, digest: str) -> bool:
    """Tell whether the part behind `stamp` was made from exactly this digest."""
    return stamp.is_file() and stamp.read_text(encoding="ascii").strip() == digest


def set_current(stamp: Path, digest: str) -> None:
    """Record that the part is complete; called last, so that an interrupted set-up is begun again."""
    stamp.write_text(digest + "\n", encoding="ascii")
