"""Writes workbooks: the rows to be corrected, and any list."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from xlsxwriter.exceptions import DuplicateWorksheetName, InvalidWorksheetName
from xlsxwriter.worksheet import Worksheet

from .cells_out import Sheets
from .headings import ROW_KEY, WHY, Head
from .results import Ask, Wrong
from .workbook import Sheet


@dataclass(frozen=True)
class Finding:
    """What is wrong with, or asked about, a row: the column (from 0; None for the row as a whole) and the result."""

    column: int | None
    result: Wrong | Ask

    @property
    def message(self) -> str:
        """The sentence for the person."""
        return self.result.message if isinstance(self.result, Wrong) else self.result.question


@dataclass(frozen=True)
class ReturnedRow:
    """A row handed back: its number in the original sheet, the key by which it is known again, what was found."""

    number: int
    key: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class ReturnedSheet:
    """The rows of one sheet that are handed back, under the sheet's own heading."""

    sheet: Sheet
    head: Head
    rows: Sequence[ReturnedRow]
    title: str = ""


def returned_name(name: str) -> str:
    """Return the file name of the workbook handed back for a workbook of this name."""
    return f"{PurePath(name).stem}-待改.xlsx"


def write_returned(sheets: Iterable[ReturnedSheet]) -> bytes:
    """Write the rows to be corrected as they stood, with a column 为什么 and a hidden one 行标识.

    Cells with errors are red, cells with questions amber. Uploaded again, the rows are known by their keys.
    """
    target = io.BytesIO()
    out = Sheets(target)
    for number, returned in enumerate(sheets, 1):
        _write_returned_sheet(out, _worksheet(out, returned.sheet.name, number), returned)
    out.close()
    return target.getvalue()


def _write_returned_sheet(out: Sheets, sheet: Worksheet, returned: ReturnedSheet) -> None:
    ours = {heading.column for heading in returned.head.headings if heading.is_ours}
    columns = [c for c in range(_width(returned)) if c not in ours]
    why, key = len(columns), len(columns) + 1
    row = 0
    if returned.title:
        out.put(sheet, 0, 0, returned.title, "title")
        row = 1
    row = _write_head(out, sheet, returned, columns, row)
    _ready_for_paper(sheet, row)
    for line in returned.rows:
        looks = {f.column: "ask" for f in line.findings if isinstance(f.result, Ask)}
        looks |= {f.column: "wrong" for f in line.findings if isinstance(f.result, Wrong)}
        for place, column in enumerate(columns):
            value = returned.sheet.cell(line.number, column).raw
            out.put(sheet, row, place, value, looks.get(column, ""))
        out.put(sheet, row, why, explanation(returned.head, line), "wrong" if "wrong" in looks.values() else "ask")
        out.put(sheet, row, key, line.key)
        row += 1
    sheet.set_column(0, max(why - 1, 0), 20)
    sheet.set_column(why, why, 60)
    sheet.set_column(key, key, 12, None, {"hidden": True})


def _width(returned: ReturnedSheet) -> int:
    widths = [heading.column + 1 for heading in returned.head.headings]
    return max(widths + [len(returned.sheet.row(line.number)) for line in returned.rows])


def _write_head(out: Sheets, sheet: Worksheet, returned: ReturnedSheet, columns: list[int], row: int) -> int:
    """Write the heading rows with their merges; return the next row."""
    head, source = returned.head, returned.sheet
    place = {column: index for index, column in enumerate(columns)}
    depth = head.last - head.first
    inside = [m for m in source.merges if m.top >= head.first and m.bottom <= head.last and m.left in place]
    for step in range(depth + 1):
        for column in columns:
            out.put(sheet, row + step, place[column], source.cell(head.first + step, column).raw, "head")
    for merge in inside:
        right = place.get(merge.right, place[merge.left])
        if (merge.bottom > merge.top or right > place[merge.left]) and right - place[
            merge.left
        ] == merge.right - merge.left:
            top, bottom = row + merge.top - head.first, row + merge.bottom - head.first
            text = str(source.cell(merge.top, merge.left).raw)
            sheet.merge_range(top, place[merge.left], bottom, right, "", out.format("text", "head"))
            sheet.write_string(top, place[merge.left], text, out.format("text", "head"))
    for index, text in enumerate((WHY, ROW_KEY), len(columns)):
        if depth:
            sheet.merge_range(row, index, row + depth, index, "", out.format("text", "head"))
        sheet.write_string(row, index, text, out.format("text", "head"))
    return row + depth + 1


def explanation(head: Head, row: ReturnedRow) -> str:
    """Return what the column 为什么 says of a row: each finding with the heading it concerns."""
    names = {heading.column: heading.text for heading in head.headings}
    parts = []
    for finding in row.findings:
        kind = "要改" if isinstance(finding.result, Wrong) else "请确认"
        name = names.get(finding.column, "") if finding.column is not None else ""
        parts.append(f"【{kind}】{name}：{finding.message}" if name else f"【{kind}】{finding.message}")
    return "\n".join(parts)


def _ready_for_paper(sheet: Worksheet, rows_of_head: int) -> None:
    """Keep the heading in sight on the screen and on each printed page, and the width on one page."""
    sheet.freeze_panes(rows_of_head, 0)
    sheet.repeat_rows(0, rows_of_head - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _worksheet(out: Sheets, name: str, number: int) -> Worksheet:
    try:
        return out.book.add_worksheet(name)
    except (InvalidWorksheetName, DuplicateWorksheetName):
        return out.book.add_worksheet(f"工作表{number}")


def write_list(
    headings: Sequence[str], rows: Iterable[Sequence[Any]], *, title: str = "", sheet_name: str = "列表",
    notes: Sequence[str] = (),
) -> bytes:  # fmt: skip
    """Write any list as a workbook: title, headings, one row each, remarks below.

    Values: text, int, Decimal (money), date, datetime (shown in Shanghai time), bool, a tuple of names, None.
    Rows are written as they come, so that a long list needs little memory.
    """
    target = io.BytesIO()
    out = Sheets(target, constant_memory=True)
    sheet = _worksheet(out, sheet_name, 1)
    sheet.set_column(0, max(len(headings) - 1, 0), 16)
    row = 0
    if title:
        out.put(sheet, 0, 0, title, "title")
        row = 1
    for column, heading in enumerate(headings):
        out.put(sheet, row, column, heading, "head")
    row += 1
    _ready_for_paper(sheet, row)
    for values in rows:
        for column, value in enumerate(values):
            out.put(sheet, row, column, value)
        row += 1
    for note in notes:
        row += 1
        out.put(sheet, row, 0, note)
    out.close()
    return target.getvalue()
