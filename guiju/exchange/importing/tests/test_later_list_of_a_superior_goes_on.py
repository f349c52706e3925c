"""A later list of the system that is master of the cases: what is new is recorded, nothing is typed or told twice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from guiju.exchange.importing.api import Preview, State, carry_out, prepare
from guiju.exchange.sheets.api import read_workbook
from guiju.kernel.ledger.api import Entry, verify_town
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Town, acting_for_user
from guiju.kernel.procedure.api import KERNEL_ROWS, Moment, checklists, gaps, load_snapshots, moment_for
from tests.staffed_towns import found_staffed_town, user_of
from tests.superiors_list import COUNT, FILED, GAPS_AFTER, GAPS_BEFORE, SERVED, written

TODAY = dt.date(2026, 11, 20)
NOW = dt.datetime(2026, 11, 20, 2, tzinfo=dt.UTC)


@pytest.fixture
def town(db: None, settings) -> Town:
    settings.GUIJU_TODAY = TODAY.isoformat()
    return found_staffed_town()


def moment() -> Moment:
    acting = acting_for_user(user_of("qin.zfd").pk, TODAY)
    assert acting is not None
    return moment_for(acting, NOW, medium="sheet")


def brought(folder: Path, *, later: bool = False) -> Preview:
    preview = prepare(read_workbook(written(folder, TODAY, later=later)), moment())
    carry_out(preview)
    return preview


def with_gaps() -> int:
    snapshots = load_snapshots(Matter.objects.values_list("id", flat=True), rows=KERNEL_ROWS)
    return sum(bool(gaps(checklists(snapshot, moment()))) for snapshot in snapshots.values())


def test_later_list_closes_the_gaps_it_tells_of(town: Town, tmp_path: Path) -> None:
    first = brought(tmp_path)
    assert first.reconciliation.imported == COUNT, [line.reasons for line in first.sheets[0].lines if line.reasons][:3]
    assert with_gaps() == GAPS_BEFORE
    entries = Entry.objects.count()
    second = brought(tmp_path, later=True)
    told = second.reconciliation
    assert (told.imported, told.there, told.to_confirm) == (FILED + SERVED, COUNT - FILED - SERVED, 0)
    assert Entry.objects.count() == entries + FILED + SERVED
    assert with_gaps() == GAPS_AFTER
    assert Matter.objects.count() == COUNT
    assert verify_town(town.pk).whole


def test_same_list_again_and_the_earlier_one_add_nothing(town: Town, tmp_path: Path) -> None:
    brought(tmp_path)
    brought(tmp_path, later=True)
    for later in (True, False):
        again = brought(tmp_path, later=later)
        differing = [line.differences for line in again.sheets[0].of(State.DIFFERS)]
        assert (again.reconciliation.there, differing) == (COUNT, [])
