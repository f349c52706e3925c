"""guiju migrate, guiju serve: bring the database up to date; run the web server and the queue worker together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any

from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.management import call_command

from guiju.commands.doctor import unset
from guiju.commands.errors import CommandError
from guiju.kernel.ledger.api import missing_triggers

POLL_SECONDS = 0.3
DAY_SECONDS = 24 * 60 * 60
GRACE_SECONDS = 10


def add_to(subparsers: Any) -> None:
    migrate = subparsers.add_parser("migrate", help="建立或升级数据库")
    migrate.set_defaults(run=lambda options: migrated())
    serve = subparsers.add_parser("serve", help="运行工作台：网页服务和后台任务，同起同停")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--workers", type=int, default=2)
    serve.set_defaults(run=lambda options: run_together(options.host, options.port, options.workers))


def migrated() -> int:
    """Apply the migrations and check that the append-only triggers are there."""
    call_command("migrate", verbosity=0, interactive=False)
    missing = missing_triggers()
    if missing:
        raise CommandError(f"数据库里少了触发器：{'、'.join(missing)}。请从备份恢复。")
    return 0


def collect_static_files() -> None:
    """Put the static files under their hashed names where the settings want them so; earlier ones stay for open pages."""
    if isinstance(staticfiles_storage, ManifestFilesMixin):
        call_command("collectstatic", verbosity=0, interactive=False)


def _programs(host: str, port: int, workers: int) -> list[list[str]]:
    python = sys.executable
    bind = f"{host}:{port}"
    gunicorn = ["gunicorn", "guiju.web.wsgi:application", "--bind", bind, "--workers", str(workers)]
    return [
        [python, "-m", *gunicorn, "--worker-class", "gthread", "--threads", "4", "--log-level", "warning"],
        [python, "-m", "django", "db_worker", "--queue-name", "*"],
    ]


class Daily:
    """A command run beside the programs when they start and then once a day; it never stops them."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str], period: float = DAY_SECONDS) -> None:
        self._words, self._environment, self._period = words, environment, period
        self._next = time.monotonic()
        self.running: subprocess.Popen[bytes] | None = None

    def run_when_due(self) -> None:
        """Start it when a day has passed and the last one has ended; one that failed is tried again the next day."""
        if time.monotonic() >= self._next and (self.running is None or self.running.poll() is not None):
            self._next = time.monotonic() + self._period
            self.running = subprocess.Popen(self._words, env=self._environment, stdout=subprocess.DEVNULL)


def run_together(host: str, port: int, workers: int = 2) -> int:
    """Run both programs until one ends or a signal comes; then end the other. Returns the first one's exit code."""
    missing = missing_triggers()
    if missing:
        raise CommandError(f"数据库里少了触发器：{'、'.join(missing)}。请先运行 guiju doctor。")
    for line in unset():
        print(line, file=sys.stderr)
    collect_static_files()
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"]}
    forget = Daily([sys.executable, "-m", "guiju.cli", "forget"], environment)
    running = [subprocess.Popen(words, env=environment) for words in _programs(host, port, workers)]
    stopping = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    while not stopping and all(program.poll() is None for program in running):
        forget.run_when_due()
        time.sleep(POLL_SECONDS)
    return _ended(running, asked=stopping)


def _ended(running: Sequence[subprocess.Popen[bytes]], *, asked: bool) -> int:
    first = next((program.returncode for program in running if program.poll() is not None), 0)
    for program in running:
        if program.poll() is None:
            program.terminate()
    for program in running:
        try:
            program.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()
    return 0 if asked else int(first or 0)
