"""In which order sheets and workbooks are imported: what names matters of others comes after these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guiju.exchange.importing.identity import same_number
from guiju.exchange.importing.reading import ReadSheet
from guiju.exchange.importing.recognising import Recognised, Remembered, recognise
from guiju.exchange.sheets.api import Workbook, apply_mapping, shown
from guiju.kernel.procedure.api import Register


@dataclass
class Numbers:
    """The numbers that something has of its own, and those of other matters that it names and that it needs.

    What needs matters of others as a rule (`late`) follows the rest even where no number says so: a log of services
    tells less of an opinion than the register of opinions.
    """

    own: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    needed: set[str] = field(default_factory=set)
    late: bool = False

    def add(self, other: Numbers) -> None:
        self.own |= other.own
        self.named |= other.named
        self.needed |= other.needed
        self.late |= other.late


def ordered(told: Sequence[Numbers]) -> list[int]:
    """Places in an order in which what names numbers follows what has them.

    Some name one another (a register names orders, the orders name its matters): among these what needs none of the
    open names goes first, then what has the fewest, then what is not late; what only names such a circle follows it.
    """
    open_names = _among(told, [numbers.named for numbers in told])
    needed = _among(told, [numbers.needed for numbers in told])
    waiting = list(range(len(told)))
    found: list[int] = []
    while waiting:
        behind = {at: _behind(at, open_names) for at in waiting}
        free = [at for at in waiting if all(at in behind[other] for other in behind[at])]
        chosen = min(free, key=lambda at: (sum(needed[at].values()), sum(open_names[at].values()), told[at].late, at))
        waiting.remove(chosen)
        found.append(chosen)
        for table in (open_names, needed):
            del table[chosen]
            for numbers in table.values():
                numbers.pop(chosen, None)
    return found


def _among(told: Sequence[Numbers], wanted: Sequence[set[str]]) -> dict[int, dict[int, int]]:
    """For each place, the other places that have numbers it wants, and how many."""
    places = range(len(told))
    return {
        at: {other: n for other in places if other != at and (n := len(wanted[at] & told[other].own))} for at in places
    }


def _behind(at: int, open_names: Mapping[int, Mapping[int, int]]) -> set[int]:
    """Everything whose numbers it names, and what these name in turn."""
    found: set[int] = set()
    waiting = list(open_names[at])
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting += open_names[other]
    return found


def in_order(reads: Sequence[ReadSheet]) -> list[ReadSheet]:
    """Sheets of one workbook: those that name matters of other sheets after these, otherwise as they stand."""
    if len(reads) < 2:
        return list(reads)
    told = [_numbers(read.recognised.register, (line.values for line in read.lines)) for read in reads]
    return [reads[at] for at in ordered(told)]


def _numbers(register: Register, rows: Iterable[Mapping[str, object]]) -> Numbers:
    told = Numbers()
    for row in rows:
        told.own.add(same_number(str(row.get(register.number) or "")))
        told.named.update(same_number(str(row.get(name) or "")) for name in register.names_matters)
    told.own.discard("")
    told.named.discard("")
    told.needed, told.late = set(told.named) if register.needs_matters else set(), register.needs_matters
    return told


def in_reading_order(
    books: Sequence[Workbook], registers: Sequence[Register], remembered: Mapping[str, Remembered]
) -> list[Workbook]:
    """Workbooks in an order in which, where possible, every number that a row names was imported before."""
    if len(books) < 2:
        return list(books)
    told = [_of_workbook(book, registers, remembered) for book in books]
    return [books[at] for at in ordered(told)]


def _of_workbook(book: Workbook, registers: Sequence[Register], remembered: Mapping[str, Remembered]) -> Numbers:
    told = Numbers()
    for sheet in book.sheets:
        if not sheet.visible or not sheet.rows:
            continue
        found = recognise(sheet, book.name, registers, remembered)
        if not isinstance(found, Recognised):
            continue
        body = apply_mapping(sheet, found.head, found.mapping)
        columns = {name: [shown(raw) for raw in values] for name, values in body.columns.items()}
        wanted = [name for name in (found.register.number, *found.register.names_matters) if name in columns]
        rows = [dict(zip(wanted, cells, strict=True)) for cells in zip(*(columns[n] for n in wanted), strict=True)]
        told.add(_numbers(found.register, rows))
    return told
