"""What the reading library does not tell of an .xls workbook: how far its sheets reach, which cells are errors,
and whether it is encrypted. Sources: MS-CFB (the container) and MS-XLS (the records in its Workbook stream).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from .workbook import ErrorValue, Marker

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
_CODES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_BOF, _SHEET, _FILEPASS, _FORMULA, _BOOLERR, _MULRK = 0x0809, 0x0085, 0x002F, 0x0006, 0x0205, 0x00BD
_CELLS = {0x0203, 0x00FD, 0x0204, 0x027E, 0x00D6, _FORMULA, _BOOLERR, _MULRK}
_WORKSHEET = 0


@dataclass
class SheetSurvey:
    """What was seen of one sheet: rows and columns up to the last filled cell, and its error cells."""

    name: str
    height: int = 0
    width: int = 0
    markers: dict[tuple[int, int], Marker] = field(default_factory=dict)


class Encrypted(Exception):
    """The workbook can only be opened with a password."""


def survey(data: bytes) -> list[SheetSurvey]:
    """Return what the sheets of an .xls workbook hold, in their order.

    Raises Encrypted, or ValueError (struct.error and IndexError in it) if the file is damaged.
    """
    try:
        stream = workbook_stream(data)
        sheets = dict(_sheet_offsets(stream))
        for offset, sheet in sheets.items():
            _survey_sheet(stream, offset, sheet)
    except (struct.error, IndexError) as error:
        raise ValueError("damaged workbook stream") from error
    return list(sheets.values())


def workbook_stream(data: bytes) -> bytes:
    """Return the Workbook stream of a compound file. Raises ValueError, struct.error or IndexError if damaged."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    first_directory, first_mini, first_difat = (struct.unpack_from("<I", data, at)[0] for at in (48, 60, 68))
    fat: list[int] = []
    for sector in _fat_sectors(data, size, first_difat):
        fat += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    directory = _chain(data, fat, first_directory, size, size)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    names = [
        entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace") for entry in entries
    ]
    entry = next((e for e, name in zip(entries, names, strict=True) if name in ("Workbook", "Book")), None)
    if entry is None:
        raise ValueError("no Workbook stream")
    first, length = struct.unpack_from("<II", entry, 116)
    if length >= 4096:
        return _chain(data, fat, first, size, size)[:length]
    root = _chain(data, fat, struct.unpack_from("<I", entries[0], 116)[0], size, size)
    table = _chain(data, fat, first_mini, size, size)
    mini = list(struct.unpack(f"<{len(table) // 4}I", table))
    return _chain(root, mini, first, 64, 0)[:length]


def _fat_sectors(data: bytes, size: int, first_difat: int) -> list[int]:
    listed = list(struct.unpack_from("<109I", data, 76))
    sector, seen = first_difat, 0
    while sector < _END and seen < len(data) // size:
        part = struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
        listed += part[:-1]
        sector, seen = part[-1], seen + 1
    return [number for number in listed if number < _END]


def _chain(data: bytes, table: list[int], first: int, size: int, start: int) -> bytes:
    parts: list[bytes] = []
    sector = first
    while sector < _END:
        if len(parts) > len(table):
            raise ValueError("sectors run in a circle")
        parts.append(data[start + sector * size : start + (sector + 1) * size])
        sector = table[sector]
    return b"".join(parts)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Yield (kind, where its content begins, its length) of each record up to the end of the substream."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == 0x000A:
            return
        yield kind, at + 4, length
        at += 4 + length


def _sheet_offsets(stream: bytes) -> Iterator[tuple[int, SheetSurvey]]:
    for kind, at, length in _records(stream, 0):
        if kind == _FILEPASS:
            raise Encrypted
        if kind == _SHEET and stream[at + 5] == _WORKSHEET:
            offset = struct.unpack_from("<I", stream, at)[0]
            letters = stream[at + 8 : at + length]
            yield offset, SheetSurvey(letters.decode("utf-16-le" if stream[at + 7] & 1 else "latin-1", "replace"))


def _survey_sheet(stream: bytes, offset: int, sheet: SheetSurvey) -> None:
    for kind, at, length in _records(stream, offset):
        if kind not in _CELLS:
            continue
        row, column = struct.unpack_from("<HH", stream, at)
        last = struct.unpack_from("<H", stream, at + length - 2)[0] if kind == _MULRK else column
        sheet.height, sheet.width = max(sheet.height, row + 1), max(sheet.width, last + 1)
        code = None
        if kind == _BOOLERR and stream[at + 7]:
            code = stream[at + 6]
        elif kind == _FORMULA and stream[at + 6] == 2 and stream[at + 12 : at + 14] == b"\xff\xff":
            code = stream[at + 8]
        if code is not None:
            sheet.markers[row + 1, column] = ErrorValue(_CODES.get(code, "#N/A"))
