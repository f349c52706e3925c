"""From lines to plans: what each row tells, planned purely on snapshots that grow within the workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container
from dataclasses import replace
from typing import Any

from guiju.exchange.importing.answers import NO, YES, Answers, question_key
from guiju.exchange.importing.lines import Line, State
from guiju.exchange.importing.numbers import CHUNK, Numbers, named_by
from guiju.exchange.importing.questions import Questions
from guiju.exchange.importing.reading import ReadSheet, mark_asked, mark_wrong
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


class Planner:
    """Plans the good lines of one sheet. Nothing is written; the numbers noted serve the sheets that follow."""

    def __init__(
        self, read: ReadSheet, moment: Moment, numbers: Numbers, answers: Answers, questions: Questions
    ) -> None:
        self.read = read
        self.register = read.recognised.register
        self.numbers = numbers
        self.moment = replace(moment, numbers=numbers)
        self.answers = answers
        self.questions = questions
        self.joined: dict[Any, Snapshot] = {}
        self.procedures: dict[tuple[str, dt.date], Procedure] = {}

    def run(
        self, known: Container[str | None], *, keep_pending: bool, progress: Progress | None = None
    ) -> dict[int, Planned]:
        """Plan every good line; returns what is planned for lines on record already, by row number.

        `known` are keys of rows on record: their matters are there to be joined already.
        """
        good = [line for line in self.read.lines if line.state is State.GOOD]
        self.numbers.look_up(named_by(self.register, (line.values for line in good)), self.moment.acting)
        for line in good:
            self._tell(line)
        self._load_joined(good)
        planned: dict[int, Planned] = {}
        for at, line in enumerate(good):
            if isinstance(line.told, Opens):
                made = self._open(line, line.told, keep_pending=keep_pending and line.key not in known)
                if made is not None and line.key in known:
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

    def _load_joined(self, good: list[Line]) -> None:
        keys = {self.numbers[line.told.number] for line in good if isinstance(line.told, Joins)}
        self.joined = {key: self.numbers.pending[key] for key in keys if key in self.numbers.pending}
        stored = sorted(key for key in keys if isinstance(key, int))
        for at in range(0, len(stored), CHUNK):
            self.joined.update(load_snapshots(stored[at : at + CHUNK]))

    def _open(self, line: Line, told: Opens, *, keep_pending: bool) -> Planned | None:
        on = told.intents[0].event_date or self.moment.today
        procedure = self.procedures.get((told.kind, on))
        if procedure is None:
            procedure = procedure_in_force(self.register.mechanism, told.kind, on)
            self.procedures[told.kind, on] = procedure
        made = plan(Snapshot(procedure), told.intents, self.moment, row_key=line.key)
        if isinstance(made, Refused):
            for refusal in made.refusals:
                mark_wrong(line, worded(refusal), self.read.column(refusal.field))
            return None
        line.plan, line.left = made.plan, made.findings
        number = made.after.matter["number"]
        if keep_pending and isinstance(number, str) and number and made.after.key is not None:
            self.numbers.add(number, made.after.key, made.after)
        return made

    def _join(self, line: Line, told: Joins) -> None:
        key = self.numbers[told.number]
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
