"""Filling a blank for a month: every place from the records, what cannot be told left empty and named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from guiju.exchange.superiors_forms.answers import Answer, Sources
from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.grids import Blank
from guiju.exchange.superiors_forms.listing import FilledRow, rows_for
from guiju.exchange.superiors_forms.mapping import ORDINAL, FormMapping, ListFill
from guiju.exchange.superiors_forms.matrix_filling import fill_matrix
from guiju.exchange.superiors_forms.references import address, place
from guiju.exchange.superiors_forms.word import WordBlank
from guiju.exchange.superiors_forms.workbook import WorkbookBlank
from guiju.kernel.mechanism.api import ListedMatter

_MOST_ROWS = 5000


@dataclass(frozen=True)
class Gap:
    """A place that stays empty, and why."""

    where: str
    label: str
    why: str


@dataclass
class Filled:
    """What came of filling: the places that stay empty, remarks, how many values, and whose private values would leave.

    `revealed` are the matters with the fields whose clear text stands in it; empty where everything is masked.
    """

    blank: Blank
    gaps: list[Gap] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    values: int = 0
    rows: int = 0
    revealed: dict[int, set[str]] = field(default_factory=dict)
    hidden: bool = False  # private values were masked

    def empty(self, where: str, label: str, why: str) -> None:
        """Name a place that stays empty."""
        self.gaps.append(Gap(where, label, why))

    def data(self) -> bytes:
        """The filled file."""
        return self.blank.saved()


def opened(data: bytes, name: str) -> Blank:
    """A blank by what it is, whatever its name ends in. Raises FormError for anything but .xlsx and .docx."""
    if name.lower().endswith((".xls", ".doc", ".et", ".wps")):
        raise FormError(f"《{name}》是旧格式。请用 Excel、Word 或 WPS 打开后另存为 .xlsx 或 .docx，再上传。")
    return WordBlank(data, name) if b"word/document.xml" in data else WorkbookBlank(data, name)


def fill(blank: Blank, mapping: FormMapping, sources: Sources, matter: ListedMatter | None = None) -> Filled:
    """Fill a blank. Lists come last and from below: what they push down is filled by then."""
    filled = Filled(blank)
    # From behind: a blank that is filled is none any more, and those after it would be counted anew.
    for where, one in sorted(mapping.cells.items(), reverse=True):
        label = label_of(blank, where)
        if isinstance(blank, WorkbookBlank) and not _is_there(blank, where):
            filled.empty(where, label, "表里没有这一格了，请重新指定")
            continue
        _put(filled, where, label, sources.answer(one, matter))
    filled.gaps.reverse()
    for matrix in mapping.matrices:
        fill_matrix(filled, matrix, sources)
    for one_list in sorted(mapping.lists, key=lambda item: -item.first):
        _fill_list(filled, one_list, sources)
    return filled


def _is_there(blank: WorkbookBlank, where: str) -> bool:
    sheet, _, cell = where.rpartition("!")
    return sheet in blank.sheets and not blank.sheets[sheet].formula(place(cell))


def label_of(blank: Blank, where: str) -> str:
    """What a person calls the place: the text left of it, else above it."""
    if isinstance(blank, WordBlank):
        return blank.label(where)
    title, _, cell = where.rpartition("!")
    sheet, (column, row) = blank.sheets.get(title), place(cell)
    if sheet is None:
        return cell
    left = (sheet.text((at, row)) for at in range(sheet.head_of((column, row))[0] - 1, 0, -1))
    above = (sheet.text((column, at)) for at in range(sheet.head_of((column, row))[1] - 1, 0, -1))
    found = [next((told for told in line if told), "") for line in (left, above)]
    return " · ".join(dict.fromkeys(told.rstrip("：:") for told in found if told)) or cell


def _put(filled: Filled, where: str, label: str, answer: Answer) -> None:
    if answer.value is None:
        filled.empty(where, label, answer.why or "没有登记")
        return
    if isinstance(filled.blank, WordBlank):
        if not filled.blank.put(where, answer.value):
            filled.empty(where, label, f"表上没有“{answer.value}”这一项可勾")
            return
    else:
        title, _, cell = where.rpartition("!")
        sheet = filled.blank.sheets[title]
        told = sheet.text(place(cell))
        # 填表人：____ in one cell: what is printed there stays.
        kept = told and told.rstrip().endswith(("：", ":"))
        sheet.put(place(cell), f"{told}{_text(answer.value)}" if kept else answer.value)
    filled.values += 1
    _note_private(filled, answer)


def _note_private(filled: Filled, answer: Answer) -> None:
    if answer.matter is not None and answer.field:
        filled.revealed.setdefault(answer.matter, set()).add(answer.field)
    filled.hidden = filled.hidden or answer.hidden


def _text(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _fill_list(filled: Filled, wish: ListFill, sources: Sources) -> None:
    rows, secret = rows_for(wish, sources)
    if secret:
        filled.notes.append(f"有{secret}件标为工作秘密，内容不能带出本系统，没有列入。请按保密规定在纸上填报。")
    if len(rows) > _MOST_ROWS:
        raise FormError(f"这一期有{len(rows):,}件，超过一份表{_MOST_ROWS:,}行的上限。请改填较短的期间。")
    if not rows:
        filled.notes.append("这一期没有要列的事项，表格留空。")
    if isinstance(filled.blank, WordBlank):
        _fill_word_list(filled, filled.blank, wish, rows)
    else:
        _fill_sheet_list(filled, filled.blank, wish, rows)
    filled.rows += len(rows)


def _fill_sheet_list(filled: Filled, blank: WorkbookBlank, wish: ListFill, rows: Sequence[FilledRow]) -> None:
    if wish.where not in blank.sheets:
        filled.empty(wish.where, "名册", "没有这张工作表了，请重新指定")
        return
    sheet = blank.sheets[wish.where]
    ready = prepared_rows(blank, wish)
    blank.insert(wish.where, wish.first + ready - 1, len(rows) - ready)
    for ordinal, row in enumerate(rows):
        at = wish.first + ordinal
        for column, name in wish.columns.items():
            if name == ORDINAL:
                sheet.put((column, at), ordinal + 1)
                continue
            heading = sheet.text((column, wish.heading))
            answer = row.answer(name, in_ten_thousands="万元" in heading)
            if answer.value is not None:
                sheet.put((column, at), answer.value)
                filled.values += 1
            elif answer.why:
                filled.empty(f"{wish.where}!{address(column, at)}", f"{row.number} {heading}", answer.why)
            _note_private(filled, answer)


def prepared_rows(blank: WorkbookBlank, wish: ListFill) -> int:
    """How many rows stand ready below the heading; at least the one that was pointed at."""
    sheet, count = blank.sheets[wish.where], 0
    last = sheet.last()
    counted = {column for column, name in wish.columns.items() if name == ORDINAL}
    for row in range(wish.first, last[1] + 1):
        texts = [sheet.text((column, row)) for column in range(1, last[0] + 1) if column not in counted]
        formulas = any(sheet.formula((column, row)) for column in wish.columns)
        if not sheet.exists(row) or any(texts) or formulas:
            break
        count += 1
    return max(count, 1)


def _fill_word_list(filled: Filled, blank: WordBlank, wish: ListFill, rows: Sequence[FilledRow]) -> None:
    table = int(wish.where.removeprefix("t"))
    if table > len(blank.tables) or wish.first > len(blank.rows(table)):
        filled.empty(wish.where, "名册", "没有这张表格了，请重新指定")
        return
    ready = max(blank.prepared(table, wish.first), 1)
    if len(rows) > ready:
        blank.insert(table, wish.first + ready - 1, len(rows) - ready)
    for ordinal, row in enumerate(rows):
        for column, name in wish.columns.items():
            where = f"t{table}.r{wish.first + ordinal}.c{column}"
            answer = Answer(ordinal + 1) if name == ORDINAL else row.answer(name)
            if answer.value is not None:
                blank.put(where, answer.value)
                filled.values += 1
            _note_private(filled, answer)
