"""The prover: what a procedure's invariants are worth, over every reachable state, with the mutants that break them.

A proof fails on a counterexample, and also where it would say nothing: unknown names, a step or stage that nobody can
reach, an invariant whose target is never reached lawfully, guards whose removal breaks nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.procedure.declarations import START, Before, Procedure
from guiju.kernel.procedure.prover_guards import Guards
from guiju.kernel.procedure.prover_invariants import (
    BeforeWatch,
    Exercised,
    names_of,
    sentence,
    told,
    without_carriers,
)
from guiju.kernel.procedure.prover_moves import Moves
from guiju.kernel.procedure.prover_names import declaration_problems, idle_carriers
from guiju.kernel.procedure.prover_slices import sliced
from guiju.kernel.procedure.prover_walk import Broken, Walked, Watch, reached, walk


@dataclass(frozen=True)
class Proof:
    """What was walked and what was found. `warned` are invariants that a person may pass with a reason and a finding."""

    procedure: Procedure
    states: int = 0  # reachable pairs of stage and facts, taken and claimed
    cases: int = 0  # of these: with each step, mode and truth of the conditions that it reads
    problems: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    mutants: tuple[str, ...] = ()  # for each invariant the way that its mutant leaves open
    warned: tuple[str, ...] = ()
    asked: int = 0  # how often guards were asked
    looked: int = 0  # steps looked at in all walks that a monitor took part in

    @property
    def holds(self) -> bool:
        return not self.problems and not self.counterexamples

    def __str__(self) -> str:
        heading = f"{self.procedure.label}（{self.procedure.mechanism}.{self.procedure.kind} {self.procedure.version}）"
        lines = [f"{heading}：{self.states:,} 个状态，{self.cases:,} 种情形，{len(self.mutants)} 个变异都被发现"]
        lines += [f"  不成立：{text}" for text in (*self.problems, *self.counterexamples)]
        lines += [f"  只作提醒，说明理由后可以通过，留下发现：{text}" for text in self.warned]
        return "\n".join(lines)


def prove(procedure: Procedure, lawbook: Lawbook, on: dt.date) -> Proof:
    """Prove the invariants of a procedure under the law of a day. Names are checked first; wrong ones end the proof."""
    problems = declaration_problems(procedure, lawbook, on)
    if problems:
        return Proof(procedure, problems=tuple(problems))
    prover = Prover(procedure, Guards(procedure, lawbook, on))
    places, cases, _ = reached(prover.whole, claims=True)
    problems = prover.unreachable()
    counterexamples, mutants, warned = [], [], []
    for invariant in procedure.invariants:
        said = sentence(procedure, invariant)
        problems += idle_carriers(procedure, invariant)
        broken = prover.counterexample(invariant)
        if broken:
            counterexamples.append(f"{said}。反例：{told(procedure, broken)}")
            continue
        exercised = prover.exercised(invariant)
        if not exercised.lawful:
            problems.append(f"{said}：没有一条路能合法地走到，等于没有说")
        if exercised.warned:
            warned.append(said)
        way = prover.mutant_way(invariant)
        if way is None:
            problems.append(f"{said}：去掉它所依靠的要求，也找不到反例；carried_by 写得不对")
        else:
            mutants.append(f"{said}；去掉要求后：{way}")
    found = (tuple(problems), tuple(counterexamples), tuple(mutants), tuple(warned))
    return Proof(procedure, len(places), cases, *found, prover.guards.asked, prover.looked)


class Prover:
    """The walks for the invariants of one procedure: on a slice where it settles the matter, else on the whole."""

    def __init__(self, procedure: Procedure, guards: Guards) -> None:
        self.procedure = procedure
        self.guards = guards
        self.whole = Moves(procedure, guards, _watched(procedure.invariants))
        self.looked = 0

    def _walk(self, moves: Moves, watch: Watch, *, claims: bool) -> Walked:
        walked = walk(moves, watch, claims=claims)
        self.looked += walked.looked
        return walked

    def _slice(self, invariant: Before) -> Moves:
        return Moves(sliced(self.procedure, invariant), self.guards, _watched([invariant]))

    def holds_on_slice(self, invariant: Before) -> bool:
        """Whether its slice shows that the invariant holds."""
        watch = BeforeWatch(invariant, self.procedure)
        return self._walk(self._slice(invariant), watch, claims=True).counterexample is None

    def counterexample(self, invariant: Before) -> Broken | None:
        """The shortest way on the whole procedure that breaks the invariant."""
        if self.holds_on_slice(invariant):
            return None
        # A way by taken steps alone says more, even where claimed steps make a shorter one.
        watch = BeforeWatch(invariant, self.procedure)
        taken = self._walk(self.whole, watch, claims=False).counterexample
        return taken or self._walk(self.whole, watch, claims=True).counterexample

    def exercised(self, invariant: Before) -> Exercised:
        """Whether the target is reached lawfully or with a warning, on the whole and by taken steps.

        A slice has every way of the whole: where it passes no warning, the whole need not be searched for one.
        """
        watch = BeforeWatch(invariant, self.procedure)
        part = Exercised(watch, may_warn=True)
        self._walk(self._slice(invariant), part, claims=False)
        whole = Exercised(watch, may_warn=part.warned)
        self._walk(self.whole, whole, claims=False)
        return whole

    def mutant_way(self, invariant: Before) -> str | None:
        """The way by taken steps that breaks the invariant once its carriers are gone; None where none does."""
        mutant = without_carriers(self.procedure, invariant)
        moves = Moves(mutant, self.guards, _watched([invariant]))
        broken = self._walk(moves, BeforeWatch(invariant, mutant), claims=False).counterexample
        return told(mutant, broken) if broken else None

    def unreachable(self) -> list[str]:
        """Steps that nobody can ever take and stages that nothing enters, by taken steps alone."""
        places, _, taken = reached(self.whole, claims=False)
        stages = {START, *map(self.whole.stage, places)}
        steps = [f"步骤“{step.label}”永远办不到" for step in self.procedure.steps if step.code not in taken]
        return steps + [f"阶段“{s.label}”永远到不了" for s in self.procedure.stages if s.code not in stages]


def _watched(invariants: Sequence[Before]) -> dict[str, set[str]]:
    """What monitors read at their targets besides what the steps read."""
    watched: dict[str, set[str]] = {}
    for invariant in invariants:
        for target in names_of(invariant.target):
            watched.setdefault(target, set()).add(invariant.if_)
    return watched
