"""Rows of a sheet that are not imported but laid beside what is on record: read, planned against it, compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    """The sheets of a workbook that are the register, read row by row with the answers given, and what is asked.

    `unrecognised` are the sheets that nothing recognises.
    """

    answers: Answers
    sheets: list[ReadSheet] = field(default_factory=list)
    unrecognised: list[Unrecognised] = field(default_factory=list)
    questions: Questions = field(default_factory=Questions)


def read_rows(
    workbook: Workbook,
    moment: Moment,
    register: str,
    remembered: Mapping[str, Remembered],
    by_hand: Mapping[str, Remembered],
    answers: Answers,
) -> ReadRows:
    """Read a workbook as one register. Raises KeyError for an unknown register."""
    found = ReadRows(answers)
    candidates, seen = candidates_for(register, moment.town_id), Seen()
    with uncollected():
        for known in recognised_sheets(workbook, found.unrecognised, candidates, remembered, by_hand):
            read = read_sheet(known, workbook.name, moment, answers, found.questions)
            identify(read, seen, answers, found.questions)
            found.sheets.append(read)
    return found


def plan_rows(
    rows: ReadRows, read: ReadSheet, lines: Sequence[Line], moment: Moment, known: Mapping[str, int]
) -> dict[int, Planned]:
    """Plan these rows of a sheet, as far as they are good; returns, by row number, those `known` to be a matter.

    `known` holds, by their keys, every row of the sheet that is a matter: such a matter is told by no other row.
    """
    with uncollected():
        chosen = replace(read, lines=list(lines))
        planner = Planner(chosen, moment, Numbers(), rows.answers, rows.questions, known, ToldHere())
        return planner.run(keep_pending=False)


def differences(line: Line, planned: Planned, snapshot: Snapshot) -> tuple[Difference, ...]:
    """In which fields the row, planned anew, is not what is recorded; what it does not tell is no difference."""
    found = list(mismatches(planned, snapshot))
    if isinstance(line.told, Opens):
        return beside_what_it_leaves_out(line.told, snapshot, found)
    return tuple(found)
