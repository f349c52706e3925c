"""The annex of figures as a workbook: the same rows as on paper, numbers as numbers, nothing as a formula."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from guiju.reports.figures import Shown, YearFigure
from guiju.reports.papers import annex_columns, annex_notes, annex_row

_WIDTHS = (6, 34, 12, 12, 8, 12, 56, 10, 12)
_VALUES = (2, 3)  # columns that hold a number where the figure is one
# The file says nothing about when it was made, so that the same figures give the same bytes.
_MADE = dt.datetime(2000, 1, 1)  # noqa: DTZ001


def annex_workbook(figures: Sequence[YearFigure], title: str, year: int, remark: str) -> bytes:
    """数据附表 as xlsx: a title row, a head that is repeated on every page, one row a figure, notes below."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": _MADE})
    sheet = book.add_worksheet("数据附表")
    styles = _styles(book)
    columns = annex_columns(year)
    sheet.merge_range(0, 0, 0, len(columns) - 1, title, styles["title"])
    sheet.set_row(0, 32)
    for at, (column, width) in enumerate(zip(columns, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(1, at, column.title, styles["head"])
    for row, figure in enumerate(figures, start=1):
        _write_row(sheet, row + 1, row, figure, styles)
    for at, note in enumerate(annex_notes(figures, year, remark), start=len(figures) + 2):
        sheet.write_string(at, 0, note, styles["note"])
    _set_page(sheet)
    book.close()
    return target.getvalue()


def _styles(book: Any) -> dict[str, Any]:
    cell = {"font_name": "宋体", "font_size": 11, "border": 1, "valign": "vcenter", "text_wrap": True}
    return {
        "title": book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#EEF2F3"}),
        "left": book.add_format(cell),
        "center": book.add_format({**cell, "align": "center"}),
        "right": book.add_format({**cell, "align": "right"}),
        "number": book.add_format({**cell, "align": "right", "num_format": "#,##0.##"}),
        "integer": book.add_format({**cell, "align": "right", "num_format": "#,##0"}),
        "note": book.add_format({"font_name": "宋体", "font_size": 10}),
    }


def _write_row(sheet: Any, at: int, place: int, figure: YearFigure, styles: dict[str, Any]) -> None:
    values: dict[int, Shown] = {_VALUES[0]: figure.value, _VALUES[1]: figure.compared.last_year}
    for column, (head, text) in enumerate(zip(annex_columns(figure.as_of.year), annex_row(place, figure), strict=True)):
        value = place if column == 0 else values.get(column)
        if isinstance(value, int | float) and not (figure.is_ratio and column in _VALUES):
            style = "center" if column == 0 else ("integer" if isinstance(value, int) else "number")
            sheet.write_number(at, column, value, styles[style])
        else:
            sheet.write_string(at, column, text, styles[head.align])


def _set_page(sheet: Any) -> None:
    sheet.set_default_row(20)
    sheet.freeze_panes(2, 2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, 1)
    sheet.set_footer("&C第 &P 页，共 &N 页")
