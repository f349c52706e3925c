"""kill -9 in the middle of an import leaves nothing of it; the same file then goes in whole."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings

from guiju.exchange.importing.tests.made_registers import (
    CONSULTATIONS,
    book,
    consultation,
    entries,
    found_town,
    imported,
)
from guiju.exchange.sheets.tests.made_workbooks import xlsx_of
from guiju.kernel.ledger.api import PrivateValue, verify_town
from guiju.kernel.matters.api import Matter
from guiju.mechanisms.legal_services.models import ServiceDetail

ROWS = [consultation(f"远{n}") for n in range(1, 90)]


def run(path, fatal, database):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "guiju.settings.base",
        "GUIJU_DATABASE_URL": database.url,
        "GUIJU_HOME": str(settings.GUIJU_HOME),
    }
    words = [sys.executable, "-m", "guiju.exchange.tests.killed_import", str(path), "yuanxi.clerk", str(fatal)]
    return subprocess.run(words, env=environment, capture_output=True, check=False)


# The head is moved after the entries and before the rows. PostgreSQL takes many rows by COPY, which no wrapper sees.
EVERYWHERE, ONLY_SQLITE = ["ledger_head"], ["ledger_entry", "ledger_privatevalue", "matters_party"]


def interrupted(committed_db, tmp_path, fatal):
    """A town after an import that was killed before it wrote to a table."""
    if committed_db.vendor != "sqlite" and fatal not in EVERYWHERE:
        pytest.skip("many rows are written by COPY")
    town = found_town()
    path = tmp_path / "台账.xlsx"
    path.write_bytes(xlsx_of([CONSULTATIONS, *ROWS]))
    done = run(path, fatal, committed_db)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    return town


@pytest.mark.parametrize("fatal", EVERYWHERE + ONLY_SQLITE)
def test_nothing_is_left_of_a_killed_import(committed_db, tmp_path, fatal):
    town = interrupted(committed_db, tmp_path, fatal)
    assert (entries(), PrivateValue.objects.count()) == (1, 0)
    assert not Matter.objects.filter(mechanism="legal_services").exists()
    assert verify_town(town.id).whole
    assert imported(book(CONSULTATIONS, ROWS)).reconciliation.imported == len(ROWS)
    assert ServiceDetail.objects.count() == len(ROWS)
    assert verify_town(town.id).whole


def test_import_killed_after_its_commit_is_all_there(committed_db, tmp_path):
    town = interrupted(committed_db, tmp_path, "matters_search")
    assert ServiceDetail.objects.count() == len(ROWS)
    assert verify_town(town.id).whole
    assert imported(book(CONSULTATIONS, ROWS)).reconciliation.there == len(ROWS)
