"""The prover: what a procedure's invariants are worth, over every reachable state, with the mutants that break them.

A proof fails on a counterexample, and also where it would say nothing: unknown names, a step or stage that nobody can
reach, an invariant whose target is never reached lawfully, guards whose removal breaks nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.procedure.declarations import START, Before, Procedure
from guiju.kernel.procedure.prover_invariants import (
    BeforeWatch,
    Exercised,
    names_of,
    sentence,
    told,
    without_carriers,
)
from guiju.kernel.procedure.prover_names import declaration_problems, idle_carriers
from guiju.kernel.procedure.prover_walk import Blind, Move, Moves, walk


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
    moves = Moves(procedure, lawbook, on, _watched(procedure))
    unreached = _unreachable(moves)
    everything = walk(moves, Blind(), claims=True)
    counterexamples, mutants, warned = [], [], []
    for invariant in procedure.invariants:
        said, watch = sentence(procedure, invariant), BeforeWatch(invariant, procedure)
        unreached += idle_carriers(procedure, invariant)
        # A way by taken steps alone says more, even where claimed steps make a shorter one.
        broken = walk(moves, watch, claims=False).counterexample or walk(moves, watch, claims=True).counterexample
        if broken:
            counterexamples.append(f"{said}。反例：{told(procedure, broken)}")
            continue
        exercised = Exercised(watch)
        walk(moves, exercised, claims=False)
        if not exercised.lawful:
            unreached.append(f"{said}：没有一条路能合法地走到，等于没有说")
        if exercised.warned:
            warned.append(said)
        way = _mutant_way(procedure, invariant, lawbook, on)
        if way is None:
            unreached.append(f"{said}：去掉它所依靠的要求，也找不到反例；carried_by 写得不对")
        else:
            mutants.append(f"{said}；去掉要求后：{way}")
    states = {place[:2] for place in everything.places}
    found = (tuple(unreached), tuple(counterexamples), tuple(mutants), tuple(warned))
    return Proof(procedure, len(states), everything.cases, *found)


def _watched(procedure: Procedure) -> dict[str, set[str]]:
    watched: dict[str, set[str]] = {}
    for invariant in procedure.invariants:
        for target in names_of(invariant.target):
            watched.setdefault(target, set()).add(invariant.if_)
    return watched


def _unreachable(moves: Moves) -> list[str]:
    """Steps that nobody can ever take and stages that nothing enters, by taken steps alone."""
    taken: set[str] = set()
    stages = {START, *moves.procedure.backfill_stages}

    def seen(move: Move) -> None:
        taken.add(move.step.code)
        stages.add(move.stage)

    walk(moves, Blind(), claims=False, seen=seen)
    steps = [f"步骤“{step.label}”永远办不到" for step in moves.procedure.steps if step.code not in taken]
    return steps + [f"阶段“{stage.label}”永远到不了" for stage in moves.procedure.stages if stage.code not in stages]


def _mutant_way(procedure: Procedure, invariant: Before, lawbook: Lawbook, on: dt.date) -> str | None:
    mutant = without_carriers(procedure, invariant)
    moves = Moves(mutant, lawbook, on, _watched(mutant))
    broken = walk(moves, BeforeWatch(invariant, mutant), claims=False).counterexample
    return told(mutant, broken) if broken else None
