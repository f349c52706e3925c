"""The prover's walk without anything that makes it fast: every place, every step, the guards asked each time anew."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterator

from guiju.kernel.organisation.api import Acting, Directory
from guiju.kernel.procedure.api import START, Before, Condition, Intent, Moment, Procedure, Snapshot, Step, refusals
from guiju.kernel.procedure.moments import lawbook_in_use
from guiju.kernel.procedure.planning import weigh
from guiju.kernel.procedure.prover_guards import Mode, Names, read_names
from guiju.kernel.procedure.prover_invariants import BeforeWatch
from guiju.kernel.procedure.prover_moves import Move
from guiju.kernel.terms.api import national_calendar

Next = tuple[Move, str, Names]
Place = tuple[str, Names, tuple[bool, ...]]


class PlainWalk:
    """All moves of a procedure from all its places, with or without the steps that are only recorded afterwards."""

    def __init__(self, procedure: Procedure, day: dt.date, *, claims: bool) -> None:
        self.true: Names = frozenset()
        assumed = tuple(self._assumed(condition) for condition in procedure.conditions)
        self.procedure = dataclasses.replace(procedure, conditions=assumed)
        self.modes: tuple[Mode, ...] = ("taken", "claimed") if claims else ("taken",)
        noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
        acting = Acting(0, "", "system:prover", "")
        self.moment = Moment(noon, day, acting, lawbook_in_use(), national_calendar(), Directory(0, "", ""))

    def _assumed(self, condition: Condition) -> Condition:
        return dataclasses.replace(condition, test=lambda snapshot, moment: condition.code in self.true)

    def nexts(self, stage: str, facts: Names) -> Iterator[Next]:
        for mode, step in itertools.product(self.modes, self.procedure.steps):
            watched = {i.if_ for i in self.procedure.invariants if step.code in (i.target, *i.target)}
            names = sorted((read_names(step) | watched) & set(self.procedure.condition_table))
            for truth in itertools.product((False, True), repeat=len(names)):
                self.true = frozenset(itertools.compress(names, truth))
                found = self._next(step, mode, stage, facts)
                if found is not None:
                    yield found

    def _next(self, step: Step, mode: Mode, stage: str, facts: Names) -> Next | None:
        snapshot = Snapshot(self.procedure, matter={} if stage == START else {"stage": stage}, facts=facts)
        against = refusals(step, snapshot, self.moment)
        intent = Intent(step.code, mode=mode, reasons={r.code: "理由" for r in against if not r.hard})
        stopping, remarks = weigh(step, intent, against, snapshot, self.moment)
        if stopping:
            return None
        move = Move(step, mode, self.true, frozenset(remark.code for remark in remarks), facts)
        return move, stage if step.to is None else step.to, (facts - set(step.voids)) | set(step.establishes)

    def size(self) -> tuple[int, int]:
        """How many places can be reached, and how many moves there are from all of them."""
        places: set[tuple[str, Names]] = {(stage, frozenset()) for stage in (START, *self.procedure.backfill_stages)}
        waiting, cases = list(places), 0
        while waiting:
            for _, stage, facts in self.nexts(*waiting.pop()):
                cases += 1
                if (stage, facts) not in places:
                    places.add((stage, facts))
                    waiting.append((stage, facts))
        return len(places), cases

    def shortest(self, invariant: Before) -> int | None:
        """The fewest steps after which the invariant is broken, None where it holds."""
        watch = BeforeWatch(invariant, self.procedure)
        places: set[Place] = {(s, frozenset(), watch.start) for s in (START, *self.procedure.backfill_stages)}
        waiting, steps = set(places), 0
        while waiting:
            steps += 1
            there: set[Place] = set()
            for stage, facts, state in waiting:
                for move, to, after in self.nexts(stage, facts):
                    if watch.broken(state, move):
                        return steps
                    there.add((to, after, watch.after(state, move)))
            waiting = there - places
            places |= waiting
        return None
