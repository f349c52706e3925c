"""The rows of a matter read in one statement are those that each table tells by itself, value for value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from guiju.kernel.ledger.api import ledgered_models
from guiju.kernel.matters.api import MatterModel
from guiju.kernel.procedure.api import KERNEL_ROWS, all_procedures, apply
from guiju.kernel.procedure.loading_rows import FEW, Source, rows_of
from tests.filled_rows import MOMENT, FilledTown

HANGING = [model for model in ledgered_models() if issubclass(model, MatterModel)]


def test_every_table_that_hangs_on_a_matter_is_compared():
    assert {*KERNEL_ROWS, *(child for procedure in all_procedures() for child in procedure.children)} <= {*HANGING}


@pytest.mark.django_db
@pytest.mark.parametrize("n", [0, 1, 2])
def test_values_are_the_same_in_every_table(n):
    matter = apply([FilledTown(n).plan()], MOMENT)[0].matter
    assert matter is not None
    sources = [Source(model) for model in HANGING]
    together = list(rows_of(sources, [matter]))
    assert together == list(rows_of(sources, [matter] * (FEW + 1)))
    assert {model for model, _ in together} == {*HANGING}
    assert {str, int, bool, dt.date, dt.datetime, Decimal} <= {
        type(value) for _, row in together for value in row.values()
    }
