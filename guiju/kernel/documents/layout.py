"""Where things stand on paper: the measures of each layout, and the places that Word and PDF must agree on.

`official` follows GB/T 9704-2012. Lengths are millimetres, type and line pitch are points, places within a line are
counted in characters of the body.
"""

from dataclasses import dataclass
from typing import Any, TypedDict

from guiju.kernel.documents.amounts import date_in_digits
from guiju.kernel.documents.content import Document
from guiju.kernel.documents.content_json import encode
from guiju.kernel.documents.title_lines import title_lines, width

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """Measures of one layout: paper and margins in mm, type sizes and line pitches in points."""

    wide: float
    high: float
    top: float
    left: float
    bottom: float
    right: float
    body: float
    pitch: float
    title: float
    title_pitch: float
    table: float
    table_pitch: float
    characters: int

    @property
    def measure(self) -> float:
        """Width of the type area in points."""
        return (self.wide - self.left - self.right) * POINTS_PER_MM

    @property
    def tracking(self) -> float:
        """What is added between characters so that exactly `characters` of them fill a line, in points."""
        # None follows the last one; and a hair less, lest rounding send that one to the next line.
        return (self.measure - self.characters * self.body) / (self.characters - 1) - 0.002


# 5.1 paper, 5.2.1 margins, 5.2.2 type, 5.2.3 twenty-two lines of twenty-eight characters; 28.95 pt is 225 mm / 22 in
# the twentieths of a point that Word counts in.
OFFICIAL = Sheet(210, 297, 37, 28, 35, 26, 16, 28.95, 22, 33, 12, 20, 28)
FORM = Sheet(210, 297, 25, 28, 25, 26, 14, 24, 22, 32, 14, 21, 31)
ANNEX = Sheet(210, 297, 28, 22, 25, 22, 12, 21, 18, 28, 10.5, 16, 39)
ANNEX_WIDE = Sheet(297, 210, 26, 24, 22, 24, 12, 21, 18, 28, 10.5, 16, 59)

MARK_TOP = 35.0  # 7.2.4: upper edge of the mark to the type area
RED_LINE_GAP = 4.0  # 7.2.7: number to red line
PAGE_NUMBER_GAP = 7.0  # 7.5: type area to the dash beside the page number
PAGE_NUMBER_SIZE = 14.0  # 7.5: 4号
IMPRINT_SIZE = 14.0  # 7.4.2: 4号
IMPRINT_PITCH = 24.0
THICK, THIN = 0.35, 0.25  # 7.4.1: first and last line of the imprint, line between
MARK_LARGEST = 46.0


def sheet(document: Document) -> Sheet:
    """Return the measures a document is set with."""
    if document.layout == "official":
        return OFFICIAL
    if document.layout == "form":
        return FORM
    return ANNEX_WIDE if document.landscape else ANNEX


def mark_size(head: str) -> float:
    """Return the type size of the red mark in points: large, but within nine tenths of the line (7.2.4)."""
    return round(min(MARK_LARGEST, 0.9 * OFFICIAL.measure / max(width(head), 1)), 1)


def number_text(document: Document) -> str:
    """Return the number as printed, or its free place (7.2.5: year in 〔〕, no leading zero); "" where none belongs."""
    if document.layout == "official":
        if document.number or not (document.head or document.number_mark):
            return document.number or ""
        return f"{document.number_mark}〔\u3000\u3000〕\u3000\u3000号"
    if document.number or document.number_mark:
        return f"{document.number_mark or '编号'}：{document.number or chr(0x3000) * 8}"
    return ""


def signature_places(names: tuple[str, ...], day: str, sealed: bool) -> tuple[tuple[float, ...], float]:
    """Return how many characters stay blank at the right of each name and of the date (7.3.5.1, 7.3.5.2).

    With a seal the date keeps four characters and the names are centred over it. Without one the name keeps two and
    the date begins two characters after it; a date longer than the name keeps two itself and the name gives way.
    """
    day_width = width(day)
    if sealed:
        rights = [4 + (day_width - width(name)) / 2 for name in names]
        # A name longer than the line has room for pushes both inwards, so that it stays centred over the date.
        push = max([0.0, *(-right for right in rights)])
        return tuple(right + push for right in rights), 4 + push
    longest = max((width(name) for name in names), default=day_width)
    if day_width > longest:
        return tuple(day_width + 4 - width(name) for name in names), 2.0
    return tuple(2 + longest - width(name) for name in names), longest - day_width


def attachment_lines(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the number and the name of each attachment; a single one has no number (7.3.4)."""
    if len(names) == 1:
        return (("", names[0]),)
    return tuple((f"{number}.", name) for number, name in enumerate(names, start=1))


def addressee_text(names: tuple[str, ...]) -> str:
    """Return the line of addressees with its colon (7.3.2), "" where there is none."""
    return f"{'，'.join(names)}：" if names else ""


def cc_text(names: tuple[str, ...]) -> str:
    """Return the bodies that get a copy, with the full stop at the end (7.4.2)."""
    return f"{'，'.join(names)}。" if names else ""


def printed_text(document: Document) -> str:
    """Return the day of printing with 印发 (7.4.3)."""
    return f"{date_in_digits(document.issuer.printed_on)}印发" if document.issuer else ""


class Places(TypedDict):
    """What the renderers must not decide by themselves; an empty text or list is not printed."""

    title: list[str]
    enclosures: list[list[str]]
    mark_size: float
    number: str
    addressees: str
    attachments: list[list[str]]
    day: str
    rights: list[float]
    day_right: float
    cc: str
    printed: str


def places(document: Document) -> Places:
    """Return the words and places that Word and PDF share."""
    measures = sheet(document)
    room = int(measures.measure / measures.title) - 3
    day = date_in_digits(document.signed_on) if document.signature or document.signed_on else ""
    rights, day_right = signature_places(document.signature, day, document.sealed)
    return {
        "title": list(title_lines(document.title, room)),
        "enclosures": [list(title_lines(part.title, room)) if part.title else [] for part in document.enclosures],
        "mark_size": mark_size(document.head) if document.head else 0.0,
        "number": number_text(document),
        "addressees": addressee_text(document.addressees),
        "attachments": [list(line) for line in attachment_lines(document.attachments)],
        "day": day,
        "rights": list(rights),
        "day_right": day_right,
        "cc": cc_text(document.cc),
        "printed": printed_text(document),
    }


def drawing(document: Document) -> dict[str, Any]:
    """Return content, measures and places in one value, from which the PDF is drawn."""
    measures = sheet(document)
    body = {name: getattr(measures, name) for name in Sheet.__dataclass_fields__}
    body |= {"tracking": measures.tracking, "measure": measures.measure, "reserve": 0.0}
    fixed = {"mark_top": MARK_TOP, "red_line_gap": RED_LINE_GAP, "thick": THICK, "thin": THIN}
    fixed |= {"page_number_gap": PAGE_NUMBER_GAP, "page_number_size": PAGE_NUMBER_SIZE}
    fixed |= {"imprint_size": IMPRINT_SIZE, "imprint_pitch": IMPRINT_PITCH}
    return {"document": encode(document), "sheet": body | fixed, "places": places(document)}
