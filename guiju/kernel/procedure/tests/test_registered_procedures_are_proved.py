"""Every registered procedure keeps its invariants in every reachable state; the number of states is printed."""

from __future__ import annotations

import datetime as dt

import pytest

from guiju.kernel.procedure.api import all_procedures, lawbook_in_use, prove

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: f"{p.mechanism}.{p.kind}.{p.version}")
def test_procedure_is_proved(procedure):
    proof = prove(procedure, lawbook_in_use(), DAY)
    print(proof)
    assert proof.holds, str(proof)
    assert proof.states > 1
    assert len(proof.mutants) == len(procedure.invariants)
