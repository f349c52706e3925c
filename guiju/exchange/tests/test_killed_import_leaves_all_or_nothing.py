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


@pytest.mark.parametrize("fatal", [1, 3, 5])
def test_nothing_is_left_of_a_killed_import(committed_db, tmp_path, fatal):
    town = found_town()
    path = tmp_path / "台账.xlsx"
    path.write_bytes(xlsx_of([CONSULTATIONS, *ROWS]))
    before, values = entries(), PrivateValue.objects.count()
    done = run(path, fatal, committed_db)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert (entries(), PrivateValue.objects.count()) == (before, values)
    assert not Matter.objects.filter(mechanism="legal_services").exists()
    assert verify_town(town.id).whole
    assert imported(book(CONSULTATIONS, ROWS)).reconciliation.imported == len(ROWS)
    assert ServiceDetail.objects.count() == len(ROWS)
    assert verify_town(town.id).whole
