"""Finds where the heading of a sheet stands and what its columns are called."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from .workbook import Raw, Sheet, is_blank, letter, shown

SEARCHED_ROWS = 25
"""A heading below this row is not looked for."""
DEEPEST = 3
_SERIAL = {"序号", "编次", "行号", "no", "no.", "序", "项次"}
WHY, ROW_KEY = "为什么", "行标识"
"""The two columns that we ourselves add to a workbook handed back for correction."""
_DECORATION = re.compile(r"[*＊]|[(（\[【](?:必填|选填|必选|请选择)[^)）\]】]*[)）\]】]")
_UNIT = re.compile(r"\([^()]*\)$")
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")
_LABELLED = re.compile(r"^[^:：]{1,12}[:：]")
_STATED = re.compile(r"^[^:：]{1,12}[:：]\s*\S")


@lru_cache(maxsize=8192)
def normalise(heading: str) -> str:
    """Return a heading as it is compared: no spaces or line breaks, half-width, no 必填 marks, no end colon."""
    text = unicodedata.normalize("NFKC", _DECORATION.sub("", heading)).replace("\u200b", "")
    return "".join(text.split()).rstrip(":。、").casefold()


@lru_cache(maxsize=8192)
def path_key(path: str) -> str:
    """Return a heading or path 父/子 as it is compared, level by level."""
    return "/".join(normalise(part) for part in path.split("/"))


def without_unit(key: str) -> str:
    """Return a normalised heading without the unit or remark in brackets at its end: 金额(万元) is 金额."""
    return _UNIT.sub("", key) or key


@dataclass(frozen=True)
class Heading:
    """One column's heading. `key` is normalised and unique in its sheet: the second 姓名 is 姓名#2."""

    column: int
    path: tuple[str, ...]
    key: str

    @property
    def text(self) -> str:
        """The heading as shown, merged heads first: 主要当事人/姓名."""
        return "/".join(self.path)

    @property
    def letter(self) -> str:
        """The letters of the column in Excel."""
        return letter(self.column)

    @property
    def is_ours(self) -> bool:
        """Whether the column was added by us to a workbook handed back."""
        return self.key in (WHY, ROW_KEY)

    @property
    def is_serial(self) -> bool:
        """Whether the column only counts the rows."""
        return normalise(self.path[-1]) in _SERIAL


@dataclass(frozen=True)
class Head:
    """The heading block of a sheet: rows `first` to `last` (as Excel numbers them) and its columns."""

    first: int
    last: int
    headings: tuple[Heading, ...]

    @cached_property
    def by_key(self) -> dict[str, Heading]:
        """The headings by their unique normalised key."""
        return {heading.key: heading for heading in self.headings}

    @property
    def signature(self) -> str:
        """A hash of the headings whatever their order: the same layout has the same one next month."""
        text = "\n".join(sorted(heading.key for heading in self.headings if not heading.is_ours))
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def title_of(sheet: Sheet, head: Head) -> str:
    """Return the title above the heading, or nothing: the first single text that is not a labelled remark."""
    for number in range(1, head.first):
        texts = [shown(raw) for raw in sheet.row(number) if not is_blank(raw)]
        if len(texts) == 1 and not _LABELLED.match(texts[0]):
            return " ".join(texts[0].split())
    return ""


def candidates(sheet: Sheet) -> Iterator[Head]:
    """Yield every block of one to three rows near the top that could be the heading, topmost first."""
    covered = _merged_values(sheet)
    for number in range(1, min(sheet.height, SEARCHED_ROWS) + 1):
        filled = sum(not is_blank(raw) for raw in sheet.row(number))
        # A single text over the whole width is the title; a heading block does not begin with it.
        levels = _levels(sheet, covered, number, min(DEEPEST if filled > 1 else filled, sheet.height - number + 1))
        for depth in range(1, len(levels) + 1):
            head = _head(levels[:depth], number)
            if head.headings:
                yield head


def find_head(sheet: Sheet) -> Head | None:
    """Return the most likely heading without knowing any layout; None where no row looks like one."""
    tops = range(1, min(sheet.height, SEARCHED_ROWS) + 1)
    weights = {number: _weight(sheet.row(number)) for number in tops}
    best = max(weights.values(), default=0)
    if best < 1:
        return None
    covered = _merged_values(sheet)
    for number in tops:
        depth = _depth(sheet, number)
        if depth and weights[number] >= (0.6 * best if depth == 1 else 0.2 * best):
            return _head(_levels(sheet, covered, number, depth), number)
    return None


def _weight(values: list[Raw]) -> int:
    """Count the distinct short texts of a row; a row with numbers, dates or labelled remarks is no heading."""
    texts = [shown(raw) for raw in values if not is_blank(raw)]
    if any(type(raw) is not str for raw in values) or any(_STATED.match(text) for text in texts):
        return 0
    return len({text for text in texts if len(text) <= 30})


def _depth(sheet: Sheet, number: int) -> int:
    """Tell how many rows a heading that begins in this row has; 0 if it cannot begin here."""
    values = sheet.row(number)
    filled = [column for column, raw in enumerate(values) if not is_blank(raw)]
    if len(filled) < 2:
        return 0
    depth = 1
    while depth < DEEPEST and _goes_on(sheet, number, depth):
        depth += 1
    return depth


def _goes_on(sheet: Sheet, top: int, depth: int) -> bool:
    last = top + depth - 1
    if any(m.top >= top and m.top <= last < m.bottom and m.left == m.right for m in sheet.merges):
        return True
    below, above = sheet.row(last + 1), sheet.row(last)
    if not _weight(below):
        return False
    if any(m.top <= last <= m.bottom and m.right > m.left for m in sheet.merges if m.top >= top):
        return any(not is_blank(raw) for raw in below)
    # Without merges: a lower row that fills only the gaps beside a parent continues the heading.
    hangs = any(not is_blank(raw) and (c >= len(above) or is_blank(above[c])) for c, raw in enumerate(below))
    stops = any(not is_blank(raw) and (c >= len(below) or is_blank(below[c])) for c, raw in enumerate(above))
    return hangs and stops


def _merged_values(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each cell near the top that lies in a merged range to the range's first cell."""
    covered = {}
    for merge in sheet.merges:
        if merge.top > SEARCHED_ROWS + DEEPEST:
            continue
        for number in range(merge.top, min(merge.bottom, SEARCHED_ROWS + DEEPEST) + 1):
            for column in range(merge.left, min(merge.right, merge.left + 500) + 1):
                covered[number, column] = (merge.top, merge.left)
    return covered


def _levels(sheet: Sheet, covered: dict[tuple[int, int], tuple[int, int]], first: int, depth: int) -> list[list[str]]:
    """The texts of some rows from one on, as the levels of a heading that begins there."""
    return [_level(sheet, covered, first + step, first) for step in range(depth)]


def _head(rows: list[list[str]], first: int) -> Head:
    width = max(len(row) for row in rows)
    levels = [[*row, *[""] * (width - len(row))] for row in rows]
    for upper, lower in pairwise(levels):
        _spread_parents(upper, lower)
    seen: Counter[str] = Counter()
    headings = []
    for column in range(width):
        path = _path([level[column] for level in levels])
        if not path:
            continue
        key = "/".join(normalise(part) for part in path)
        seen[key] += 1
        headings.append(Heading(column, path, key if seen[key] == 1 else f"{key}#{seen[key]}"))
    return Head(first, first + len(levels) - 1, tuple(headings))


def _level(sheet: Sheet, covered: dict[tuple[int, int], tuple[int, int]], number: int, first: int) -> list[str]:
    texts = [_heading_text(raw) for raw in sheet.row(number)]
    merged = {column: origin for (row, column), origin in covered.items() if row == number}
    texts += [""] * (max(merged, default=-1) + 1 - len(texts))
    for column, (row, origin) in merged.items():
        # A range that begins above the block is the title's, not a parent heading.
        texts[column] = _heading_text(sheet.cell(row, origin).raw) if row >= first else ""
    return texts


def _heading_text(raw: Raw) -> str:
    return "" if is_blank(raw) else " ".join(_GAP.sub("", shown(raw)).split())


def _spread_parents(upper: list[str], lower: list[str]) -> None:
    parent = ""
    for column, text in enumerate(upper):
        if text:
            parent = text if lower[column] and lower[column] != text else ""
        elif lower[column] and parent:
            upper[column] = parent


def _path(parts: list[str]) -> tuple[str, ...]:
    path: list[str] = []
    for part in parts:
        if normalise(part) and (not path or normalise(path[-1]) != normalise(part)):
            path.append(part)
    return tuple(path)
