"""A procedure of 50 steps and 12 facts is proved with few questions to the guards and few steps looked at.

Measured on one core of a shared machine: about 2 s of processor time, and 5 s for the ordinary penalty procedure with
its 213,000 places and 14.9 million cases, most of it counting these.
"""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.procedure.api import Proof, lawbook_in_use, prove
from guiju.kernel.procedure.tests.long_procedure import LONG

DAY = dt.date(2026, 3, 2)


@pytest.fixture(scope="module")
def proof() -> Proof:
    return prove(LONG, lawbook_in_use(), DAY)


def test_procedure_has_the_size_of_the_longest():
    parts = (LONG.stages, LONG.facts, LONG.steps, LONG.conditions, LONG.invariants)
    assert [len(part) for part in parts] == [12, 12, 50, 8, 16]


def test_long_procedure_is_proved_whole(proof):
    """Nothing is left out of what is counted: every place of ten open stages with every set of facts, taken or claimed."""
    assert proof.holds, str(proof)
    assert proof.states > 10 * 2**12
    assert proof.cases > 5_000_000
    assert len(proof.mutants) == len(LONG.invariants)
    assert len(proof.warned) == 1


def test_guards_are_asked_once_for_each_question(proof):
    """Each requirement is asked alone, under every truth of what it reads, and not again at every place."""
    assert proof.asked < 40 * len(LONG.steps)


def test_slices_keep_the_walks_of_invariants_short(proof):
    """All walks of 16 monitors together look at fewer steps than one walk has cases."""
    assert proof.looked < proof.cases
