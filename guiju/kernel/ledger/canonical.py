"""Canonical JSON (RFC 8785) for values without floats: ASCII keys, sorted, no white space."""

from __future__ import annotations

import hashlib
import json
from typing import Any

_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def canonical_json(value: Any) -> str:
    """The one text of a value. Keys must be ASCII; floats are not part of the ledger's values.

    Sorting by code point equals RFC 8785's sorting by UTF-16 unit for ASCII keys; a property test compares the two.
    """
    return _ENCODER.encode(value)


def sha256_hex(data: bytes | str) -> str:
    """SHA-256 in lower-case hexadecimal; a text is hashed as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()
