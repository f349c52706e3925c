"""What the prover finds on slices, with remembered answers, is what a plain walk of the whole procedure finds."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Procedure, Stage, Step, lawbook_in_use
from guiju.kernel.procedure.prover import Prover
from guiju.kernel.procedure.prover_guards import Guards
from guiju.kernel.procedure.prover_invariants import STAGE
from guiju.kernel.procedure.prover_walk import reached
from guiju.kernel.procedure.tests.long_procedure import HARD, LONG, SOFT, step
from guiju.kernel.procedure.tests.plain_walk import PlainWalk

DAY = dt.date(2026, 3, 2)
FACTS, CONDITIONS, STAGES, STEPS = ("noticed", "heard", "reviewed"), ("due", "over"), ("open", "decided"), "abcde"


@st.composite
def steps(draw, code: str) -> Step:
    some_facts = st.lists(st.sampled_from(FACTS), max_size=2, unique=True).map(tuple)
    condition_or_fact = st.sampled_from((*FACTS, *CONDITIONS))
    requirement = st.one_of(st.sampled_from(FACTS), st.builds(If, condition_or_fact, st.sampled_from(FACTS)))
    return step(
        code,
        tuple(draw(st.lists(st.sampled_from(STAGES), min_size=1, max_size=2, unique=True))),
        draw(st.sampled_from((None, None, *STAGES, "closed"))),
        requires=tuple(draw(st.lists(requirement, max_size=2))),
        when=tuple(draw(st.lists(st.sampled_from(CONDITIONS), max_size=1))),
        establishes=draw(some_facts),
        voids=draw(some_facts),
    )


INVARIANTS = st.builds(
    Before,
    st.sampled_from(STEPS),
    st.sampled_from((*STEPS, ("a", "b"))),
    since=st.sampled_from(("", "", *STEPS)),
    if_=st.sampled_from(("", "", "c", *FACTS, *CONDITIONS)),
    carried_by=st.lists(st.sampled_from((*FACTS, *CONDITIONS, STAGE)), min_size=1, max_size=2, unique=True).map(tuple),
)


@st.composite
def procedures(draw) -> Procedure:
    bases = draw(st.tuples(*(st.sampled_from((HARD, HARD, SOFT)) for _ in (*FACTS, *CONDITIONS))))
    own = tuple(draw(steps(code)) for code in STEPS)
    return dataclasses.replace(
        LONG,
        kind="random",
        stages=(*(Stage(code, code) for code in STAGES), Stage("closed", "办结", end=True)),
        steps=(step("register", (START,), "open"), *own),
        facts=tuple(Fact(code, code, f"还没有{code}。", basis) for code, basis in zip(FACTS, bases, strict=False)),
        conditions=tuple(
            Condition(code, code, lambda snapshot, moment: bool(snapshot.detail), basis)
            for code, basis in zip(CONDITIONS, bases[3:], strict=True)
        ),
        backfill_stages=draw(st.sampled_from(((), ("decided",)))),
        invariants=tuple(draw(st.lists(INVARIANTS, min_size=1, max_size=3))),
    )


def prover_of(procedure: Procedure) -> Prover:
    return Prover(procedure, Guards(procedure, lawbook_in_use(), DAY))


@settings(max_examples=80, deadline=None)
@given(procedures())
def test_same_invariants_hold_and_the_shortest_ways_are_as_short(procedure):
    prover = prover_of(procedure)
    for invariant in procedure.invariants:
        by_taken = PlainWalk(procedure, DAY, claims=False).shortest(invariant)
        by_any = PlainWalk(procedure, DAY, claims=True).shortest(invariant)
        found = prover.counterexample(invariant)
        assert (found and len(found[1])) == (by_taken or by_any)
        assert prover.holds_on_slice(invariant) == (by_any is None)


@settings(max_examples=40, deadline=None)
@given(procedures())
def test_as_many_places_and_moves_are_counted(procedure):
    for claims in (False, True):
        places, cases, _ = reached(prover_of(procedure).whole, claims=claims)
        assert (len(places), cases) == PlainWalk(procedure, DAY, claims=claims).size()


@settings(max_examples=60, deadline=None)
@given(procedures())
def test_warning_is_passed_only_where_a_plain_walk_passes_it(procedure):
    """Passing is found by the monitor of a stricter invariant: one that takes no finding for an excuse."""
    prover = prover_of(procedure)
    for invariant in procedure.invariants:
        if prover.counterexample(invariant) is None:
            strict = dataclasses.replace(invariant, carried_by=())
            passed = PlainWalk(procedure, DAY, claims=False).shortest(strict) is not None
            assert prover.exercised(invariant).warned == passed
