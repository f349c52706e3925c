"""In which order sheets and workbooks are imported: what names matters of others comes after these."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from guiju.exchange.importing.identity import same_number
from guiju.exchange.importing.reading import ReadSheet
from guiju.exchange.importing.recognising import Recognised, Remembered, recognise
from guiju.exchange.sheets.api import Workbook, apply_mapping, shown
from guiju.kernel.procedure.api import Register

Numbers = tuple[set[str], set[str]]
"""The numbers that something has of its own, and those of other matters that it names."""


def ordered(told: Sequence[Numbers]) -> list[int]:
    """Places in an order in which what names numbers follows what has them; the fewest open names go first."""
    waiting = list(range(len(told)))
    found: list[int] = []
    while waiting:
        open_names = {at: sum(len(told[at][1] & told[other][0]) for other in waiting if other != at) for at in waiting}
        chosen = min(waiting, key=lambda at: (open_names[at], at))
        waiting.remove(chosen)
        found.append(chosen)
    return found


def in_order(reads: Sequence[ReadSheet]) -> list[ReadSheet]:
    """Sheets of one workbook: those that name matters of other sheets after these, otherwise as they stand."""
    if len(reads) < 2:
        return list(reads)
    told = [_numbers(read.recognised.register, (line.values for line in read.lines)) for read in reads]
    return [reads[at] for at in ordered(told)]


def _numbers(register: Register, rows: Iterable[Mapping[str, object]]) -> Numbers:
    own: set[str] = set()
    named: set[str] = set()
    for row in rows:
        own.add(same_number(str(row.get(register.number) or "")))
        named.update(same_number(str(row.get(name) or "")) for name in register.names_matters)
    return own - {""}, named - {""}


def in_reading_order(
    books: Sequence[Workbook], registers: Sequence[Register], remembered: Mapping[str, Remembered]
) -> list[Workbook]:
    """Workbooks in an order in which, where possible, every number that a row names was imported before."""
    if len(books) < 2:
        return list(books)
    told = [_of_workbook(book, registers, remembered) for book in books]
    return [books[at] for at in ordered(told)]


def _of_workbook(book: Workbook, registers: Sequence[Register], remembered: Mapping[str, Remembered]) -> Numbers:
    own: set[str] = set()
    named: set[str] = set()
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
        has, names = _numbers(found.register, rows)
        own |= has
        named |= names
    return own, named
