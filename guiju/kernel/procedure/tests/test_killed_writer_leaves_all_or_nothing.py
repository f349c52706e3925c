"""kill -9 in the middle of a write leaves everything or nothing, and the next writer is not held up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from guiju.kernel.documents.api import NumberSeries
from guiju.kernel.ledger.api import Entry, PrivateValue, verify_town
from guiju.kernel.matters.api import Matter
from tests.example_mechanism.towns import command_moment, found_town, opened_case, unit_of

ROOT = Path(__file__).resolve().parents[4]
PROGRAM = "guiju.kernel.procedure.tests.killed_writer"
SIGKILLED = -9


def write(database, dies_at: int) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "guiju.settings.test"}
    if database.vendor == "postgresql":
        environment |= {"GUIJU_TEST_DB": "postgres", "GUIJU_DATABASE_URL": database.url}
    else:
        environment |= {"GUIJU_TEST_DB": "sqlite"}
    command = [sys.executable, "-m", PROGRAM, database.name, str(dies_at)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.long
def test_writer_killed_at_any_statement_leaves_nothing(committed_db):
    town = found_town()
    for _ in range(2):  # the first writer of a year also begins the number series
        whole = write(committed_db, 0)
        assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    assert Matter.objects.count() == 80
    for dies_at in (2, statements // 2, statements):
        killed = write(committed_db, dies_at)
        assert killed.returncode == SIGKILLED, killed.stderr
        assert Matter.objects.count() == 80
        assert Entry.objects.count() == 81
        assert PrivateValue.objects.filter(town_id=town.id).count() == 80
        assert NumberSeries.objects.get(kind="example.case").last == 80
        result = verify_town(town.id, open_private=False)
        assert result.whole, [str(problem) for problem in result.mismatches]
    opened_case(command_moment(town), unit_of(town))
    assert Matter.objects.count() == 81
    assert verify_town(town.id, open_private=False).whole
