"""guiju watch DIR: files put into a folder are imported as they come."""

from __future__ import annotations

import argparse
import fcntl
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import close_old_connections
from django.utils import timezone

from guiju.commands.errors import CommandError
from guiju.exchange.watching import DONE, FAULTY, Watch
from guiju.kernel.organisation.api import Acting, acting_for_login
from guiju.kernel.terms.api import legal_today

LOCK = ".guiju-watch"


def add_to(subparsers: Any) -> None:
    parser: argparse.ArgumentParser = subparsers.add_parser("watch", help="看着一个文件夹，放进去的台账和文书随到随收")
    parser.add_argument("folder", type=Path, metavar="文件夹", help=f"收完的移到“{DONE}”，有错的移到“{FAULTY}”")
    parser.add_argument("--as", dest="user", required=True, metavar="账号", help="以谁的名义导入")
    parser.add_argument("--once", action="store_true", help="只看一遍就结束")
    parser.add_argument("--every", type=float, default=10.0, metavar="秒", help="每隔几秒看一遍，不写是 10")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        raise CommandError(f"没有“{options.folder}”这个文件夹。请先建好，并让运行本命令的账号能读写。", 2)
    acting_of(options.user)
    watch = Watch(options.folder, lambda: acting_of(options.user), timezone.now)
    with _alone(options.folder):
        if options.once:
            return 0 if _looked(watch) else 1
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())  # the file in hand is finished first
        while not stop.is_set():
            close_old_connections()  # one that the database has dropped meanwhile
            _looked(watch, stop)
            stop.wait(options.every)
    return 0


def acting_of(user: str) -> Acting:
    """Who brings the files, with the posts held today. Raises CommandError."""
    acting = acting_for_login(user, legal_today(timezone.now()))
    if acting is None:
        raise CommandError(f"没有登录名为“{user}”的账号，或者他今天没有在任的岗位。", 2)
    if not acting.may("imports"):
        raise CommandError(f"{acting.name}的岗位不能导入台账。请换成本单位能导入的人。", 2)
    return acting


def _looked(watch: Watch, stop: threading.Event | None = None) -> bool:
    """One look at the folder; whether everything in it was in order."""
    whole = True
    for brought in watch.look():
        whole = whole and brought.good and brought.finished
        print(f"{brought.name}：{brought.told}", flush=True)
        if stop is not None and stop.is_set():
            break
    return whole


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No second process takes files from the folder at the same time."""
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError("另一个 guiju watch 正在看这个文件夹。", 2) from None
        yield
