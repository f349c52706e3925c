"""Pages on paper: .xlsx by XlsxWriter, .xls by xlwt; the same pages give the same bytes."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter
import xlwt
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samples.pages import Page
from samples.rows import Value

CREATED = datetime(2023, 1, 6, 9, 0, 0, tzinfo=UTC)
FIRST_SERIAL_DAY = date(1899, 12, 30)
DATE_FORMAT = "yyyy-mm-dd"


def write_book(path: Path, pages: list[Page]) -> Path:
    """Writes ``pages`` to ``path``, whose ending says the format; makes its folder. Returns ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_xls(pages) if path.suffix == ".xls" else _xlsx(pages))
    return path


def _xlsx(pages: list[Page]) -> bytes:
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": CREATED, "author": "青禾司法所（示例）"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "vcenter"})
    day = book.add_format({"border": 1, "num_format": DATE_FORMAT})
    bold = book.add_format({"border": 1, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True})
    for page in pages:
        sheet = book.add_worksheet(page.name)
        sheet.set_column(0, 40, 13)
        sheet.freeze_panes(page.head[1] + 1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for first_row, first, last_row, last in page.merged:
            sheet.merge_range(first_row, first, last_row, last, "", bold)
        for number, line in enumerate(page.cells):
            style = bold if number <= page.head[1] else plain
            for place, value in enumerate(line):
                _write_xlsx(sheet, number, place, value, style, day)
    book.close()
    return buffer.getvalue()


def _write_xlsx(sheet: Worksheet, row: int, column: int, value: Value, style: Format, day: Format) -> None:
    if isinstance(value, date):
        sheet.write_number(row, column, (value - FIRST_SERIAL_DAY).days, day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, style)
    elif value is not None:
        sheet.write_string(row, column, value, style)


def _xls(pages: list[Page]) -> bytes:
    book = xlwt.Workbook(encoding="utf-8")
    plain = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    bold = xlwt.easyxf(
        "font: bold on; align: horiz center, vert centre; borders: left thin, right thin, top thin, bottom thin"
    )
    day = xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin", num_format_str=DATE_FORMAT)
    for page in pages:
        sheet = book.add_sheet(page.name)
        merged = {(first_row, first): (last_row, last) for first_row, first, last_row, last in page.merged}
        for number, line in enumerate(page.cells):
            style = bold if number <= page.head[1] else plain
            for place, value in enumerate(line):
                if value is None:
                    continue
                shown = day if isinstance(value, date) else style
                if (number, place) in merged:
                    last_row, last = merged[number, place]
                    sheet.write_merge(number, last_row, place, last, value, shown)
                else:
                    sheet.write(number, place, value, shown)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
