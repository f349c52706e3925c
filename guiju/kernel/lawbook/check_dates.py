"""Second part of the check: the dated rows of one id follow one another without overlap and without gap."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from guiju.kernel.lawbook.check_files import KEYED, Placed, ReadPack
from guiju.kernel.lawbook.problem import Problem
from guiju.kernel.lawbook.rows import DatedRow

_ONE_DAY = timedelta(1)


def check_dates(pack: ReadPack, today: date) -> Iterator[Problem]:
    """Overlaps and gaps of versions, term rules, values, code tables, items; texts not checked up to today."""
    for law in pack.rows("laws", "laws"):
        versions = [
            Placed(version, law.file, law.root, (*law.way, "versions", index))
            for index, version in enumerate(law.row.versions)
        ]
        yield from _succession(law.row.short, versions)
        yield from _unconfirmed(law.row.short, versions, today)
    for kind, part, names in KEYED:
        groups: dict[str, list[Placed[Any]]] = {}
        for row in (row for row in pack.rows(kind, part) if isinstance(row.row, DatedRow)):
            groups.setdefault("/".join(getattr(row.row, name) for name in names), []).append(row)
        for name, rows in groups.items():
            # An item may be taken back and come again later; everything else holds without a gap.
            yield from _succession(name, rows, gaps=kind == "items")


def _succession(name: str, rows: Iterable[Placed[Any]], *, gaps: bool = False) -> Iterator[Problem]:
    ordered = sorted(rows, key=lambda placed: placed.row.from_)
    for earlier, later in itertools.pairwise(ordered):
        ends, begins = earlier.row.to, later.row.from_
        if ends is None or begins <= ends:
            until = "没有失效日" if ends is None else f"到{ends}失效"
            yield later.problem(f"“{name}”自{begins}施行，与前一版本（{until}）重叠。请改正起止日期。", "from")
        elif not gaps and begins > ends + _ONE_DAY:
            first, last = ends + _ONE_DAY, begins - _ONE_DAY
            yield later.problem(f"“{name}”自{first}至{last}没有版本。请补录这一段，或改正起止日期。", "from")


def _unconfirmed(name: str, versions: Iterable[Placed[Any]], today: date) -> Iterator[Problem]:
    for version in versions:
        still_in_force = version.row.to is None or version.row.to >= today
        if still_in_force and version.row.confirmed_until < today:
            day = version.row.confirmed_until
            yield version.warning(
                f"《{name}》的文本只核对到{day}。请核对其后有无修改，再改 confirmed_until。", "confirmed_until"
            )
