"""A photo is kept without the place at which it was taken; its day and its picture stay as they were."""

import struct

from guiju.kernel.evidence.api import without_position

DAY = b"2026:03:12 09:30:00\0"
PLACE = struct.pack("<6I", 31, 1, 22, 1, 30, 1)


def table() -> bytes:
    """A TIFF table with a day (0x0132) and a table of the place (0x8825) that holds a latitude."""
    day_at, gps_at = 8 + 2 + 24 + 4, 8 + 2 + 24 + 4 + len(DAY)
    head = b"II*\0" + struct.pack("<I", 8)
    own = struct.pack("<H", 2) + struct.pack("<HHII", 0x0132, 2, len(DAY), day_at)
    own += struct.pack("<HHII", 0x8825, 4, 1, gps_at) + struct.pack("<I", 0)
    gps = struct.pack("<H", 1) + struct.pack("<HHII", 2, 5, 3, gps_at + 2 + 12 + 4) + struct.pack("<I", 0) + PLACE
    return head + own + DAY + gps


def segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xda\x00\x02picture\xff\xd9"


def test_place_goes_and_the_day_stays():
    photo = jpeg(segment(0xE0, b"JFIF\0"), segment(0xE1, b"Exif\0\0" + table()))
    kept = without_position(photo)
    assert len(kept) == len(photo)
    assert PLACE not in kept and struct.pack("<H", 0x8825) not in kept
    assert DAY in kept and kept.endswith(b"picture\xff\xd9")
    assert without_position(kept) == kept


def test_descriptions_that_cannot_be_read_go():
    photo = jpeg(segment(0xE1, b"Exif\0\0torn"), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0GPSLatitude"))
    assert without_position(photo) == jpeg()


def test_words_of_a_png_go():
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + b"\0\0\0\0"

    head, end = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"head"), chunk(b"IEND", b"")
    assert without_position(head + chunk(b"eXIf", table()) + chunk(b"tEXt", b"GPS") + end) == head + end


def test_other_files_stay_as_they_are():
    assert without_position(b"%PDF-1.4 scan") == b"%PDF-1.4 scan"
    assert without_position(b"\xff\xd8\xff\xe0 photo") == b"\xff\xd8\xff\xe0 photo"
