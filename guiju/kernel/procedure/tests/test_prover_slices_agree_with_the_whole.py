"""What the prover finds on slices, with remembered answers, is what a plain walk of the whole procedure finds."""

from __future__ import annotations

import dataclasses
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from guiju.kernel.procedure.api import START, Before, Condition, Fact, If, Procedure, Stage, Step, lawbook_in_use
from guiju.kernel.procedure.prover import Prover
from guiju.kernel.procedure.prover_guards import Guards, read_names
from guiju.kernel.procedure.prover_invariants import STAGE
from guiju.kernel.procedure.prover_slices import sliced
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
def kept_invariants(draw, own: tuple[Step, ...]) -> tuple[tuple[Step, ...], Before]:
    """Steps changed so that the first fact may well carry an invariant: a makes it, b ends it, e asks for it."""
    fact = FACTS[0]
    given = draw(st.sampled_from(("", "", *FACTS[1:], *CONDITIONS)))
    asked = If(given, fact) if given else fact
    also = draw(st.sampled_from(((), (FACTS[1],), (CONDITIONS[0],))))
    changed = []
    for one in own:
        makes = tuple(code for code in one.establishes if code != fact)
        makes += (fact,) if one.code == "a" else ()
        voids = draw(st.sampled_from((one.voids, (*one.voids, fact)))) if one.code != "b" else (*one.voids, fact)
        requires = (*one.requires, asked) if one.code == "e" else one.requires
        changed.append(dataclasses.replace(one, establishes=makes, voids=voids, requires=requires))
    invariant = Before("e", "a", since=draw(st.sampled_from(("", "b"))), if_=given, carried_by=(fact, *also))
    return tuple(changed), invariant


@st.composite
def procedures(draw) -> Procedure:
    bases = draw(st.tuples(*(st.sampled_from((HARD, HARD, SOFT)) for _ in (*FACTS, *CONDITIONS))))
    own, kept = draw(kept_invariants(tuple(draw(steps(code)) for code in STEPS)))
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
        invariants=(kept, *draw(st.lists(INVARIANTS, max_size=2))),
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


@settings(max_examples=60, deadline=None)
@given(procedures())
def test_every_step_has_its_like_in_the_slice(procedure):
    for invariant in procedure.invariants:
        part = sliced(procedure, invariant)
        tracked = set(part.fact_table)
        assert tracked.issuperset(set(invariant.carried_by) & set(FACTS))
        for whole in procedure.steps:
            kept = [r for r in whole.requires if (read_names(step("", requires=(r,))) & set(FACTS)) <= tracked]
            assert any(
                (like.frm, like.to, list(like.requires)) == (whole.frm, whole.to, kept)
                and set(like.establishes) == tracked & set(whole.establishes)
                and set(like.voids) == tracked & set(whole.voids)
                and set(like.when) <= set(whole.when)
                for like in part.steps
            )
