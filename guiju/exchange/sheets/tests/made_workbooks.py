"""Workbooks made for the tests. People, villages and numbers in them are invented (示例)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import xlsxwriter
import xlwt

from guiju.exchange.sheets.workbook import Merge, Raw, Sheet

VALID_ID = "319999199003071238"
"""An invented ID number of a county that does not exist, with the right check digit."""


def xlsx(fill: Callable[[Any, Any], None], name: str = "台账") -> bytes:
    """Return an .xlsx with one sheet that `fill(sheet, book)` has written."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"strings_to_formulas": False})
    fill(book.add_worksheet(name), book)
    book.close()
    return target.getvalue()


def xlsx_of(rows: Iterable[Sequence[Any]], merges: Iterable[Merge] = ()) -> bytes:
    """Return an .xlsx with one sheet of plain values; dates get a date format."""

    def fill(sheet: Any, book: Any) -> None:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for merge in merges:
            sheet.merge_range(merge.top - 1, merge.left, merge.bottom - 1, merge.right, "")
        for number, values in enumerate(rows):
            for column, value in enumerate(values):
                if isinstance(value, dt.date):
                    sheet.write_datetime(number, column, value, day)
                elif isinstance(value, str):
                    if value:
                        sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write_number(number, column, value)

    return xlsx(fill)


def xls_of(rows: Iterable[Sequence[Any]]) -> bytes:
    """Return an .xls with one sheet of plain values; dates get a date format."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("台账")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, dt.date):
                sheet.write(number, column, value, day)
            elif value not in ("", None):
                sheet.write(number, column, value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_sheet_xml(workbook: bytes, change: Callable[[str], str]) -> bytes:
    """Return the .xlsx with the XML of its first sheet changed, as another program might have written it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = change(data.decode()).encode()
            out.writestr(name, data)
    return target.getvalue()


def sheet_of(rows: list[list[Raw]], merges: tuple[Merge, ...] = (), name: str = "台账") -> Sheet:
    """Return a sheet as the reader would, without a file."""
    return Sheet(name, rows, merges)
