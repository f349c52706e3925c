"""The lines of a superior's export as sides of a comparison."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
    """A line there: its side (whose key is kept with decisions), its sheet and line, its day and kind of matter.

    `within`: its day lies in the period, or is not told. `doubled`: it repeats an earlier line word for word.
    """

    side: Side
    read: ReadSheet
    line: Line
    number: str
    on: dt.date | None
    kind: str
    within: bool
    doubled: bool = False

    @property
    def key(self) -> str:
        return str(self.side.key)

    @property
    def where(self) -> str:
        """The place of the line in words."""
        return f"“{self.read.name}”第{self.line.number}行"


@dataclass
class Export:
    """The lines that are compared, and how many others there are, by why they are not."""

    lines: list[Theirs] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)
    unrecognised: list[str] = field(default_factory=list)

    @property
    def kinds(self) -> set[str]:
        """Of which kinds of matter the lines are."""
        return {line.kind for line in self.lines if line.kind}

    @property
    def numbers(self) -> set[str]:
        return {number for line in self.lines for number in line.side.numbers}


def their_lines(rows: ReadRows, register: Register, system: str, moment: Moment, period: Period) -> Export:
    """Every line as a side; lines of units that the person does not see, and of people's taking part, are set aside."""
    found = Export(unrecognised=[item.sheet.name for item in rows.unrecognised if item.is_table])
    seen = None if moment.acting.sees_town else set(moment.acting.unit_ids)
    met: Counter[str] = Counter()
    for read in rows.sheets:
        for line in read.lines:
            unit = line.values.get(register.unit)
            if seen is not None and unit is not None and unit not in seen:
                found.aside["不在您的范围内"] += 1
                continue
            told = _told(line, register, moment)
            if isinstance(told, Joins):
                found.aside["只是谁参加了哪一件，不是一件事项"] += 1
                continue
            found.lines.append(_side(read, line, told, register, system, moment, period, met))
    return found


def _told(line: Line, register: Register, moment: Moment) -> Opens | Joins | None:
    if line.state in (State.WRONG, State.ASK) and line.findings:
        return None
    told = register.tells(line.values, moment)
    return told if isinstance(told, Opens | Joins) else None


def _side(
    read: ReadSheet,
    line: Line,
    told: Opens | None,
    register: Register,
    system: str,
    moment: Moment,
    period: Period,
    met: Counter[str],
) -> Theirs:
    number = str(line.values.get(register.number) or "")
    key = line_key(system, register.id, number, line.values)
    met[key] += 1
    values = as_suggested(read, line)
    days = dict(_days(values, register))
    on = told.intents[0].event_date if told else None
    on = on or min(days.values(), default=None)
    if on is not None:
        days[""] = on
    village, unit = values.get("village"), values.get(register.unit)
    area = moment.directory.unit_names.get(village if isinstance(village, int) else unit or 0, "")
    side = Side(
        key if met[key] == 1 else f"{key}-{met[key]}",
        frozenset({same_number(number)} if number else ()),
        days,
        evened_names(_names(values, register)),
        evened(str(values.get("place") or "")),
        evened_area(area),
    )
    within = on is None or period.start <= on <= period.as_of
    return Theirs(side, read, line, number, on, told.kind if told else "", within, line.state is State.DOUBLED)


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


def _days(values: Mapping[str, Any], register: Register) -> Iterator[tuple[str, dt.date]]:
    for item in register.fields:
        value = values.get(item.name)
        if item.kind in ("date", "moment") and isinstance(value, dt.date):
            yield item.name, value


def _names(values: Mapping[str, Any], register: Register) -> Iterable[str]:
    for item in register.fields:
        value = values.get(item.name)
        if item.kind == "person_names" and value:
            yield from (value,) if isinstance(value, str) else value
        elif item.kind == "person_name" and value:
            yield str(value)
