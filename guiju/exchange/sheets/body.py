"""The data below a heading: rows by field, with totals, remarks and blank rows told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from .headings import ROW_KEY, Head, normalise
from .workbook import Cell, Merge, Raw, Sheet, is_blank, letter, shown

_TOTAL = re.compile(
    r"^(?:[本全当]?[页月季年期镇村区]|累计|上半年|下半年|全年|\d+月)*(?:合计|总计|小计|共计|累计|总数)(?:数)?[:：]?"
)
_TOTAL_TAIL = re.compile(r"^[\d.,\s件条起宗人次场元万份个()（）]*$")
_REMARK = re.compile(
    r"^(?:填表|填报|制表|制单|审核|审批|复核|报送|统计|经办|负责|联系|单位|部门|日期|时间|电话|备注|说明|注|附注)[^:：]{0,6}[:：]"
    r"|^(?:注|说明|备注|填表说明)\d*[、.．]"
)
_STATED = re.compile(r"([^\s:：]{1,12})[:：]\s*(.*?)(?=\s+[^\s:：]{1,12}[:：]|$)", re.DOTALL)
_BLANKS = frozenset((" ", "  ", "   ", "    ", "\u3000", "\u3000\u3000", "\xa0", "\n"))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True)
class Total:
    """A sum row of the sheet itself: its row number, its label, and what it says by field and by heading."""

    number: int
    label: str
    by_field: Mapping[str, Raw]
    by_heading: Mapping[str, Raw]

    @property
    def numbers_in_label(self) -> tuple[float, ...]:
        """The numbers that stand in the label itself, as in 合计：12件."""
        return tuple(float(found.replace(",", "")) for found in _NUMBER.findall(self.label))


@dataclass(frozen=True)
class Remark:
    """A row that is no record: 填表人, 说明, or the name of a section between the records."""

    number: int
    text: str

    @property
    def labels(self) -> dict[str, str]:
        """What the row states by label: 填报单位：松溪村 填表人：周某 gives both."""
        return {found[1]: found[2].strip() for found in _STATED.finditer(self.text)}


@dataclass(frozen=True)
class Row:
    """One record of the sheet: its Excel row number and its cells by field."""

    number: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Body:
    """The records of a sheet, kept by column because that is fast; `rows()` shows them one by one.

    `numbers[i]` is the Excel row of the i-th record and `columns[field][i]` its value. `filled` holds the
    (row number, field) of values that were taken from a merged cell above. `keys[i]` is the 行标识 of a row that we
    handed back for correction (empty text if it lost it); without that column there are no keys.
    """

    mapping: Mapping[str, int]
    numbers: list[int]
    columns: Mapping[str, list[Raw]]
    totals: tuple[Total, ...] = ()
    remarks: tuple[Remark, ...] = ()
    numbered_only: tuple[int, ...] = ()
    filled: frozenset[tuple[int, str]] = field(default=frozenset())
    keys: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.numbers)

    def stated(self, *labels: str) -> str | None:
        """Return what the first remark states under one of the labels, such as 填报单位; None if none does."""
        for remark in self.remarks:
            for label, text in remark.labels.items():
                if label in labels and text:
                    return text
        return None

    @cached_property
    def _position(self) -> dict[int, int]:
        return {number: index for index, number in enumerate(self.numbers)}

    def address(self, index: int, name: str) -> str:
        """Return the address, such as B207, of a field of the i-th record."""
        return f"{letter(self.mapping[name])}{self.numbers[index]}"

    def row(self, number: int) -> Row:
        """Return the record in an Excel row. Raises KeyError if that row is no record."""
        return self._row(self._position[number])

    def rows(self) -> Iterator[Row]:
        """Yield the records in the order of the sheet."""
        return (self._row(index) for index in range(len(self.numbers)))

    def _row(self, index: int) -> Row:
        number = self.numbers[index]
        cells = {name: Cell(number, column, self.columns[name][index]) for name, column in self.mapping.items()}
        return Row(number, cells)


def apply_mapping(sheet: Sheet, head: Head, mapping: Mapping[str, int]) -> Body:
    """Return the records below (and the totals around) a heading; `mapping` gives each field's column from 0.

    Blank rows, repeated headings and rows with nothing but a serial number are skipped; sums and remarks are
    kept apart. Texts and dates of cells merged downwards count for each row, numbers only for the first.
    """
    sorter = _Sorter(sheet, head, mapping)
    for number in range(1, head.first):
        sorter.above(number, sheet.row(number))
    for number in range(head.last + 1, sheet.height + 1):
        sorter.below(number, sheet.row(number))
    filled = _fill_down(sheet, head, mapping, sorter.kept)
    width = max(mapping.values(), default=-1) + 1
    rows = [row if len(row) >= width else row + [""] * (width - len(row)) for row in sorter.kept.values()]
    columns = {name: [row[column] for row in rows] for name, column in mapping.items()}
    return Body(
        dict(mapping), list(sorter.kept), columns, tuple(sorter.totals), tuple(sorter.remarks),
        tuple(sorter.numbered_only), filled, _keys(head, sorter.kept.values()),
    )  # fmt: skip


def _keys(head: Head, rows: Iterable[list[Raw]]) -> tuple[str, ...]:
    heading = head.by_key.get(ROW_KEY)
    if heading is None:
        return ()
    return tuple(shown(row[heading.column]) if heading.column < len(row) else "" for row in rows)


class _Sorter:
    """Tells records from everything else that stands in a sheet."""

    def __init__(self, sheet: Sheet, head: Head, mapping: Mapping[str, int]) -> None:
        self.sheet, self.head, self.mapping = sheet, head, mapping
        self.serials = {heading.column for heading in head.headings if heading.is_serial}
        self.columns = {heading.column for heading in head.headings if not heading.is_ours}
        self.lowest = [(heading.column, normalise(heading.path[-1])) for heading in head.headings]
        self.texts = {raw for number in range(head.first, head.last + 1) for raw in sheet.row(number) if raw != ""}
        self.wide = {merge.top for merge in sheet.merges if merge.right - merge.left >= 2 and merge.top == merge.bottom}
        self.kept: dict[int, list[Raw]] = {}
        self.totals: list[Total] = []
        self.remarks: list[Remark] = []
        self.numbered_only: list[int] = []

    def above(self, number: int, values: list[Raw]) -> None:
        filled = [column for column, raw in enumerate(values) if not is_blank(raw)]
        label = self._total_label(values, filled)
        if label is not None:
            self._add_total(number, label, values)
        elif filled:
            self._add_remark(number, values, filled)

    def below(self, number: int, values: list[Raw]) -> None:
        if self._is_plain_record(values):
            self.kept[number] = values
            return
        filled = [column for column, raw in enumerate(values) if not is_blank(raw)]
        if not filled or self._is_heading_again(values):
            return
        label = self._total_label(values, filled)
        if label is not None:
            self._add_total(number, label, values)
        elif self._is_remark(number, values, filled):
            self._add_remark(number, values, filled)
        elif set(filled) <= self.serials:
            self.numbered_only.append(number)
        elif any(column in self.columns for column in filled):
            self.kept[number] = values
        else:
            self._add_remark(number, values, filled)

    def _is_plain_record(self, values: list[Raw]) -> bool:
        """Tell quickly what holds for nearly every row: more cells than a remark has, and no total's label in front."""
        if len(values) - values.count("") <= 4 or not _BLANKS.isdisjoint(values):
            return False
        front = (raw for raw in values if raw != "")
        return not any(type(raw) is str and self._is_suspect(raw) for raw in islice(front, 2))

    def _is_suspect(self, text: str) -> bool:
        short_total = len(text) <= 20 and ("计" in text or "总数" in text)
        return short_total or text in self.texts or _REMARK.match(text) is not None

    def _total_label(self, values: list[Raw], filled: list[int]) -> str | None:
        # The label stands at the front; a serial may stand before it.
        for column in filled[:2]:
            raw = values[column]
            if type(raw) is str:
                text = normalise(raw)
                found = _TOTAL.match(text)
                if found and _TOTAL_TAIL.match(text[found.end() :]):
                    return shown(raw)
        return None

    def _is_remark(self, number: int, values: list[Raw], filled: list[int]) -> bool:
        texts = [shown(values[column]) for column in filled]
        if all(_REMARK.match(text) for text in texts) or (
            _REMARK.match(texts[0]) and filled[0] == 0 and len(texts) < 3
        ):
            return True
        return len(filled) == 1 and number in self.wide and type(values[filled[0]]) is str

    def _is_heading_again(self, values: list[Raw]) -> bool:
        column, key = self.lowest[0] if len(self.lowest) == 1 else self.lowest[1]
        if column >= len(values) or type(values[column]) is not str or normalise(values[column]) != key:
            return False
        texts = [(c, k) for c, k in self.lowest if c < len(values) and not is_blank(values[c])]
        return len(texts) > 1 and all(normalise(shown(values[c])) == k for c, k in texts)

    def _add_total(self, number: int, label: str, values: list[Raw]) -> None:
        def at(column: int) -> Raw:
            return values[column] if column < len(values) else ""

        by_field = {name: at(c) for name, c in self.mapping.items() if not is_blank(at(c)) and shown(at(c)) != label}
        by_heading = {
            h.text: at(h.column)
            for h in self.head.headings
            if not is_blank(at(h.column)) and shown(at(h.column)) != label
        }
        self.totals.append(Total(number, label, by_field, by_heading))

    def _add_remark(self, number: int, values: list[Raw], filled: list[int]) -> None:
        self.remarks.append(Remark(number, "  ".join(shown(values[column]) for column in filled)))


def _fill_down(
    sheet: Sheet, head: Head, mapping: Mapping[str, int], kept: dict[int, list[Raw]]
) -> frozenset[tuple[int, str]]:
    fields = {column: name for name, column in mapping.items()}
    filled: set[tuple[int, str]] = set()
    for merge in sheet.merges:
        if merge.top > head.last and merge.bottom > merge.top and merge.left == merge.right and merge.left in fields:
            filled |= {(number, fields[merge.left]) for number in _fill(sheet, merge, kept)}
    return frozenset(filled)


def _fill(sheet: Sheet, merge: Merge, kept: dict[int, list[Raw]]) -> Iterator[int]:
    raw = sheet.cell(merge.top, merge.left).raw
    # A merged amount or head count said once must not be counted twice.
    if is_blank(raw) or isinstance(raw, int | float):
        return
    for number in range(merge.top + 1, min(merge.bottom, sheet.height) + 1):
        if number in kept:
            values = list(kept[number]) + [""] * (merge.left + 1 - len(kept[number]))
            values[merge.left] = raw
            kept[number] = values
            yield number


def sheet_year(*texts: str) -> int | None:
    """Return the one year (2000-2099) that the given titles and names speak of; None if none or several."""
    years = {int(found) for text in texts for found in re.findall(r"(?<!\d)(20\d{2})(?!\d)", text)}
    return years.pop() if len(years) == 1 else None
