"""Where a photo was taken is nobody's business: the place is taken out before the bytes are hashed and kept.

The rest of what a camera writes (day, orientation) stays, for it belongs to the evidence.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_GPS = 0x8825
_APP1, _APP13, _SOS = 0xE1, 0xED, 0xDA
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")  # may hold a place as words
_PNG = b"\x89PNG\r\n\x1a\n"


def without_position(data: bytes) -> bytes:
    """The same photo (JPEG or PNG) without the place at which it was taken; other files come back as they are."""
    if data.startswith(b"\xff\xd8"):
        return b"".join(_jpeg_parts(data))
    if data.startswith(_PNG):
        return _PNG + b"".join(_png_parts(data))
    return data


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """The segments up to the picture itself; a description without a readable table goes, and so do further ones."""
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SOS:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        part = data[at:end]
        if data[at + 1] == _APP1 and part[4:10] == b"Exif\0\0":
            table = _emptied(part[10:])
            yield part[:10] + table if table is not None else b""
        elif data[at + 1] not in (_APP1, _APP13):
            yield part
        at = end
    yield data[at:]


def _png_parts(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in (b"eXIf", *_TEXTS):
            yield data[at:end]
        at = end
    yield data[at:]


def _emptied(table: bytes) -> bytes | None:
    """A TIFF table whose table of the place is blank, in the same length; None where it cannot be read."""
    order = {b"II": "<", b"MM": ">"}.get(table[:2])
    if order is None:
        return None
    filled = bytearray(table)
    try:
        first = struct.unpack_from(f"{order}I", table, 4)[0]
        for place in _entries(table, order, first):
            tag, _, _, target = struct.unpack_from(f"{order}HHII", table, place)
            if tag == _GPS:
                _blank(filled, order, target)
                struct.pack_into(f"{order}HHII", filled, place, 0, 1, 0, 0)
    except struct.error:
        return None
    return bytes(filled)


def _entries(table: bytes, order: str, start: int) -> Iterator[int]:
    count = struct.unpack_from(f"{order}H", table, start)[0]
    return iter(range(start + 2, start + 2 + 12 * count, 12))


def _blank(filled: bytearray, order: str, start: int) -> None:
    """Zeros over the entries of a table and over what they point to."""
    sizes = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
    for place in _entries(bytes(filled), order, start):
        _, kind, count, target = struct.unpack_from(f"{order}HHII", filled, place)
        length = sizes.get(kind, 1) * count
        if length > 4:
            filled[target : target + length] = bytes(len(filled[target : target + length]))
        filled[place : place + 12] = bytes(12)
    struct.pack_into(f"{order}H", filled, start, 0)
