"""The case as its entries tell it: rows folded from them, and the private values that are open, closed or erased."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from guiju.kernel.evidence.api import Evidence, is_kept
from guiju.kernel.ledger.api import (
    Entry,
    Opening,
    State,
    fold,
    leaf_hash,
    ledgered_models,
    openings,
    private_columns,
    table_of,
)
from guiju.kernel.matters.api import Matter

Row = Mapping[str, Any]


class ArchiveError(ValueError):
    """An archive that cannot be made; the text says why and what to do, in Chinese."""


@dataclass(frozen=True)
class PrivatePlace:
    """Where a private value stands: table, key and field of the row, and the commitment that is there."""

    table: str
    key: int
    field: str
    commitment: str

    @property
    def code(self) -> str:
        """How the entry of the export names it."""
        return f"{self.table}.{self.key}.{self.field}"


@dataclass(frozen=True)
class Case:
    """A matter as its entries up to one of them tell it; `clear` are opened private values by commitment."""

    matter_id: int
    lines: tuple[tuple[int, str, str], ...]  # index, leaf, text of each entry
    state: State
    erased: Mapping[str, int]  # commitment -> index of the entry that erased it
    clear: Mapping[str, Opening]

    def rows(self, model: type[models.Model]) -> list[tuple[int, Row]]:
        """Keys and recorded values of a table's rows, oldest first; empty fields are missing."""
        table = table_of(model)
        return sorted((key, row) for (name, key), row in self.state.rows.items() if name == table)

    @property
    def matter(self) -> Row:
        return self.state.rows[(table_of(Matter), self.matter_id)]

    def text(self, row: Row, field: str) -> str:
        """Clear text of a private field; empty where there is none, or it was erased."""
        opening = self.clear.get(row.get(field, ""))
        return opening.value if opening else ""

    def private_places(self) -> Iterator[PrivatePlace]:
        """Every private value that a row of the matter holds now, in the order of tables, keys and fields."""
        columns = {table_of(model): private_columns(model) for model in ledgered_models()}
        for table, key in sorted(self.state.rows):
            row = self.state.rows[(table, key)]
            for field in columns.get(table, ()):
                if row.get(field):
                    yield PrivatePlace(table, key, field, row[field])


def told_case(matter_id: int, *, until: int | None = None, opened: bool = False) -> Case:
    """Fold the entries of a matter, up to and with the entry `until`. `opened` opens its private values.

    Raises ArchiveError where an entry is not what was hashed.
    """
    entries = Entry.objects.filter(matter_id=matter_id).order_by("index")
    if until is not None:
        entries = entries.filter(index__lte=until)
    lines = tuple(entries.values_list("index", "leaf", "body"))
    state = fold(body for _, _, body in lines)
    # A number series that an earlier matter began is changed here without having been added: no fault of this one.
    whole = all(leaf_hash(body.encode()).hex() == leaf for _, leaf, body in lines)
    if not whole or (table_of(Matter), matter_id) not in state.rows:
        raise ArchiveError("这件事项的留痕前后对不上，不能制作卷宗。请先运行核验，查明再做。")
    erased = {commitment: index for index, _, body in lines for commitment in json.loads(body).get("erased", ())}
    case = Case(matter_id, lines, state, erased, {})
    if not opened:
        return case
    wanted = {place.commitment for place in case.private_places()} - erased.keys()
    clear = openings(wanted)
    if wanted - clear.keys():
        raise ArchiveError("有加密保存的内容不在保管库里，也没有删除的留痕，卷宗做不全。请先运行核验，查明再做。")
    return Case(matter_id, lines, state, erased, clear)


def require_files(case: Case) -> None:
    """Raise ArchiveError where a file of the evidence is not in its folder."""
    lost = [row for _, row in case.rows(Evidence) if not is_kept(row["sha256"])]
    if lost:
        raise ArchiveError(
            f"有 {len(lost)} 件材料的文件不在证据文件夹里，卷宗做不全。请用备份恢复证据文件夹，再制作卷宗。"
        )
