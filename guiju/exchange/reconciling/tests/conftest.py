"""The sample town with its register of a year, and the superior's export beside it (samples.superiors_export)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from guiju.exchange.importing.api import carry_out, prepare
from guiju.exchange.reconciling.api import Reconciled, reconcile
from guiju.exchange.sheets.api import read_workbook
from guiju.kernel.indicators.api import Period
from guiju.kernel.organisation.api import Town, acting_for_user
from guiju.kernel.procedure.api import Moment, moment_for
from samples.superiors_export import SYSTEM, Truth, known_truth, write_export, write_register
from tests.staffed_towns import CLERK, found_staffed_town, user_of

TODAY = dt.date(2023, 1, 10)
NOW = dt.datetime(2023, 1, 10, 2, tzinfo=dt.UTC)
YEAR = Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31))


@pytest.fixture
def town(db: None, settings) -> Town:
    settings.GUIJU_TODAY = TODAY.isoformat()
    return found_staffed_town()


def moment(login: str = CLERK) -> Moment:
    """The moment of somebody of the town."""
    acting = acting_for_user(user_of(login).pk, TODAY)
    assert acting is not None
    return moment_for(acting, NOW, medium="sheet")


def register_imported(folder: Path, truth: Truth) -> None:
    """The town's own register, imported as people do."""
    outcome = carry_out(prepare(read_workbook(write_register(folder, truth)), moment()))
    assert outcome.reconciliation.imported == len(truth.ours)


def compared(folder: Path, truth: Truth, login: str = CLERK, period: Period = YEAR) -> Reconciled:
    """The export beside what is recorded."""
    book = read_workbook(write_export(folder, truth))
    return reconcile(book, moment(login), register="mediation", system=SYSTEM, period=period, remembered={})


@pytest.fixture
def truth() -> Truth:
    """A year of 412 exported lines."""
    return known_truth()
