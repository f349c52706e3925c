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
    """Fill the sample town in `folder` as the demo does, up to its report, and seal the record. Sets up Django."""
    os.environ |= {"GUIJU_HOME": str(folder), "DJANGO_SETTINGS_MODULE": "guiju.settings.demo", "GUIJU_TODAY": TODAY}
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone
    from rich.console import Console

    from guiju.commands.demo import sample_town
    from guiju.kernel.ledger.api import sign_checkpoint

    call_command("migrate", verbosity=0)
    town = sample_town(Console(quiet=True))
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
