"""The bytes of an archive outside its members: headers, directory, end. As Guiju writes them there is one way only.

A ZIP says names, sizes and times twice, and may hold bytes that no member owns. None of that is under the manifest's
hashes, so it is compared with what follows from the members, in their order, and from the day of making.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Sequence
from typing import BinaryIO

VERSION, UNIX, READABLE = 20, 3, 0o644 << 16
UTF8_NAME = 0x800
# A longer ZIP is written in another form; its members are still checked one by one.
LARGEST = (1 << 32) - 1


def layout_problems(file: BinaryIO, members: Sequence[zipfile.ZipInfo], made_on: str) -> Iterator[str]:
    """What differs outside the members; `made_on` is the day of making, as ISO date. Raises ValueError, OSError, struct.error."""
    year, month, day = (int(part) for part in made_on.split("-"))
    date, at, directory, differ = (year - 1980) << 9 | month << 5 | day, 0, [], []
    for member in members:
        name, flags = _name(member)
        told = (member.CRC, member.file_size, member.file_size, len(name), 0)
        header = struct.pack("<4s5H3L2H", b"PK\3\4", VERSION, flags, 0, 0, date, *told) + name
        if not _stands(file, at, header):
            differ.append(member.filename)
        made_by = (VERSION | UNIX << 8, VERSION, flags, 0, 0, date)
        directory.append(struct.pack("<4s6H3L5H2L", b"PK\1\2", *made_by, *told, 0, 0, 0, READABLE, at) + name)
        at += len(header) + member.file_size
    listed = b"".join(directory)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(members), len(members), len(listed), at, 0)
    if len(differ) == len(members):
        yield "压缩包：开头多了字节，或者是重新压缩的；请用原件核验"
        return
    yield from (f"{name}：压缩包里这个文件的前面有改过或者多余的字节" for name in differ)
    if not _stands(file, at, listed + end) or file.read(1):
        yield "压缩包：末尾的目录有改过或者多余的字节"


def has_layout(file: BinaryIO) -> bool:
    """Whether the archive is small enough for the one form that is compared here."""
    return file.seek(0, 2) <= LARGEST


def _name(member: zipfile.ZipInfo) -> tuple[bytes, int]:
    """The name as bytes, and the flag that says how it is written."""
    try:
        return member.filename.encode("ascii"), 0
    except UnicodeEncodeError:
        return member.filename.encode("utf-8"), UTF8_NAME


def _stands(file: BinaryIO, at: int, expected: bytes) -> bool:
    file.seek(at)
    return file.read(len(expected)) == expected
