"""Reads .xlsx and .xls workbooks, or says in Chinese why a file is not read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from xml.etree import ElementTree

from . import legacy_xls, raw_sheets, worksheet_xml
from .container import Limits, broken, check_size, kind_of, locked
from .raw_sheets import RawSheet
from .workbook import LostDigits, Marker, Merge, Raw, Sheet, UnreadableWorkbook, Workbook, letter

Marks = dict[str, dict[tuple[int, int], Marker]]
"""By sheet: the cells that the reading library returns as blanks though they are not."""
LOST_FROM = 1e15
"""Numbers from here on have more digits than Excel keeps (15)."""


def read_workbook(source: str | PathLike[str] | bytes, name: str = "", limits: Limits | None = None) -> Workbook:
    """Read a workbook from a path or its bytes; `name` is the file name that messages show.

    Formulas are read as their stored results. Raises UnreadableWorkbook with a Chinese sentence.
    """
    limits = limits or Limits()
    if isinstance(source, bytes):
        data, name = source, name or "上传的文件"
    else:
        path = Path(source)
        name = name or path.name
        check_size(path.stat().st_size, name, limits)
        data = path.read_bytes()
    kind = kind_of(data, name, limits)
    if kind == "xlsx":
        return Workbook(name, _sheets(data, name, _survey_xlsx(data, name, limits), raw_sheets.read_here))
    return Workbook(name, _sheets(data, name, _survey_xls(data, name, limits), raw_sheets.read_apart))


def _survey_xlsx(data: bytes, name: str, limits: Limits) -> Marks:
    """Measure every sheet before it is read, and collect the cells that the reading library leaves blank."""
    marks = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for sheet, part in worksheet_xml.sheet_parts(archive).items():
                xml = archive.read(part)
                if b"\0" in xml[:200]:
                    raise UnreadableWorkbook(broken(name))
                _check_reach(sheet, *worksheet_xml.reach(xml, limits.cells), limits)
                marks[sheet] = worksheet_xml.markers(xml)
    except (
        LookupError,
        ValueError,
        ElementTree.ParseError,
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise UnreadableWorkbook(broken(name)) from error
    return marks


def _survey_xls(data: bytes, name: str, limits: Limits) -> Marks:
    try:
        sheets = legacy_xls.survey(data)
    except legacy_xls.Encrypted as error:
        raise UnreadableWorkbook(locked(name)) from error
    except ValueError as error:
        raise UnreadableWorkbook(broken(name)) from error
    for sheet in sheets:
        _check_reach(sheet.name, sheet.height, sheet.width, limits)
    return {sheet.name: sheet.markers for sheet in sheets}


def _check_reach(sheet: str, height: int, width: int, limits: Limits) -> None:
    if height * width > limits.cells:
        last = f"{letter(max(width, 1) - 1)}{height}"
        raise UnreadableWorkbook(
            f"工作表“{sheet}”一直用到 {last}，共 {height * width // 10000} 万格，超过 {limits.cells // 10000} 万格的上限。"
            f"多半是表格远处有误填的内容：请删去数据以外的行和列，另存后再上传。"
        )


def _sheets(data: bytes, name: str, marks: Marks, read: Callable[[bytes], list[RawSheet]]) -> tuple[Sheet, ...]:
    try:
        sheets = tuple(_sheet(raw, marks.get(raw.name, {})) for raw in read(data))
    except raw_sheets.Locked as error:
        raise UnreadableWorkbook(locked(name)) from error
    except raw_sheets.Unreadable as error:
        raise UnreadableWorkbook(broken(name)) from error
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableWorkbook(f"《{name}》里没有内容：所有工作表都是空的。")
    return sheets


def _sheet(source: RawSheet, marks: dict[tuple[int, int], Marker]) -> Sheet:
    rows: list[list[Raw]] = source.rows
    for values in rows:
        for column, value in enumerate(values):
            if type(value) is float and abs(value) >= LOST_FROM:
                values[column] = LostDigits(value)
    for (row, column), marker in marks.items():
        _put(rows, row, column, marker)
    while rows and all(type(value) is str and not value.strip() for value in rows[-1]):
        rows.pop()
    merges = tuple(Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in source.merges)
    return Sheet(source.name, rows, merges, source.visible)


def _put(rows: list[list[Raw]], row: int, column: int, marker: Marker) -> None:
    # An error may stand beyond the last cell the library saw, because it takes errors for blanks.
    while len(rows) < row:
        rows.append([])
    values = rows[row - 1]
    values.extend([""] * (column + 1 - len(values)))
    values[column] = marker
