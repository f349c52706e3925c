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
_UNUSUAL_CELL = re.compile(rb'<c(?! r="[A-Z])[\s>/]')
_UNUSUAL_ROW = re.compile(rb'<row(?! r="\d)[\s>/]')
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
FEW_CELLS = 200_000
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
    if _prefixed(xml) or _UNUSUAL_CELL.search(xml) or _UNUSUAL_ROW.search(xml):
        addressed = len(_PLACE.findall(xml)) >= len(re.findall(rb"<(?:\w+:)?c[\s>/]", xml))
        return _extent(_FILLED.findall(xml)) if addressed else _reach_without_addresses(xml)
    if xml.count(b"</c>") < FEW_CELLS:
        return _extent(_few_filled(xml))
    height, width = _bound(xml)
    return (height, width) if height * width <= limit else _extent(_FILLED.findall(xml))


def _few_filled(xml: bytes) -> list[tuple[bytes, bytes]]:
    """Find the cells with content among any number of blank ones: only theirs have an end tag."""
    places = []
    end = xml.find(b"</c>")
    while end >= 0:
        place = _PLACE.search(xml, xml.rfind(b"<c ", 0, end), end)
        if place:
            places.append((place[1], place[2]))
        end = xml.find(b"</c>", end + 4)
    return places


def _bound(xml: bytes) -> tuple[int, int]:
    """Bound a sheet of the usual form, in which every row and cell begins with its address, quickly."""
    last_rows = re.findall(rb'<row r="(\d+)', xml[-200_000:])
    digits = len(last_rows[-1]) if last_rows else 1
    # Rows come in order; a cell may still claim another row than the one it stands in, which its digits betray.
    while re.search(rb' r="[A-Z]{0,3}\d{%d}' % (digits + 1), xml):
        digits += 1
    wide = set(re.findall(rb' r="([A-Z]{2,3})\d', xml))
    return 10**digits - 1, max((column_number(letters) + 1 for letters in wide), default=26)


def _extent(places: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    height = max((int(number) for _, number in places), default=0)
    return height, max((column_number(letters) + 1 for letters in {letters for letters, _ in places}), default=0)


def _prefixed(xml: bytes) -> bool:
    """Tell whether the elements carry a name space prefix (x:row), which no known office program writes."""
    return xml.find(b":sheetData", 0, xml.find(b"sheetData") + 9) >= 0


def _reach_without_addresses(xml: bytes) -> tuple[int, int]:
    """Bound a sheet some of whose cells only follow one another: each counts on from the last address before it."""
    height, width = _extent(_PLACE.findall(xml))
    rows = max((int(number) for number in _ROW.findall(xml)), default=0)
    per_row = xml.count(b"<row") + xml.count(b":row")
    return max(height, rows) + per_row, width + _most_cells_in_a_row(xml)


def _most_cells_in_a_row(xml: bytes) -> int:
    rows = re.split(rb"<(?:\w+:)?row[\s>]", xml)
    return max(len(re.findall(rb"<(?:\w+:)?c[\s>/]", row)) for row in rows)


def markers(xml: bytes) -> dict[tuple[int, int], Marker]:
    """Return the cells, by (row from 1, column from 0), that are errors or formulas without a stored result."""
    found: dict[tuple[int, int], Marker] = {}
    if b"<f" in xml or (_prefixed(xml) and b":f" in xml):
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
