"""Puts values into cells of a new workbook: text stays text, and the bytes are the same each time."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from .workbook import LostDigits, UncomputedFormula, shown

LONGEST_TEXT = 32_767
_CUT = "…（过长，以下截去）"
_CREATED = dt.datetime(2020, 1, 1)  # noqa: DTZ001  a fixed moment, so that equal content gives equal bytes
_SHANGHAI = ZoneInfo("Asia/Shanghai")
_EARLIEST_IN_EXCEL = dt.date(1900, 3, 1)


class Sheets:
    """A workbook being written, with one format per look and kind of value."""

    def __init__(self, target: io.BytesIO, *, constant_memory: bool = False) -> None:
        options = {
            "constant_memory": constant_memory,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(target, options)
        self.book.set_properties({"created": _CREATED})
        self._formats: dict[tuple[str, str], Format] = {}

    def close(self) -> None:
        """Finish the workbook."""
        self.book.close()

    def format(self, kind: str, look: str = "") -> Format:
        """Return the format for a kind (text, date, moment, number, money, whole) in a look (wrong, ask, head, title)."""
        if (kind, look) not in self._formats:
            self._formats[kind, look] = self.book.add_format({**_KINDS[kind], **_LOOKS[look]})
        return self._formats[kind, look]

    def put(self, sheet: Worksheet, row: int, column: int, value: Any, look: str = "") -> None:
        """Write one value (row and column from 0). Text never becomes a formula, a link or a number."""
        if value is None or value == "" or isinstance(value, UncomputedFormula):
            if look:
                sheet.write_blank(row, column, None, self.format("text", look))
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self.format("text", look))
        elif isinstance(value, LostDigits):
            # It must stay a number: as text, the digits that Excel made up would pass for the real ones.
            sheet.write_number(row, column, value.value, self.format("text", look))
        elif isinstance(value, int | float | Decimal):
            kind = "money" if isinstance(value, Decimal) else "whole" if isinstance(value, int) else "number"
            sheet.write_number(row, column, float(value), self.format(kind, look))
        elif isinstance(value, dt.date):
            self._put_date(sheet, row, column, value, look)
        else:
            text = "、".join(value) if isinstance(value, tuple | list) else value
            text = text if isinstance(text, str) else shown(text)
            if len(text) > LONGEST_TEXT:
                text = text[: LONGEST_TEXT - len(_CUT)] + _CUT
            sheet.write_string(row, column, text, self.format("text", look))

    def _put_date(self, sheet: Worksheet, row: int, column: int, value: dt.date, look: str) -> None:
        if isinstance(value, dt.datetime):
            value = value.astimezone(_SHANGHAI).replace(tzinfo=None) if value.tzinfo else value
            kind, day = "moment", value.date()
        else:
            kind, day = "date", value
        if day < _EARLIEST_IN_EXCEL:
            # Excel counts a 29 February 1900 that never was; earlier days would come back as others.
            sheet.write_string(row, column, shown(value), self.format("text", look))
        else:
            sheet.write_datetime(row, column, value, self.format(kind, look))


_KINDS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "date": {"num_format": "yyyy-mm-dd", "valign": "top"},
    "moment": {"num_format": "yyyy-mm-dd hh:mm", "valign": "top"},
    "number": {"num_format": "General", "valign": "top"},
    "whole": {"num_format": "0", "valign": "top"},
    "money": {"num_format": "#,##0.00", "valign": "top"},
}
_LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E8EEF1", "border": 1},
    "title": {"bold": True, "font_size": 14, "align": "left", "text_wrap": False},
    "wrong": {"bg_color": "#FBE3E1", "font_color": "#8C1D18", "border": 1, "border_color": "#C0392B"},
    "ask": {"bg_color": "#FBF0D5", "font_color": "#6B4A00", "border": 1, "border_color": "#B8860B"},
}
