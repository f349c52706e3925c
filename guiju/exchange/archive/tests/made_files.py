"""Pictures and scans as small as they can be (示例)."""

from __future__ import annotations

import io
import struct
import zlib

import pypdf


def picture(width: int = 40, height: int = 30) -> bytes:
    """A grey PNG picture."""
    rows = b"".join(b"\x00" + bytes([120, 120, 120]) * width for _ in range(height))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    told = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def scan(pages: int, *, wide: bool = False, password: str = "") -> bytes:
    """A PDF of empty pages."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*((842, 595) if wide else (595, 842)))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
