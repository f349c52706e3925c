"""Filling a matrix: each figure once, what stands in no row or column named, formulas left alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from guiju.exchange.superiors_forms.answers import NO_RECORDS, Sources
from guiju.exchange.superiors_forms.grids import Grid, grid_of
from guiju.exchange.superiors_forms.mapping import ALL, OPEN, REST, MatrixFill
from guiju.exchange.superiors_forms.matrices import head_bottom, units_of
from guiju.exchange.superiors_forms.word_grid import WordGrid
from guiju.kernel.indicators.api import UNIT

if TYPE_CHECKING:
    from guiju.exchange.superiors_forms.filling import Filled

Units = tuple[int, ...] | str


def fill_matrix(filled: Filled, wish: MatrixFill, sources: Sources) -> None:
    """Fill the cells of a matrix that hold no formula."""
    sheet = grid_of(filled.blank, wish.where)
    if sheet is None:
        filled.empty(wish.where, "交叉表", "没有这张表格了，请重新指定")
        return
    if not sources.recorded(wish.period):
        filled.empty(wish.where, "交叉表", NO_RECORDS)
        return
    rows = _rows(filled, sheet, wish, sources)
    kinds, bottom = _kinds_by_column(wish), head_bottom(sheet, wish.head_column, wish.first)
    for column, said in wish.columns.items():
        heads = dict.fromkeys(sheet.text((column, row)) for row in (bottom - 1, bottom))
        head = " ".join(text for text in heads if text)
        where = sheet.where((column, wish.first))
        if not said.figures or any(sources.axis(one, wish.axis) is None for one in said.figures):
            filled.empty(where, head, "这一列没有指定数字")
            continue
        if kinds[column] == OPEN:
            filled.empty(where, head, "这一类没有指定对应的类别")
            continue
        counted = _counted(said.figures, wish, sources)
        for row, units in rows.items():
            if not sheet.formula((column, row)):
                sheet.put((column, row), _sum(counted, units, _named_units(rows), kinds[column], _named(kinds)))
                filled.values += 1
    if isinstance(sheet, WordGrid) and any(sheet.formula((column, row)) for column in wish.columns for row in rows):
        filled.notes.append("表里有 Word 的公式，它自己不会重算：打开填好的文件后全选，按 F9。")
    _tell_left_over(filled, wish, sources, rows, kinds)


def _rows(filled: Filled, sheet: Grid, wish: MatrixFill, sources: Sources) -> dict[int, Units]:
    found: dict[int, Units] = {}
    for row in range(wish.first, wish.last + 1):
        words = wish.rows.get(row) or sheet.text((wish.head_column, row))
        units = words if words in (ALL, REST) else units_of(words, sources.moment.directory)
        if units is None:
            filled.empty(sheet.where((wish.head_column, row)), words, "本镇没有叫这个名称的单位")
        else:
            found[row] = units
    return found


def _kinds_by_column(wish: MatrixFill) -> dict[int, tuple[str, ...] | str]:
    """The categories of each column; ALL, REST and OPEN by themselves."""
    return {
        column: said.kinds[0] if said.kinds[0] in (ALL, REST, OPEN) else said.kinds
        for column, said in wish.columns.items()
    }


def _named(kinds: dict[int, tuple[str, ...] | str]) -> set[str]:
    return {code for codes in kinds.values() if isinstance(codes, tuple) for code in codes}


def _named_units(rows: dict[int, Units]) -> set[int]:
    return {unit for units in rows.values() if isinstance(units, tuple) for unit in units}


def _counted(figures: Sequence[str], wish: MatrixFill, sources: Sources) -> Counter[tuple[Any, Any]]:
    found: Counter[tuple[Any, Any]] = Counter()
    for figure in figures:
        for (unit, kind), amount in sources.split(figure, (UNIT, wish.axis), wish.period).items():
            found[unit, kind] += amount
    return found


def _sum(
    counted: Counter[tuple[Any, Any]],
    units: Units,
    named_units: set[int],
    kinds: tuple[str, ...] | str,
    named_kinds: set[str],
) -> Any:
    def fits(value: Any, wanted: Any, named: set[Any]) -> bool:
        # What has no category at all belongs to none, 其他 included: somebody has to record it first.
        return wanted == ALL or (bool(value) and value not in named if wanted == REST else value in wanted)

    return sum(
        amount
        for (unit, kind), amount in counted.items()
        if fits(unit, units, named_units) and fits(kind, kinds, named_kinds)
    )


def _tell_left_over(
    filled: Filled, wish: MatrixFill, sources: Sources, rows: dict[int, Units], kinds: dict[int, tuple[str, ...] | str]
) -> None:
    """Say what is counted in the town and stands in no row or in no column: nothing is lost in silence."""
    figures = {one for said in wish.columns.values() for one in said.figures if sources.axis(one, wish.axis)}
    names = sources.moment.directory.unit_names
    for figure in sorted(figures):
        counted = _counted((figure,), wish, sources)
        indicator = sources.indicators[figure]
        outside: Counter[str] = Counter()
        if REST not in rows.values():
            for (unit, _), amount in counted.items():
                if unit not in _named_units(rows):
                    outside[names.get(unit, "其他单位")] += amount
        if outside:
            told = "、".join(f"{name}{amount}{indicator.unit}" for name, amount in sorted(outside.items()))
            filled.notes.append(f"“{indicator.name}”中有表上没有列名的单位：{told}，没有填进单位各行。")
        _tell_kinds(filled, wish, sources, figure, counted, kinds)


def _tell_kinds(
    filled: Filled,
    wish: MatrixFill,
    sources: Sources,
    figure: str,
    counted: Counter[tuple[Any, Any]],
    kinds: dict[int, tuple[str, ...] | str],
) -> None:
    mine = {column: codes for column, codes in kinds.items() if figure in wish.columns[column].figures}
    axis = sources.axis(figure, wish.axis)
    if axis is None or not any(isinstance(codes, tuple) for codes in mine.values()):
        return
    outside: Counter[str] = Counter()
    for (_, kind), amount in counted.items():
        if not kind or (kind not in _named(mine) and REST not in mine.values()):
            outside[axis.labels.get(kind, "没有登记类别") if kind else "没有登记类别"] += amount
    if outside:
        indicator = sources.indicators[figure]
        told = "、".join(f"{name}{amount}{indicator.unit}" for name, amount in sorted(outside.items()))
        filled.notes.append(f"“{indicator.name}”中有表上没有列的类别：{told}，没有填进类别各列。")
