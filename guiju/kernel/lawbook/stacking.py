"""Laying the packs of nation, city, district and town over one another: a later one replaces only what it says."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from guiju.kernel.lawbook.basis import Basis
from guiju.kernel.lawbook.book import Lawbook
from guiju.kernel.lawbook.errors import RulepackInvalid, UnknownLaw
from guiju.kernel.lawbook.items import ItemRow
from guiju.kernel.lawbook.packs import Pack, read_pack, shipped_folder
from guiju.kernel.lawbook.rows import CodeList, CodeTable, ContentFile, LawRow, NamedValue, TermRule

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")
WithBasis = TypeVar("WithBasis", TermRule, NamedValue, ItemRow)


def load_lawbook(packs: Sequence[str], folder: Path | None = None) -> Lawbook:
    """The lawbook of the named packs, given from the nation to the town; built once in a process.

    A pack may replace a row of a pack before it only if its file names the row under `overrides`.
    Raises RulepackInvalid (a file is wrong, a row is doubled), UnknownLaw (a basis names a law that no pack holds).
    """
    return _build(tuple(packs), folder or shipped_folder())


@lru_cache(maxsize=16)
def _build(names: tuple[str, ...], folder: Path) -> Lawbook:
    read = [read_pack(name, folder) for name in names]
    laws: dict[str, LawRow] = {}
    lists: dict[str, CodeList] = {}
    terms: dict[str, tuple[TermRule, ...]] = {}
    values: dict[str, tuple[NamedValue, ...]] = {}
    tables: dict[tuple[str, str], tuple[CodeTable, ...]] = {}
    items: dict[str, tuple[ItemRow, ...]] = {}
    for pack in read:
        _lay(laws, ((row.id, row) for file in pack.laws for row in file.laws), _overrides(pack.laws), pack)
        _lay(lists, ((row.kind, row) for file in pack.codes for row in file.kinds), _overrides(pack.codes), pack)
    for pack in read:
        term_rows = _grouped((r.id, _titled(r, laws)) for file in pack.terms for r in file.terms)
        value_rows = _grouped((r.name, _titled(r, laws)) for file in pack.values for r in file.values)
        table_rows = _grouped(((r.owner, r.kind), r) for file in pack.codes for r in file.tables)
        _lay(terms, term_rows, _overrides(pack.terms), pack)
        _lay(values, value_rows, _overrides(pack.values), pack)
        _lay(tables, table_rows, _overrides(pack.codes), pack)
        item_rows = _grouped((r.id, _titled(r, laws)) for file in pack.items for r in file.items)
        _lay(items, item_rows, _overrides(pack.items), pack)
    return Lawbook(
        packs=names,
        laws=MappingProxyType(laws),
        _terms=MappingProxyType(terms),
        _values=MappingProxyType(values),
        _lists=MappingProxyType(lists),
        _tables=MappingProxyType(tables),
        _items=MappingProxyType(items),
        title=read[-1].head.title if read else "",
    )


def _lay(onto: dict[Key, Item], rows: Iterable[tuple[Key, Item]], overrides: set[str], pack: Pack) -> None:
    before = set(onto)
    added: set[Key] = set()
    for key, row in rows:
        name = "/".join(key) if isinstance(key, tuple) else str(key)
        if key in before and name not in overrides:
            raise RulepackInvalid(
                f"规则包“{pack.head.name}”的“{name}”与上级规则包重复。确要替换的，请把它写进该文件的 overrides。"
            )
        if key in added:
            raise RulepackInvalid(f"规则包“{pack.head.name}”内“{name}”重复。请删去一个。")
        added.add(key)
        onto[key] = row


def _overrides(files: Iterable[ContentFile]) -> set[str]:
    return {name for file in files for name in file.overrides}


def _grouped(rows: Iterable[tuple[Key, Item]]) -> list[tuple[Key, tuple[Item, ...]]]:
    groups: dict[Key, list[Item]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    return [(key, tuple(group)) for key, group in groups.items()]


def _titled(row: WithBasis, laws: dict[str, LawRow]) -> WithBasis:
    update: dict[str, object] = {"basis": row.basis and _with_title(row.basis, laws)}
    if isinstance(row, TermRule):
        update["also"] = tuple(_with_title(basis, laws) for basis in row.also)
    if isinstance(row, ItemRow):
        update["returned_by"] = row.returned_by and _with_title(row.returned_by, laws)
    return row.model_copy(update=update)


def _with_title(basis: Basis, laws: dict[str, LawRow]) -> Basis:
    if basis.law not in laws:
        raise UnknownLaw(basis.law)
    return replace(basis, title=laws[basis.law].short)
