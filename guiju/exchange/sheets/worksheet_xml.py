"""What the reading library does not tell of an .xlsx sheet: how far it reaches, and which cells are errors.

The library allocates every cell from the first to the last filled one (a lone value in XFD1048576 ends the
process), and returns errors and uncomputed formulas as blanks. Both are seen in the sheet's own XML.
"""

from __future__ import annotations

import re
import zipfile
from xml.etree import ElementTree

from .workbook import ErrorValue, Marker, UncomputedFormula

_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d+)")
_WIDE = re.compile(rb"\br=[\"']([A-Z]{2,3})\d+[\"']")
_FILLED = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Z]+)(\d+)[\"'](?:[^>]*[^>/])?>")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\s([^>]*\bt=[\"']e[\"'][^>]*)>(?:<(?:\w+:)?f.*?(?:/>|</(?:\w+:)?f>))?"
    rb"(?:<(?:\w+:)?v>([^<]*))?",
    re.DOTALL,
)
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)><(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_PLACE = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def column_number(letters: bytes) -> int:
    """Return the column counted from 0 for its letters: A is 0."""
    number = 0
    for digit in letters:
        number = number * 26 + digit - 64
    return number - 1


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return for each sheet name the archive's part that holds it.

    Raises KeyError or ElementTree.ParseError if the workbook is damaged.
    """
    targets = {
        relation.attrib["Id"]: relation.attrib["Target"]
        for relation in _tree(archive, "xl/_rels/workbook.xml.rels")
        if relation.attrib.get("TargetMode") != "External"
    }
    parts: dict[str, str] = {}
    for element in _tree(archive, "xl/workbook.xml").iter():
        if element.tag.rpartition("}")[2] != "sheet":
            continue
        relation_id = next((v for k, v in element.attrib.items() if k == _RELATION or k.endswith("}id")), "")
        target = targets[relation_id].lstrip("/")
        parts[element.attrib["name"]] = target if target.startswith("xl/") else f"xl/{target}"
    return parts


def _tree(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    data = archive.read(part)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ElementTree.ParseError("document type in a workbook part")
    return ElementTree.fromstring(data)


def reach(xml: bytes, limit: int) -> tuple[int, int]:
    """Return (rows, columns) up to the last cell with content; an upper bound where it is within `limit` cells."""
    height = max((int(number) for number in _ROW.findall(xml)), default=0)
    width = max((column_number(letters) + 1 for letters in set(_WIDE.findall(xml))), default=26)
    per_row = xml.count(b"<row") + xml.count(b":row") or 1
    cells = len(re.findall(rb"<(?:\w+:)?c[\s>/]", xml))
    if cells > len(_PLACE.findall(xml)):
        # Cells without an address stand one after another; nobody can have more of them than the sheet has cells.
        height, width = max(height, per_row), width + _most_cells_in_a_row(xml)
    if height * width <= limit:
        return height, width
    places = _FILLED.findall(xml)
    height = max((int(number) for _, number in places), default=0)
    return height, max((column_number(letters) + 1 for letters in {place[0] for place in places}), default=0)


def _most_cells_in_a_row(xml: bytes) -> int:
    rows = re.split(rb"<(?:\w+:)?row[\s>]", xml)
    return max(len(re.findall(rb"<(?:\w+:)?c[\s>/]", row)) for row in rows)


def markers(xml: bytes) -> dict[tuple[int, int], Marker]:
    """Return the cells, by (row from 1, column from 0), that are errors or formulas without a stored result."""
    found: dict[tuple[int, int], Marker] = {}
    if b"<f" in xml or b":f" in xml:
        for match in _UNCOMPUTED.finditer(xml):
            # t="str" with an empty value is a formula whose result is the empty text: a blank, not a gap.
            if b't="str"' not in match[1]:
                _mark(found, match[1], UncomputedFormula())
    if b't="e"' in xml or b"t='e'" in xml:
        for match in _ERROR.finditer(xml):
            _mark(found, match[1], ErrorValue((match[2] or b"#VALUE!").decode("utf-8", "replace")))
    return found


def _mark(found: dict[tuple[int, int], Marker], attributes: bytes, marker: Marker) -> None:
    place = _PLACE.search(attributes)
    if place:
        found[int(place[2]), column_number(place[1])] = marker
