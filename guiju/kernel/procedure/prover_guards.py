"""What the guards answer to a step: each question is asked once of the code that stops a person, then remembered.

The answers come from `checks.refusals` and `planning.weigh`; only the conditions are replaced, for they depend on the
matter and the clock: here each of them may be true or false at any time.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Literal

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.organisation.api import Acting, Directory
from guiju.kernel.procedure.checks import refusals
from guiju.kernel.procedure.declarations import START, Condition, If, Procedure, Step, spoken
from guiju.kernel.procedure.drafting import Intent
from guiju.kernel.procedure.planning import weigh
from guiju.kernel.procedure.snapshot import Moment, Snapshot
from guiju.kernel.terms.api import national_calendar

Names = frozenset[str]
Mode = Literal["taken", "claimed"]
# The conditions that were true and the codes of the findings that the step left; a step that was stopped has none.
Passage = tuple[Names, Names]


def read_names(step: Step) -> Names:
    """The facts and conditions that the guards of a step look at."""
    return frozenset(
        set(spoken(step.requires)) | {r.given for r in step.requires if isinstance(r, If)} | set(step.when)
    )


def _parts(step: Step) -> Iterator[Step]:
    """The step with nothing but its place and its post, then with each of its requirements and conditions alone."""
    bare = Step("", "", step.frm, None, step.roles, ())
    yield bare
    yield from (dataclasses.replace(bare, requires=(requirement,)) for requirement in step.requires)
    yield from (dataclasses.replace(bare, when=(name,)) for name in step.when)


class Guards:
    """The guards of one procedure under one law and day, with everything that they have answered so far.

    An answer depends on the requirements of the step, the mode, the facts that the step reads, and of the stage only on
    three things: whether the step belongs there, whether it is before the registration, whether it is an end. What
    stands against a step is what stands against it by each of its requirements, so these are asked one by one; mutants
    and slices of the procedure share the answers. (Tests compare all this with a walk that asks for whole steps at every
    place.) Input and guards on input are left out: they can only stop a step, and here it may always be filled in well.
    """

    def __init__(self, procedure: Procedure, lawbook: Lawbook, on: dt.date) -> None:
        self.asked = 0  # how often the guards themselves had to be asked
        self._true: Names = frozenset()
        assumed = tuple(self._assumed(condition) for condition in procedure.conditions)
        self._procedure = dataclasses.replace(procedure, conditions=assumed)
        acting = Acting(0, "", "system:prover", "")
        noon = dt.datetime.combine(on, dt.time(12), dt.UTC)
        self._moment = Moment(noon, on, acting, lawbook, national_calendar(), Directory(0, "", ""))
        self._conditions = frozenset(procedure.condition_table)
        self._answers: dict[tuple[object, ...], tuple[Names, dict[Names, Names]]] = {}

    def _assumed(self, condition: Condition) -> Condition:
        return dataclasses.replace(condition, test=lambda snapshot, moment: condition.code in self._true)

    def passages(self, step: Step, mode: Mode, stage: str, facts: Names) -> Iterator[Passage]:
        """The truths of the conditions read under which the step passes, false before true, with what it leaves."""
        names = sorted(read_names(step) & self._conditions)
        parts = [self._part(part, mode, stage, facts) for part in _parts(step)]
        for truth in itertools.product((False, True), repeat=len(names)):
            true = frozenset(itertools.compress(names, truth))
            left = [answers.get(true & read) for read, answers in parts]
            passed = [codes for codes in left if codes is not None]
            if len(passed) == len(left):
                yield true, frozenset().union(*passed)

    def _part(self, step: Step, mode: Mode, stage: str, facts: Names) -> tuple[Names, dict[Names, Names]]:
        """The conditions that a part reads; the truths of them under which it passes, with the findings it leaves."""
        where = (stage in step.frm, stage == START, stage in self._procedure.ends)
        read = read_names(step)
        key = (step.frm, step.roles, step.requires, step.when, mode, where, facts & read)
        if key not in self._answers:
            self._answers[key] = (read & self._conditions, dict(self._ask(step, mode, stage, facts & read)))
        return self._answers[key]

    def _ask(self, step: Step, mode: Mode, stage: str, facts: Names) -> Iterator[Passage]:
        names = sorted(read_names(step) & self._conditions)
        snapshot = Snapshot(self._procedure, matter={} if stage == START else {"stage": stage}, facts=facts)
        for truth in itertools.product((False, True), repeat=len(names)):
            self.asked += 1
            self._true = frozenset(itertools.compress(names, truth))
            against = refusals(step, snapshot, self._moment)
            intent = Intent(step.code, mode=mode, reasons={r.code: "理由" for r in against if not r.hard})
            stopping, remarks = weigh(step, intent, against, snapshot, self._moment)
            if not stopping:
                yield self._true, frozenset(remark.code for remark in remarks)
