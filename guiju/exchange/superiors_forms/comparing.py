"""A changed blank beside the old one: what moved, what is gone, what is new; mappings stay only where that is certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guiju.exchange.superiors_forms.errors import FormError
from guiju.exchange.superiors_forms.filling import label_of
from guiju.exchange.superiors_forms.grids import Blank, Grid, grid_of, grids_of
from guiju.exchange.superiors_forms.mapping import OPEN, Fill, FormMapping, ListFill, MatrixColumn, MatrixFill
from guiju.exchange.superiors_forms.matrices import MatrixHead, read_head
from guiju.exchange.superiors_forms.pointing import headings
from guiju.exchange.superiors_forms.references import address, place
from guiju.exchange.superiors_forms.sheet import Sheet
from guiju.exchange.superiors_forms.word import WordBlank
from guiju.exchange.superiors_forms.workbook import WorkbookBlank


@dataclass
class Compared:
    """The mapping that fits the new blank, what is told of the changes, and what a person has to point at again."""

    mapping: FormMapping
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def compared(old: Blank, new: Blank, mapping: FormMapping) -> Compared:
    """Carry a mapping over to a new blank. Raises FormError where one is a workbook and the other a Word form."""
    if old.kind != new.kind:
        raise FormError("原来的是 Excel 表、新的是 Word 表（或者相反），对应关系带不过去。请作为另一份表上传。")
    found = Compared(replace(mapping, cells={}, lists=(), matrices=()))
    if isinstance(old, WordBlank) and isinstance(new, WordBlank):
        _word(old, new, mapping, found)
    elif isinstance(old, WorkbookBlank) and isinstance(new, WorkbookBlank):
        _workbook(old, new, mapping, found)
    return found


def _workbook(old: WorkbookBlank, new: WorkbookBlank, mapping: FormMapping, found: Compared) -> None:
    cells: dict[str, Fill] = {}
    for where, fill in mapping.cells.items():
        title, _, cell = where.rpartition("!")
        now = _same_sheet(old, new, title)
        moved = _moved(old.sheets[title], new.sheets[now], place(cell)) if now else None
        label = label_of(old, where)
        if moved is None or now is None:
            found.asked.append(f"“{label}”（原来在 {cell}）找不到了，请重新指定。")
            continue
        cells[f"{now}!{address(*moved)}"] = fill
        if address(*moved) != cell:
            found.told.append(f"“{label}”从 {cell} 移到 {address(*moved)}。")
    lists = [_sheet_list(old, new, one, found) for one in mapping.lists]
    _carry_over(cells, lists, [_matrix(old, new, one, found) for one in mapping.matrices], found)


def _carry_over(
    cells: dict[str, Fill],
    lists: Sequence[ListFill | None],
    matrices: Sequence[MatrixFill | None],
    found: Compared,
) -> None:
    """The mapping of the new blank: what found its place there."""
    found.mapping = replace(
        found.mapping,
        cells=cells,
        lists=tuple(one for one in lists if one),
        matrices=tuple(one for one in matrices if one),
    )


def _same_sheet(old: WorkbookBlank, new: WorkbookBlank, title: str) -> str | None:
    """The sheet of this name; the only one where there is but one in both."""
    if title in new.sheets:
        return title
    return next(iter(new.sheets)) if len(old.sheets) == len(new.sheets) == 1 else None


def _unique(sheet: Grid) -> dict[str, tuple[int, int]]:
    texts = list(sheet.texts())
    counts = Counter(text for _, text in texts)
    return {text: at for at, text in texts if counts[text] == 1}


def _moved(old: Sheet, new: Sheet, at: tuple[int, int]) -> tuple[int, int] | None:
    """Where a cell stands now, by its own text or by the texts left of it and above it; None where that is not certain."""
    before, now = _unique(old), _unique(new)
    own = old.text(at)
    if own:
        return now.get(own) if own in before else None
    left = next((old.head_of((c, at[1])) for c in range(at[0] - 1, 0, -1) if old.text((c, at[1]))), None)
    above = next((old.head_of((at[0], r)) for r in range(at[1] - 1, 0, -1) if old.text((at[0], r))), None)
    anchors = [one for one in (left, above) if one is not None]
    if not anchors or any(old.text(one) not in before or old.text(one) not in now for one in anchors):
        return None
    row_by, column_by = left or above, above or left
    assert row_by is not None and column_by is not None
    row = now[old.text(row_by)][1] + at[1] - row_by[1]
    column = now[old.text(column_by)][0] + at[0] - column_by[0]
    return None if new.text((column, row)) or new.formula((column, row)) else (column, row)


def _sheet_list(old: WorkbookBlank, new: WorkbookBlank, one: ListFill, found: Compared) -> ListFill | None:
    now = _same_sheet(old, new, one.where)
    heads = {column: old.sheets[one.where].text((column, one.heading)) for column in one.columns}
    row = _heading_row(new.sheets[now], set(heads.values())) if now else 0
    if not row or now is None:
        found.asked.append(f"名册的表头（{'、'.join(list(heads.values())[:4])}…）找不到了，请重新指定。")
        return None
    _, _, told = headings(new, f"{now}!A{row}")
    shift = row - one.heading
    columns = _columns(heads, told, one.columns, _all_heads(old.sheets[one.where], one), found)
    return replace(one, where=now, heading=row, first=one.first + shift, columns=columns)


def _all_heads(sheet: Sheet, one: ListFill) -> set[str]:
    return {sheet.text((column, one.heading)) for column in range(1, sheet.last()[0] + 1)}


def _heading_row(sheet: Sheet, wanted: set[str]) -> int:
    """The row that holds most of the headings, at least half of them."""
    rows = Counter(at[1] for at, text in sheet.texts() if text in wanted)
    row, count = max(rows.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return row if 2 * count >= len(wanted) else 0


def _columns(
    heads: Mapping[int, str], told: Mapping[int, str], fields: Mapping[int, str], before: Iterable[str], found: Compared
) -> dict[int, str]:
    """The fields by the columns of the new heading; what is gone and what is new is said."""
    counts = Counter(told.values())
    now = {text: column for column, text in told.items() if counts[text] == 1}
    columns: dict[int, str] = {}
    for column, text in heads.items():
        if text in now:
            columns[now[text]] = fields[column]
            if now[text] != column:
                found.told.append(f"“{text}”一栏从第{column}栏移到第{now[text]}栏。")
        else:
            found.told.append(f"“{text}”一栏没有了，不再填。")
    found.asked += [f"新增“{text}”一栏，请指定填什么。" for text in told.values() if text not in set(before)]
    return columns


def _matrix(old: Blank, new: Blank, one: MatrixFill, found: Compared) -> MatrixFill | None:
    was, corner = grid_of(old, one.where), (min(one.columns), one.first)
    if was is None:
        return None
    before = read_head(was, corner)
    said = {before.columns[column]: column for column in one.columns if column in before.columns}
    grid, head = _same_matrix(was, new, one, set(said))
    if grid is None or head is None:
        found.asked.append(f"交叉表（原来从 {was.called(corner)} 起）找不到了，请重新指定。")
        return None
    columns: dict[int, MatrixColumn] = {}
    for column, pair in head.columns.items():
        if pair in said:
            columns[column] = one.columns[said[pair]]
        else:
            columns[column] = MatrixColumn((), (OPEN,))
            found.asked.append(f"交叉表新增“{' '.join(dict.fromkeys(pair))}”一列，请指定填什么。")
    found.told += [
        f"交叉表的“{' '.join(dict.fromkeys(pair))}”一列没有了，不再填。"
        for pair in said
        if pair not in head.columns.values()
    ]
    moved = min(head.columns), head.first
    if moved != corner:
        found.told.append(f"交叉表从 {was.called(corner)} 移到 {grid.called(moved)}。")
    rows = {row: words for row, words in one.rows.items() if before.rows.get(row) == head.rows.get(row)}
    return replace(
        one,
        where=head.where,
        head_column=head.head_column,
        first=head.first,
        last=head.last,
        columns=columns,
        rows=rows,
    )


def _same_matrix(
    was: Grid, new: Blank, one: MatrixFill, said: set[tuple[str, str]]
) -> tuple[Grid | None, MatrixHead | None]:
    """Where the matrix stands in the new blank: in the sheet of its name or the only one; of tables where most heads are."""
    grids = grids_of(new)
    if isinstance(was, Sheet):
        grids = [grid for grid in grids if grid.name == was.name] or (grids if len(grids) == 1 else [])
    best: tuple[Grid | None, MatrixHead | None] = None, None
    most = 0
    for grid in sorted(grids, key=lambda grid: grid.name != was.name):
        moved = _moved_corner(was, grid, one)
        head = _head_at(grid, moved) if moved else None
        same = len(said & set(head.columns.values())) if head else 0
        if same > most:
            best, most = (grid, head), same
    return best


def _head_at(sheet: Grid, at: tuple[int, int]) -> MatrixHead | None:
    try:
        return read_head(sheet, at)
    except FormError:
        return None


def _moved_corner(old: Grid, new: Grid, one: MatrixFill) -> tuple[int, int] | None:
    """The first figure's cell: right of where the row heads stand now, in the row of the first of them that is there."""
    now = _unique(new)
    at = next(
        (now[text] for row in range(one.first, one.last + 1) if (text := old.text((one.head_column, row))) in now), None
    )
    if at is None:
        return None
    row = at[1]
    while row > 1 and new.text((at[0], row - 1)) and new.text((at[0], row - 1)) in _heads(old, one):
        row -= 1
    return at[0] + min(one.columns) - one.head_column, row


def _heads(old: Grid, one: MatrixFill) -> set[str]:
    return {old.text((one.head_column, row)) for row in range(one.first, one.last + 1)}


def _word(old: WordBlank, new: WordBlank, mapping: FormMapping, found: Compared) -> None:
    before, now = (Counter((spot.kind, spot.label) for spot in blank.spots()) for blank in (old, new))
    places = {(spot.kind, spot.label): spot.where for spot in new.spots()}
    kinds = {spot.where: (spot.kind, spot.label) for spot in old.spots()}
    cells: dict[str, Fill] = {}
    for where, fill in mapping.cells.items():
        key = kinds.get(where, ("", ""))
        if before[key] != 1 or now[key] != 1:
            found.asked.append(f"“{key[1] or where}”找不到了，或者不止一处，请重新指定。")
            continue
        cells[places[key]] = fill
        if places[key] != where:
            found.told.append(f"“{key[1]}”换了位置，照旧填。")
    lists = [_word_list(old, new, one, found) for one in mapping.lists]
    _carry_over(cells, lists, [_matrix(old, new, one, found) for one in mapping.matrices], found)


def _word_list(old: WordBlank, new: WordBlank, one: ListFill, found: Compared) -> ListFill | None:
    _, _, told = headings(old, f"{one.where}.r{one.heading}.c1")
    heads = {column: told.get(column, "") for column in one.columns}
    for table in range(1, len(new.tables) + 1):
        try:
            _, _, fresh = headings(new, f"t{table}.r{one.heading}.c1")
        except (FormError, IndexError):
            continue
        if 2 * len(set(heads.values()) & set(fresh.values())) >= len(heads):
            columns = _columns(heads, fresh, one.columns, told.values(), found)
            return replace(one, where=f"t{table}", columns=columns)
    found.asked.append("名册的表头找不到了，请重新指定。")
    return None
