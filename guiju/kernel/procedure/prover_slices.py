"""The slice of a procedure that one invariant needs: fewer facts, so far fewer places to walk.

Why an invariant that holds on the slice holds on the whole. The slice has every step and stage; only requirements that
read facts outside it, and conditions that nothing else in it reads at the step, are left out. Fewer requirements stop
no step that passes on the whole, and a fact of the slice is set and voided by the same steps. So each way through the
whole is a way through the slice, step for step. The monitor sees the same on both: it reads the steps, `if_`, and the
findings named in `carried_by`, and every requirement that can leave one of these is kept. The slice may have more ways
but never fewer, so a way that breaks the invariant there is only a reason to walk the whole. (In walks with claimed
steps it is in fact always a real one: what a guard of other facts stops may still be claimed, with the same findings
of `carried_by`.) Steps that look alike in the slice are walked once.
"""

from __future__ import annotations

import dataclasses

from guiju.kernel.procedure.declarations import Before, If, Procedure, Step
from guiju.kernel.procedure.prover_invariants import names_of


def _carrying_facts(procedure: Procedure, invariant: Before) -> frozenset[str]:
    """The facts that an invariant itself speaks of, with those under which one of them is required."""
    facts = set(procedure.fact_table)
    named = {*invariant.carried_by, invariant.if_} & facts
    given = {r.given for step in procedure.steps for r in step.requires if isinstance(r, If) and r.fact in named}
    return frozenset(named | (given & facts))


def sliced(procedure: Procedure, invariant: Before) -> Procedure:
    """The procedure with the carrying facts of an invariant only."""
    tracked = _carrying_facts(procedure, invariant)
    untracked = set(procedure.fact_table) - tracked
    spoken = {*invariant.carried_by, invariant.if_}

    def part(step: Step) -> Step:
        kept = tuple(r for r in step.requires if untracked.isdisjoint((r.given, r.fact) if isinstance(r, If) else (r,)))
        read = spoken | {r.given for r in kept if isinstance(r, If)}
        return dataclasses.replace(
            step,
            requires=kept,
            when=tuple(name for name in step.when if name in read),
            establishes=tuple(code for code in step.establishes if code in tracked),
            voids=tuple(code for code in step.voids if code in tracked),
        )

    watched = {*names_of(invariant.target), *names_of(invariant.needed), *names_of(invariant.since), invariant.if_}
    unlike: dict[tuple[object, ...], Step] = {}
    for step in map(part, procedure.steps):
        own = step.code if step.code in watched else ""
        alike = (own, step.frm, step.to, step.roles, step.requires, step.when, step.establishes, step.voids)
        unlike.setdefault(alike, step)
    facts = tuple(fact for fact in procedure.facts if fact.code in tracked)
    return dataclasses.replace(procedure, facts=facts, steps=tuple(unlike.values()))
