"""The lines of a superior's export as sides of a comparison."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from guiju.exchange.importing.api import Line, ReadRows, ReadSheet, State, content_digest, same_number
from guiju.exchange.reconciling.likeness import Side, evened, evened_area, evened_names
from guiju.exchange.sheets.api import NO_SUGGESTION, Ask
from guiju.kernel.indicators.api import Period
from guiju.kernel.procedure.api import Joins, Moment, Opens, Register

LONGEST_NAME = 4
_BETWEEN_NAMES = re.compile("[、，,；;/\\n]+")


@dataclass(frozen=True)
class Theirs:
    """A line there as the lists show it. Its key is kept with decisions.

    `within`: its day lies in the period, or is not told. `doubled`: it repeats an earlier line word for word. `unread`:
    why it cannot become a matter, as far as that lies in the line.
    """

    key: str
    sheet: str
    row: int
    number: str
    on: dt.date | None
    within: bool
    doubled: bool = False
    names: tuple[str, ...] = ()
    unread: str = ""

    @property
    def where(self) -> str:
        """The place of the line in words."""
        return f"“{self.sheet}”第{self.row}行"


@dataclass(frozen=True)
class TheirLine:
    """A line there while the comparison is made: its side, the row as it was read, and what it tells."""

    theirs: Theirs
    side: Side
    read: ReadSheet
    line: Line
    told: Opens | None


@dataclass
class Export:
    """The lines that are compared, and how many others there are, by why they are not."""

    lines: list[TheirLine] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)

    @property
    def kinds(self) -> set[str]:
        """Of which kinds of matter the lines are."""
        return {line.told.kind for line in self.lines if line.told}

    @property
    def numbers(self) -> set[str]:
        """All numbers that the lines tell, evened."""
        return {number for line in self.lines for number in line.side.numbers}

    @property
    def told(self) -> frozenset[str]:
        """The names of everything that the lines and their steps tell."""
        found: set[str] = set()
        for line in self.lines:
            found.update(line.line.values)
            for intent in line.told.intents if line.told else ():
                found.update(intent.values)
        return frozenset(found)


def their_lines(rows: ReadRows, register: Register, system: str, moment: Moment, period: Period) -> Export:
    """Every line as a side; lines of units that the person does not see, and of people's taking part, are set aside."""
    found, reader = Export(), _Reader(register, system, moment, period)
    seen = None if moment.acting.sees_town else set(moment.acting.unit_ids)
    for read in rows.sheets:
        for line in read.lines:
            unit = line.values.get(register.unit)
            if seen is not None and unit is not None and unit not in seen:
                found.aside["不在您的范围内"] += 1
                continue
            told = reader.told(line)
            if isinstance(told, Joins):
                found.aside["只是谁参加了哪一件，不是一件事项"] += 1
                continue
            found.lines.append(reader.line(read, line, told))
    return found


class _Reader:
    """Makes sides of the lines of one export; lines of one key are told apart by their order."""

    def __init__(self, register: Register, system: str, moment: Moment, period: Period) -> None:
        self.register, self.system, self.moment, self.period = register, system, moment, period
        self.met: Counter[str] = Counter()
        self.days = [item.name for item in register.fields if item.kind in ("date", "moment")]
        self.names = [item.name for item in register.fields if item.kind in ("person_name", "person_names")]

    def told(self, line: Line) -> Opens | Joins | None:
        """What a line tells; None where a cell of it is wrong or asked, or a person has to say what it means."""
        if line.state in (State.WRONG, State.ASK) and line.findings:
            return None
        told = self.register.tells(line.values, self.moment)
        return told if isinstance(told, Opens | Joins) else None

    def line(self, read: ReadSheet, line: Line, told: Opens | None) -> TheirLine:
        """A line with its side and its key."""
        number = str(line.values.get(self.register.number) or "")
        key = line_key(self.system, self.register.id, number, line.values)
        self.met[key] += 1
        key = key if self.met[key] == 1 else f"{key}-{self.met[key]}"
        values = as_suggested(read, line)
        days = {name: day for name in self.days if isinstance(day := values.get(name), dt.date)}
        on = (told.intents[0].event_date if told else None) or min(days.values(), default=None)
        if on is not None:
            days[""] = on
        village, unit = values.get("village"), values.get(self.register.unit)
        area = self.moment.directory.unit_names.get(village if isinstance(village, int) else unit or 0, "")
        numbers = frozenset({same_number(number)} if number else ())
        names = evened_names(self._names(values))
        side = Side(key, numbers, days, names, evened(str(values.get("place") or "")), evened_area(area))
        within = on is None or self.period.start <= on <= self.period.as_of
        doubled = line.state is State.DOUBLED
        theirs = Theirs(key, read.name, line.number, number, on, within, doubled, tuple(sorted(names)))
        return TheirLine(theirs, side, read, line, told)

    def _names(self, values: Mapping[str, Any]) -> Iterable[str]:
        for name in self.names:
            value = values.get(name)
            if value:
                yield from (value,) if isinstance(value, str) else value


def line_key(system: str, register: str, number: str, values: Mapping[str, Any]) -> str:
    """By what a line is known in the next export: the system's number, else a keyed hash of what it says."""
    if number:
        return hashlib.sha256(f"{system}\n{register}\n{same_number(number)}".encode()).hexdigest()
    return content_digest(f"{system}\n{register}", values)


def as_suggested(read: ReadSheet, line: Line) -> Mapping[str, Any]:
    """What the line says, where a cell is a question with what is probably meant: enough to look for its like."""
    fields = {heading.column: name for name, heading in read.recognised.columns.items()}
    meant = {
        fields[finding.column]: _meant(read, line, fields[finding.column], finding.column, finding.result.suggestion)
        for finding in line.findings
        if finding.column in fields
        and isinstance(finding.result, Ask)
        and finding.result.suggestion is not NO_SUGGESTION
    }
    return {**line.values, **meant} if meant else line.values


def _meant(read: ReadSheet, line: Line, name: str, column: int, suggestion: Any) -> Any:
    """The suggestion; of 何 仙英、罗 永玉 two names of one blank each, which the importer would rather ask about."""
    raw = read.recognised.sheet.row(line.number)[column]
    if read.recognised.register.field_table[name].kind != "person_names" or not isinstance(raw, str) or "等" in raw:
        return suggestion
    pieces = [piece.split() for piece in _BETWEEN_NAMES.split(raw) if piece.strip()]
    whole = [["".join(parts)] if len("".join(parts)) <= LONGEST_NAME else parts for parts in pieces]
    return tuple(name for parts in whole for name in parts)
