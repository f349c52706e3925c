"""The moves of a procedure: places as numbers, and for each step what it asks of a place and where it leads.

A place is a stage and the facts established there: one bit for each fact, the stage above them. So the next place is
two operations on numbers, and the moves of a step are one look-up by the facts that it reads.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guiju.kernel.procedure.declarations import START, Procedure, Step
from guiju.kernel.procedure.prover_guards import Guards, Mode, Names, read_names

Place = int


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """A step that can be made: which conditions and facts, of those looked at, there were, and what finding it leaves."""

    step: Step
    mode: Mode
    true: Names
    findings: Names
    facts: Names  # of those that the step or a monitor reads at it, before it was made


class Way:
    """One step in one mode from one stage: `made[place & reads]` are its moves, `place & keeps | sets` where they lead."""

    __slots__ = ("keeps", "made", "reads", "sets", "step")

    def __init__(self, step: Step, made: Mapping[int, tuple[Move, ...]], reads: int, keeps: int, sets: int) -> None:
        self.step = step
        self.made = made
        self.reads = reads
        self.keeps = keeps
        self.sets = sets


class _Made(dict[int, tuple[Move, ...]]):
    """The moves of one step by the facts read; what is not known yet is asked of the guards."""

    def __init__(self, moves: Moves, step: Step, mode: Mode, stage: str) -> None:
        super().__init__()
        self._question = (moves, step, mode, stage)

    def __missing__(self, facts: int) -> tuple[Move, ...]:
        moves, step, mode, stage = self._question
        self[facts] = tuple(moves.made(step, mode, stage, moves.names(facts)))
        return self[facts]


class Moves:
    """The moves of one procedure, which may be a mutant or a slice of the one that the guards were made for."""

    def __init__(self, procedure: Procedure, guards: Guards, watched: Mapping[str, set[str]]) -> None:
        """`watched` names further conditions and facts that a monitor reads at a step."""
        self.procedure = procedure
        self._guards = guards
        self._bits = {fact.code: 1 << n for n, fact in enumerate(procedure.facts)}
        self._width = len(procedure.facts)
        self._stages = (START, *procedure.stage_table)
        self._number = {stage: n << self._width for n, stage in enumerate(self._stages)}
        conditions = set(procedure.condition_table)
        asked = {step.code: watched.get(step.code, set()) for step in procedure.steps}
        self._facts_read = {
            step.code: self._mask((read_names(step) | asked[step.code]) & set(self._bits)) for step in procedure.steps
        }
        self._also = {step.code: sorted((asked[step.code] & conditions) - read_names(step)) for step in procedure.steps}
        self._made: dict[tuple[str, Mode, bool, bool, bool], _Made] = {}
        self._ways: dict[tuple[int, bool], tuple[Way, ...]] = {}

    def starts(self) -> list[Place]:
        """Before registration, and every stage that a sheet row may enter without its earlier steps."""
        return [self._number[stage] for stage in dict.fromkeys((START, *self.procedure.backfill_stages))]

    def stage(self, place: Place) -> str:
        return self._stages[place >> self._width]

    def names(self, facts: int) -> Names:
        """The facts of a place or of a mask, by code."""
        return frozenset(code for code, bit in self._bits.items() if facts & bit)

    def ways(self, place: Place, *, claims: bool) -> tuple[Way, ...]:
        """The steps from here, taken ones first; with `claims` also those that are only recorded afterwards."""
        key = (place >> self._width, claims)
        if key not in self._ways:
            stage = self._stages[key[0]]
            taken = [self._way(step, "taken", stage) for step in self.procedure.steps if stage in step.frm]
            claimed = [self._way(step, "claimed", stage) for step in self.procedure.steps] if claims else []
            self._ways[key] = (*taken, *claimed)
        return self._ways[key]

    def _way(self, step: Step, mode: Mode, stage: str) -> Way:
        ends = self.procedure.ends
        key = (step.code, mode, stage in step.frm, stage == START, stage in ends)
        made = self._made.setdefault(key, _Made(self, step, mode, stage))
        all_facts = (1 << self._width) - 1
        keeps = all_facts & ~self._mask(step.voids)
        sets = self._mask(step.establishes)
        if step.to is None:
            keeps |= ~all_facts
        else:
            sets |= self._number[step.to]
        return Way(step, made, self._facts_read[step.code], keeps, sets)

    def _mask(self, codes: Names | tuple[str, ...]) -> int:
        return sum(self._bits[code] for code in set(codes))

    def made(self, step: Step, mode: Mode, stage: str, facts: Names) -> Iterator[Move]:
        """The moves of a step where there are these facts: one for each truth of the conditions looked at."""
        also = self._also[step.code]
        found = [
            (true.union(itertools.compress(also, truth)), left)
            for true, left in self._guards.passages(step, mode, stage, facts)
            for truth in itertools.product((False, True), repeat=len(also))
        ]
        order = sorted(self.procedure.condition_table)
        for true, left in sorted(found, key=lambda passage: [name in passage[0] for name in order]):
            yield Move(step, mode, true, left, facts)
