"""From a place that somebody points at to what would be filled there: proposals by the words of the form, to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guiju.exchange.sheets.api import normalise
from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.grids import Blank, grid_of, pointed_grid
from guiju.exchange.superiors_forms.mapping import (
    ORDINAL,
    FormMapping,
    ListFill,
    MatrixColumn,
    MatrixFill,
)
from guiju.exchange.superiors_forms.matrices import MatrixHead, kinds_of, read_head
from guiju.exchange.superiors_forms.references import address, place
from guiju.exchange.superiors_forms.word import WordBlank, text_of
from guiju.exchange.superiors_forms.workbook import WorkbookBlank
from guiju.kernel.indicators.api import Axis
from guiju.kernel.mechanism.api import ListedRegister

ORDINALS = frozenset({"序号", "编号序号", "次序"})


def headings(blank: Blank, where: str) -> tuple[str, int, dict[int, str]]:
    """The heading row at a place: sheet or table, row, and the texts by column. Raises FormError where there is none."""
    if isinstance(blank, WordBlank):
        if not where.startswith("t"):
            raise FormError("这里不是表格。请点表格里表头的一格。")
        table, row, _ = (int(part.lstrip("trc")) for part in where.split("."))
        told = {at: text_of(cell) for at, cell in enumerate(blank.cells(blank.rows(table)[row - 1]), 1)}
        title = f"t{table}"
    else:
        title, _, cell = where.rpartition("!")
        row = place(cell)[1]
        sheet = blank.sheets[title]
        told = {column: sheet.text((column, row)) for column in range(1, sheet.last()[0] + 1)}
    found = {column: text for column, text in told.items() if text}
    if len(found) < 2:
        raise FormError("这一行没有几栏表头。请点名册表头那一行的一格。")
    return title, row, found


def fields_of(listed: ListedRegister, told: Mapping[int, str]) -> dict[int, str]:
    """The field of each heading, by the words of the register's own layouts and labels; each field once."""
    words = {normalise(item.label): item.name for item in listed.fields}
    known = {item.name for item in listed.fields}
    for layout in listed.register.layouts:
        for column in layout.columns:
            if column.field in known:
                words |= {normalise(word.rpartition("/")[2]): column.field for word in column.headings}
    found: dict[int, str] = {}
    for column, text in told.items():
        bare = normalise(text)
        if bare in ORDINALS:
            found[column] = ORDINAL
        elif (name := words.get(bare)) and name not in found.values():
            found[column] = name
    return found


def likely_register(registers: Mapping[str, ListedRegister], told: Mapping[int, str]) -> str:
    """The register that knows most of the headings."""
    return max(registers, key=lambda one: len(fields_of(registers[one], told)))


def list_at(blank: Blank, where: str, listed: ListedRegister, period: str) -> ListFill:
    """The list whose heading row was pointed at, its first row right below."""
    title, row, told = headings(blank, where)
    first = row + 1
    if isinstance(blank, WorkbookBlank):
        # A heading of several merged rows ends where its lowest cell ends.
        first = max((one[3] for one in blank.sheets[title].merges if one[1] <= row <= one[3]), default=row) + 1
    date = next(iter(listed.dates))
    return ListFill(title, row, first, listed.register.id, date, fields_of(listed, told), period)


def matrix_head(blank: Blank, where: str) -> MatrixHead:
    """What stands around the matrix whose first figure was pointed at. Raises FormError."""
    return read_head(*pointed_grid(blank, where))


def counted_words(head: MatrixHead) -> list[str]:
    """What is counted in the columns, each once: 化解数, 未化解数, 本月矛盾纠纷总数."""
    return list(dict.fromkeys(lower for _, lower in head.columns.values()))


def matrix_at(
    head: MatrixHead,
    axis: Axis,
    figures: Mapping[str, Sequence[str]],
    kinds: Mapping[str, tuple[str, ...]] | None = None,
    period: str = "month",
) -> MatrixFill:
    """The matrix with its figures by what is counted, its categories by the upper heads where nobody says otherwise."""
    guessed = {**kinds_of(head, axis), **(kinds or {})}
    columns = {
        column: MatrixColumn(tuple(figures.get(lower, ())), guessed[upper])
        for column, (upper, lower) in head.columns.items()
    }
    return MatrixFill(head.where, head.head_column, head.first, head.last, axis.id, columns, {}, period)


def with_list(mapping: FormMapping, one: ListFill) -> FormMapping:
    """The mapping with a list; one of the same place is replaced."""
    others = tuple(other for other in mapping.lists if (other.where, other.heading) != (one.where, one.heading))
    return replace(mapping, lists=(*others, one))


def with_matrix(mapping: FormMapping, one: MatrixFill) -> FormMapping:
    """The mapping with a matrix; one that begins in the same row is replaced."""
    others = tuple(other for other in mapping.matrices if (other.where, other.first) != (one.where, one.first))
    return replace(mapping, matrices=(*others, one))


def without(mapping: FormMapping, what: str) -> FormMapping:
    """The mapping without a place, list:… or matrix:…."""
    kind, _, rest = what.partition(":")
    if kind == "list":
        return replace(mapping, lists=tuple(one for one in mapping.lists if f"{one.where}!{one.heading}" != rest))
    if kind == "matrix":
        return replace(mapping, matrices=tuple(one for one in mapping.matrices if f"{one.where}!{one.first}" != rest))
    return replace(mapping, cells={where: fill for where, fill in mapping.cells.items() if where != what})


def mapped_places(blank: Blank, mapping: FormMapping) -> dict[str, str]:
    """Every place of a blank that is filled, with the kind of its filling: for the preview."""
    found = dict.fromkeys(mapping.cells, "cell")
    for one in mapping.lists:
        for column in one.columns:
            where = f"{one.where}.r{one.first}.c{column}"
            found[where if one.where.startswith("t") else f"{one.where}!{address(column, one.first)}"] = "list"
    for matrix in mapping.matrices:
        grid, rows = grid_of(blank, matrix.where), range(matrix.first, matrix.last + 1)
        cells = [(column, row) for column in matrix.columns for row in rows]
        found |= {grid.where(at): "matrix" for at in cells if not grid.formula(at)} if grid else {}
    return found
