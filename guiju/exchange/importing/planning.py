"""From lines to plans: what each row tells, planned purely on snapshots that grow within the workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from guiju.exchange.importing.answers import NO, YES, Answers, question_key
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.numbers import CHUNK, Numbers, named_by
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.reading import ReadSheet, mark_asked, mark_wrong
from guiju.exchange.importing.told_again import ToldAgain, ToldBefore, ToldHere
from guiju.kernel.ledger.api import Key
from guiju.kernel.procedure.api import (
    Joins,
    Moment,
    Opens,
    Planned,
    Procedure,
    Refusal,
    Refused,
    Snapshot,
    Unclear,
    load_snapshots,
    plan,
    plan_join,
    procedure_in_force,
)

Progress = Callable[[int], None]
AGAIN = "=again"


class Planner:
    """Plans the good lines of one sheet. Nothing is written; the numbers noted serve the sheets that follow.

    `known` are keys of rows on record with their matters, which are there to be joined already; rows that turn out to
    tell a matter on record are added. `here` is what earlier sheets of the workbook tell.
    """

    def __init__(
        self,
        read: ReadSheet,
        moment: Moment,
        numbers: Numbers,
        answers: Answers,
        questions: Questions,
        known: Mapping[str, int],
        here: ToldHere,
    ) -> None:
        self.read = read
        self.register = read.recognised.register
        self.numbers = numbers
        self.moment = replace(moment, numbers=numbers)
        self.answers = answers
        self.questions = questions
        self.known = dict(known)
        self.here = here
        self.meant: dict[int, Key] = {}  # by row number: the matter that a row joins, where its number names others too
        self.joined: dict[Any, Snapshot] = {}
        self.procedures: dict[tuple[str, dt.date], Procedure] = {}

    def run(self, *, keep_pending: bool, progress: Progress | None = None) -> dict[int, Planned]:
        """Plan every good line; returns what is planned for lines on record already, by row number."""
        good = [line for line in self.read.lines if line.state is State.GOOD]
        self.numbers.look_up(named_by(self.register, (line.values for line in good)), self.moment.acting)
        for line in good:
            self._tell(line)
        self._recognise(good)
        self._load_joined(good)
        planned: dict[int, Planned] = {}
        for at, line in enumerate(good):
            if isinstance(line.told, Opens) and line.state is State.GOOD:
                made = self._open(line, line.told, keep_pending=keep_pending and line.key not in self.known)
                if made is not None and line.key in self.known:
                    planned[line.number] = made
            elif isinstance(line.told, Joins):
                self._join(line, line.told)
            if progress and at % 500 == 499:
                progress(500)
        if progress:
            progress(len(good) % 500)
        return planned

    def _tell(self, line: Line) -> None:
        told = self.register.tells(line.values, self.moment)
        if isinstance(told, Unclear):
            key = question_key(self.register.id, told.field, f"{line.key or line.number}\n{told.question}")
            answer = self.answers.given.get(key)
            if answer == NO:
                mark_wrong(line, "您已答复这一行不导入。", self.read.column(told.field))
                return
            if answer is not None and answer != YES and told.field:
                line.values = {**line.values, told.field: answer}
                self.numbers.look_up([answer], self.moment.acting)
                told = self.register.tells(line.values, self.moment)
        if isinstance(told, Unclear):
            column = self.read.column(told.field)
            mark_asked(line, told.question, column)
            heading = self.read.recognised.columns.get(told.field)
            letter = heading.letter if heading else ""
            self.questions.about_row(
                key, told.question, self.read.name, told.field, letter, line.number, free=bool(told.field)
            )
            return
        line.told = told

    def _recognise(self, good: list[Line]) -> None:
        """Rows that tell a matter once more: they join it, are compared with it, or are asked about."""
        again = ToldAgain(self.register, self.moment.town_id, good, self.here)
        for line in good:
            told = line.told
            if not isinstance(told, Opens) or told.again is None or line.key in self.known:
                continue
            found = again.numbered(told)
            if found is not None and told.again.joins is not None:
                line.told = told.again.joins
                self.meant[line.number] = found.key
            elif found is not None and found.matter is not None:
                self.known[str(line.key)] = found.matter
            else:
                label = self._procedure(told).label
                self._ask_whether_another(line, found or again.alike(told, label, self.known.values()), label)

    def _ask_whether_another(self, line: Line, found: ToldBefore | None, label: str) -> None:
        if found is None:
            return
        name = found.number or found.title
        where = f"“{name}”已经登记了" if found.matter is not None else f"这份工作簿里另一张表的“{name}”是"
        text = f"{where}同一天、同一单位的{label}：这一行是另外一件吗？是就也导入，不是就只记一次。"
        key = question_key(self.register.id, AGAIN, f"{line.key or line.number}\n{found.mark}")
        answer = self.answers.given.get(key)
        if answer == NO:
            line.state = State.SAME if found.matter is not None else State.DOUBLED
            line.matter = found.matter
        elif answer != YES:
            mark_asked(line, text)
            self.questions.about_repeated(key, text, self.read.name, AGAIN, line.number)

    def _load_joined(self, good: list[Line]) -> None:
        keys = {self._joined_by(line, line.told) for line in good if isinstance(line.told, Joins)}
        self.joined = {key: self.numbers.pending[key] for key in keys if key in self.numbers.pending}
        stored = sorted(key for key in keys if isinstance(key, int))
        for at in range(0, len(stored), CHUNK):
            self.joined.update(load_snapshots(stored[at : at + CHUNK]))

    def _open(self, line: Line, told: Opens, *, keep_pending: bool) -> Planned | None:
        made = plan(Snapshot(self._procedure(told)), told.intents, self.moment, row_key=line.key)
        if isinstance(made, Refused):
            for refusal in made.refusals:
                mark_wrong(line, worded(refusal), self.read.column(refusal.field))
            return None
        line.plan, line.left = made.plan, made.findings
        number = made.after.matter["number"]
        if keep_pending and isinstance(number, str) and number and made.after.key is not None:
            self.numbers.add(number, made.after.key, made.after)
        if told.again is not None and line.key not in self.known:
            self.here.note(made.after)
        return made

    def _procedure(self, told: Opens) -> Procedure:
        on = told.intents[0].event_date or self.moment.today
        procedure = self.procedures.get((told.kind, on))
        if procedure is None:
            procedure = procedure_in_force(self.register.mechanism, told.kind, on)
            self.procedures[told.kind, on] = procedure
        return procedure

    def _joined_by(self, line: Line, told: Joins) -> Key:
        return self.meant[line.number] if line.number in self.meant else self.numbers[told.number]

    def _join(self, line: Line, told: Joins) -> None:
        key = self._joined_by(line, told)
        line.key = None
        snapshot = self.joined.get(key)
        if snapshot is None:
            mark_wrong(line, f"编号“{told.number}”的事项已经打不开了。请重新核对这份表。")
            return
        made = plan_join(
            snapshot, self.moment, capacity=told.capacity, name=told.name, on=told.on, unit_id=told.unit_id
        )
        if made is None:
            line.state = State.SAME
            line.matter = key if isinstance(key, int) else None
            return
        line.plan, self.joined[key] = made
        if key in self.numbers.pending:
            self.numbers.pending[key] = made[1]


def worded(refusal: Refusal) -> str:
    """A refusal as one text: reason, article, remedy."""
    basis = f"（{refusal.basis.label}）" if refusal.basis else ""
    return f"{refusal.reason}{basis}{refusal.remedy}"
