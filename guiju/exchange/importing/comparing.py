"""Rows of a sheet that are not imported but laid beside what is on record: read, planned against it, compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guiju.exchange.importing.answers import Answers
from guiju.exchange.importing.going_on import beside_what_it_leaves_out
from guiju.exchange.importing.identifying import Seen, identify
from guiju.exchange.importing.known import mismatches
from guiju.exchange.importing.lines import Difference, Line
from guiju.exchange.importing.numbers import Numbers
from guiju.exchange.importing.planning import Planner
from guiju.exchange.importing.preview import candidates_for, recognised_sheets
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.reading import ReadSheet, read_sheet
from guiju.exchange.importing.recognising import Remembered, Unrecognised
from guiju.exchange.importing.told_again import ToldHere
from guiju.exchange.sheets.api import Workbook
from guiju.kernel.procedure.api import Moment, Opens, Planned, Snapshot, uncollected


@dataclass
class ReadRows:
    """The sheets of a workbook that are the register, read row by row, and those that nothing recognises."""

    sheets: list[ReadSheet] = field(default_factory=list)
    unrecognised: list[Unrecognised] = field(default_factory=list)


def read_rows(
    workbook: Workbook,
    moment: Moment,
    register: str,
    remembered: Mapping[str, Remembered],
    by_hand: Mapping[str, Remembered],
) -> ReadRows:
    """Read a workbook as one register. Raises KeyError for an unknown register."""
    found = ReadRows()
    candidates = candidates_for(register, moment.town_id)
    seen, questions, answers = Seen(), Questions(), Answers()
    with uncollected():
        for known in recognised_sheets(workbook, found.unrecognised, candidates, remembered, by_hand):
            read = read_sheet(known, workbook.name, moment, answers, questions)
            identify(read, seen, answers, questions)
            found.sheets.append(read)
    return found


def plan_rows(read: ReadSheet, moment: Moment, known: Mapping[str, int]) -> dict[int, Planned]:
    """Plan the good rows of a sheet; returns, by row number, those whose key is `known` to be a matter."""
    with uncollected():
        planner = Planner(read, moment, Numbers(), Answers(), Questions(), known, ToldHere())
        return planner.run(keep_pending=False)


def differences(line: Line, planned: Planned, snapshot: Snapshot) -> tuple[Difference, ...]:
    """In which fields the row, planned anew, is not what is recorded; what it does not tell is no difference."""
    found = list(mismatches(planned, snapshot))
    if isinstance(line.told, Opens):
        return beside_what_it_leaves_out(line.told, snapshot, found)
    return tuple(found)
