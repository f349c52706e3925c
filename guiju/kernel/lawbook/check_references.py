"""Third part of the check: ids are unique, overrides are meant, bases and codes exist on the days they are used."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from guiju.kernel.lawbook.basis import Basis, whole_article
from guiju.kernel.lawbook.check_files import KEYED, Placed, ReadPack
from guiju.kernel.lawbook.problem import Problem
from guiju.kernel.lawbook.rows import DatedRow, LawRow, Unit, VersionRow

Laws = dict[str, LawRow]


def check_ids(chain: Sequence[ReadPack]) -> Iterator[Problem]:
    """Doubled ids inside the last pack of a chain, and rows of packs above that it replaces without saying so."""
    pack = chain[-1]
    for kind, part, names in KEYED:
        above = {_name(row, names) for upper in chain[:-1] for row in upper.rows(kind, part)}
        declared = {name for _, _, name in pack.overrides(kind)}
        seen: set[str] = set()
        for row in pack.rows(kind, part):
            name = _name(row, names)
            if name in seen and not isinstance(row.row, DatedRow):
                yield row.problem(f"“{name}”在本规则包内重复。请删去一个。", names[0])
            if name in above and name not in declared and name not in seen:
                yield row.problem(f"“{name}”与上级规则包重复。确要替换的，请写进本文件的 overrides。", names[0])
            seen.add(name)
    yield from _idle_overrides(chain)


def _idle_overrides(chain: Sequence[ReadPack]) -> Iterator[Problem]:
    for kind in dict.fromkeys(kind for kind, _, _ in KEYED):
        parts = [(part, names) for of, part, names in KEYED if of == kind]
        above = {_name(row, names) for upper in chain[:-1] for part, names in parts for row in upper.rows(kind, part)}
        own = {_name(row, names) for part, names in parts for row in chain[-1].rows(kind, part)}
        for file, index, name in chain[-1].overrides(kind):
            if name not in above:
                yield file.problem(f"overrides 中的“{name}”在上级规则包里没有。请核对名称。", "overrides", index)
            elif name not in own:
                yield file.problem(
                    f"overrides 中的“{name}”在本规则包里没有写新的内容。请补上或删去。", "overrides", index
                )


def check_references(chain: Sequence[ReadPack]) -> Iterator[Problem]:
    """Bases of the last pack name articles in force on the row's days; code tables name our own codes."""
    pack = chain[-1]
    laws: Laws = {row.row.id: row.row for upper in chain for row in upper.rows("laws", "laws")}
    for law in pack.rows("laws", "laws"):
        for index, version in enumerate(law.row.versions):
            numbers = [article.number for article in version.articles]
            for place, number in enumerate(numbers):
                if number in numbers[:place]:
                    way = ("versions", index, "articles", place)
                    yield law.problem(f"《{law.row.short}》同一版本的“{number}”写了两次。请删去一个。", *way)
    for row in pack.rows("terms", "terms"):
        yield from _basis(row, row.row.basis, laws, "basis")
        for basis in row.row.also:
            yield from _basis(row, basis, laws, "also")
        yield from _unit(row, laws)
    for row in pack.rows("values", "values"):
        yield from _basis(row, row.row.basis, laws, "basis")
    for row in pack.rows("items", "items"):
        yield from _item(row, laws)
    lists = {row.row.kind: row.row for upper in chain for row in upper.rows("codes", "kinds")}
    for table in pack.rows("codes", "tables"):
        yield from _codes(table, lists)


def _basis(row: Placed[Any], basis: Basis, laws: Laws, field: str) -> Iterator[Problem]:
    law = laws.get(basis.law)
    if law is None:
        yield row.problem(_not_held(basis.law), field)
        return
    touched = [version for version in law.versions if _touches(version, row.row)]
    if not any(version.in_force(row.row.from_) for version in touched):
        yield row.problem(f"《{law.short}》在{row.row.from_}没有施行的版本。请改正本行的 from 或补录版本。", field)
    wanted = {basis.article, whole_article(basis.article)}
    for version in touched:
        if basis.article and not wanted & {article.number for article in version.articles}:
            yield row.problem(
                f"《{law.short}》自{version.from_}施行的版本中没有“{basis.article}”。请在 laws.yaml 补录该条，或核对条号。",
                field,
            )


def _item(row: Placed[Any], laws: Laws) -> Iterator[Problem]:
    if row.row.basis is not None:
        yield from _basis(row, row.row.basis, laws, "basis")
    notice = row.row.returned_by
    if notice is None:
        return
    law = laws.get(notice.law)
    if law is None:
        yield row.problem(_not_held(notice.law), "returned_by")
    elif not any(version.in_force(row.row.to + timedelta(1)) for version in law.versions):
        yield row.problem(f"《{law.short}》在{row.row.to}的次日没有施行。请改正最后一天，或核对文件。", "returned_by")


def _not_held(law: str) -> str:
    return f"依据的法律文件“{law}”不在规则库中。请在 laws.yaml 补录，或核对标识。"


def _unit(row: Placed[Any], laws: Laws) -> Iterator[Problem]:
    # Some Acts say which numbers of days are working days; a row that disagrees with its Act is the classic mistake.
    law, amount, unit = laws.get(row.row.basis.law), row.row.amount, row.row.unit
    if law is None or unit not in (Unit.DAY, Unit.WORKING_DAY):
        return
    for version in law.versions:
        if not version.working_days or not _touches(version, row.row):
            continue
        should = Unit.WORKING_DAY if amount in version.working_days else Unit.DAY
        if unit is not should:
            yield row.problem(
                f"《{law.short}》规定的{amount}日应按{should}计算，本行写的是{unit}。请改正 unit。", "unit"
            )


def _codes(table: Placed[Any], lists: dict[str, Any]) -> Iterator[Problem]:
    ours = lists.get(table.row.kind)
    if ours is None:
        yield table.problem(f"类别“{table.row.kind}”没有本产品的类别表。请在 kinds 中补录。", "kind")
        return
    known = {code.code for code in ours.codes}
    for theirs, code in table.row.inward.items():
        if code not in known:
            yield table.problem(f"“{theirs}”对应的“{code}”不在{ours.label}中。请核对代码。", "inward", theirs)
    for code in table.row.outward:
        if code not in known:
            yield table.problem(f"“{code}”不在{ours.label}中。请核对代码。", "outward", code)


def _touches(version: VersionRow, row: DatedRow) -> bool:
    return (row.to is None or version.from_ <= row.to) and (version.to is None or row.from_ <= version.to)


def _name(row: Placed[Any], names: Sequence[str]) -> str:
    return "/".join(getattr(row.row, name) for name in names)
