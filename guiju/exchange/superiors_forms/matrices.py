"""A matrix in a blank: units down, categories across, below them what is counted; read from its first figure's cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guiju.exchange.sheets.api import normalise
from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.grids import Grid
from guiju.exchange.superiors_forms.mapping import ALL, OPEN, REST
from guiju.kernel.indicators.api import Axis
from guiju.kernel.organisation.api import Directory

TOTALS = frozenset({"合计", "总计", "小计", "全镇合计", "全镇", "共计"})
OTHERS = frozenset({"其他", "其它", "其余"})
_MOST_HEAD_ROWS = 4


@dataclass(frozen=True)
class MatrixHead:
    """What stands around the figures: the column of the row heads, first and last row, and each column's two heads.

    `upper` is the category (or what stands for all kinds), `lower` what is counted; the same where there is one head.
    """

    where: str  # the sheet or table
    head_column: int
    first: int
    last: int
    columns: Mapping[int, tuple[str, str]]
    rows: Mapping[int, str]


def read_head(sheet: Grid, at: tuple[int, int]) -> MatrixHead:
    """The matrix whose first figure stands at a cell. Raises FormError where no heads stand left of it and above it."""
    column, row = at
    head_column = next((left for left in range(column - 1, 0, -1) if _head_text(sheet, (left, row))), 0)
    if not head_column:
        raise FormError(f"{sheet.called(at)} 左边没有单位名称。请点最左上角要填数字的那一格。")
    rows = _rows(sheet, head_column, row)
    columns = _columns(sheet, column, head_bottom(sheet, head_column, row) + 1)
    if not columns:
        raise FormError(f"{sheet.called(at)} 上面没有表头。请点最左上角要填数字的那一格。")
    return MatrixHead(sheet.name, head_column, row, max(rows), columns, rows)


def head_bottom(sheet: Grid, head_column: int, first: int) -> int:
    """The lowest row of the heads above a matrix; rows of sums may stand between them and the first figure."""
    row = first - 1
    while row > 1 and normalise(sheet.text((head_column, row))) in TOTALS:
        row -= 1
    return row


def _head_text(sheet: Grid, at: tuple[int, int]) -> str:
    told = sheet.text(at)
    return "" if told.isdigit() else told


def _rows(sheet: Grid, column: int, first: int) -> dict[int, str]:
    found: dict[int, str] = {}
    row = first
    while (told := _head_text(sheet, (column, row))) and not _is_foot(told):
        found[row] = told
        row += 1
    return found


def _is_foot(told: str) -> bool:
    return told.startswith(("填表", "填报", "审核", "备注", "注：", "说明", "单位负责人", "制表"))


def _columns(sheet: Grid, first: int, row: int) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    top = _top(sheet, first, row)
    column = first
    while True:
        told: list[str] = []
        for above in range(top, row):
            text = sheet.text((column, above))
            if text and text not in told[-1:]:
                told.append(text)
        if not told or told[-1] in ("备注",):
            return found
        found[column] = (told[0], told[-1])
        column += 1


def _top(sheet: Grid, column: int, row: int) -> int:
    """The first row of the head: above it stands the title, which spans the table, or nothing."""
    top = row
    for above in range(row - 1, max(row - 1 - _MOST_HEAD_ROWS, 0), -1):
        text = sheet.text((column, above))
        spans = next((one for one in sheet.merges if one[0] <= column <= one[2] and one[1] <= above <= one[3]), None)
        if not text or (spans is not None and spans[0] == 1 and spans[2] > column):
            break
        # A row in which the column beside it is a note (填报单位：…) is no head either.
        if "：" in text or ":" in text:
            break
        top = above
    return top


def kinds_of(head: MatrixHead, axis: Axis) -> dict[str, tuple[str, ...]]:
    """The categories behind the upper heads: by their label or another owner's word; OPEN where nobody can tell."""
    words = {normalise(label): (code,) for code, label in axis.labels.items()}
    words |= {normalise(word): codes for word, codes in axis.words.items()}
    found: dict[str, tuple[str, ...]] = {}
    for upper, lower in head.columns.values():
        bare = normalise(upper)
        codes = words.get(bare.removesuffix("纠纷")) or words.get(bare) or words.get(f"{bare}纠纷")
        if upper == lower or bare in TOTALS:
            found[upper] = (ALL,)
        elif bare in OTHERS or bare in {"其他纠纷", "其它纠纷"}:
            found[upper] = (REST,)
        else:
            found[upper] = codes or (OPEN,)
    return _each_once(found)


def _each_once(found: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """A category that two heads would claim belongs to the first: nothing is counted twice."""
    taken: set[str] = set()
    for upper, codes in found.items():
        own = set(codes) - {ALL, REST, OPEN}
        if own & taken:
            found[upper] = tuple(code for code in codes if code not in taken) or (OPEN,)
        taken |= own
    return found


def units_of(words: str, directory: Directory) -> tuple[int, ...] | str | None:
    """The units that a row's head means: ALL for the town and for 合计, REST for 其他, None where no unit is called so.

    A village's committee and its room for legal service belong to the village.
    """
    bare = normalise(words)
    if bare in TOTALS or bare in (directory.town_name, f"{directory.town_name}人民政府", f"{directory.town_name}合计"):
        return ALL
    if bare in OTHERS:
        return REST
    found = directory.unit(words)
    if found is None:
        return None
    name = directory.unit_names[found]
    belonging = [unit for unit, other in directory.unit_names.items() if other.startswith(name)]
    below = [unit for unit, parent in directory.parents.items() if parent == found]
    served = [committee for committee, unit in directory.serving if unit == found]
    return tuple(sorted({found, *belonging, *below, *served}))
