"""A workbench of the sample town (示例) in a temporary folder: its year imported, figures locked, served on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-24"
PASSWORD = "qinghe-2022"  # noqa: S105 - of the sample accounts, shown on the demo's login page
WAIT_SECONDS = 60


def fill(folder: Path) -> None:
    """Found the town in `folder`, import the year and the live matters, seal the record. Sets up Django."""
    os.environ |= {"GUIJU_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "guiju.settings.demo", "GUIJU_TODAY": TODAY}
    import django

    django.setup()
    import yaml
    from django.core.management import call_command
    from django.utils import timezone
    from rich.console import Console

    from guiju.commands.town import found_town
    from guiju.exchange.commands import import_files
    from guiju.kernel.ledger.api import sign_checkpoint
    from guiju.kernel.terms.api import legal_today
    from samples.exercise import write_exercise_workbook
    from samples.live import write_live_workbook
    from samples.write import write_year_workbooks

    call_command("migrate", verbosity=0)
    described = yaml.safe_load((ROOT / "samples" / "town.yaml").read_text(encoding="utf-8"))
    town = found_town(described, PASSWORD)
    books = write_year_workbooks(folder / "samples")
    live = write_live_workbook(folder / "samples", legal_today(timezone.now()))
    for files in (books, [live]):
        import_files(files, "zhou.sfs", None, False, folder / "bad", Console(quiet=True))
    write_exercise_workbook(folder / "samples")
    sign_checkpoint(town.id, town.code, timezone.now())


@contextmanager
def served() -> Iterator[str]:
    """Serve what `fill` made until the end of the block; gives the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", address]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://{address}/login/")
        yield f"http://{address}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.3)
    raise TimeoutError(f"the workbench does not answer at {url}")
