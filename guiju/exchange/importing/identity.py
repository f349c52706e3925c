"""By what a row is known again: the register's own number in its unit, or else what its cells say.

Numbered rows: SHA-256 of register, unit and number. Others: a keyed hash of the values (what they say of people can
not be guessed from it) and the ordinal among equal rows of the sheet.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from guiju.kernel.ledger.api import vault

_BRACKETS = str.maketrans(dict.fromkeys("〔［[【（{「", "(") | dict.fromkeys("〕］]】）}」", ")"))


def same_number(number: str) -> str:
    """A number as it is compared: without blanks, half-width, all brackets alike."""
    return "".join(evened(number).split())


def evened(text: str) -> str:
    """A text as numbers are looked for in it: half-width, small letters, all brackets alike; blanks stay."""
    return unicodedata.normalize("NFKC", text).translate(_BRACKETS).casefold()


def numbered_key(register: str, unit: int | None, number: str) -> str:
    """The key of a row with a number of its own."""
    text = f"{register}\n{'' if unit is None else unit}\n{same_number(number)}"
    return hashlib.sha256(text.encode()).hexdigest()


def content_digest(register: str, values: Mapping[str, Any]) -> str:
    """A keyed hash of what the row says: equal values give equal digests, however the cells are written."""
    said = "\n".join(f"{name}\t{_told(values[name])}" for name in sorted(values) if values[name] not in (None, "", ()))
    return vault().search_hash(f"row\n{register}\n{said}")


def _told(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def unnumbered_key(digest: str, ordinal: int) -> str:
    """The key of a row without a number: its digest and its place among equal rows (0 for the first)."""
    return f"{digest}-{ordinal}"


def ordinal_of(key: str, digest: str) -> int | None:
    """The ordinal in a key that a returned workbook carries, if it belongs to this digest; else None."""
    head, _, tail = key.rpartition("-")
    return int(tail) if head == digest and tail.isdigit() and len(tail) < 6 else None
