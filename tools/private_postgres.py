"""Run a command beside a private PostgreSQL that lives only as long: `python -m tools.private_postgres -- pytest …`.

The command finds GUIJU_DATABASE_URL and GUIJU_TEST_DB=postgres in its environment. The cluster lies in a temporary
folder, listens on a socket there and nowhere else, and is stopped and removed at the end, also on Ctrl-C.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.postgres_programs import Programs, find_programs
from tools.setup.failure import SetupFailure
from tools.unprivileged_user import Account, account_for_server

OWNER = "guiju"
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "autovacuum": "off",
    "timezone": "Asia/Shanghai",
}
LONGEST_SOCKET_FOLDER = 80  # bytes; the address of a UNIX socket has 107, of which PostgreSQL's file name takes some


@contextmanager
def private_cluster() -> Iterator[str]:
    """Start a cluster of its own, give its address (postgres://…) and stop it afterwards.

    Raises SetupFailure when no PostgreSQL can be found or it does not start.
    """
    folder = Path(tempfile.mkdtemp(prefix="guiju-pg-", dir=_base_folder()))
    try:
        account = account_for_server()
        account.give(folder)
        programs = find_programs(folder)
        print(f"── PostgreSQL {programs.version}（{programs.origin}），账户 {account.name}", flush=True)
        data = folder / "data"
        _initialise(programs, account, data)
        _start(programs, account, data, folder)
        try:
            yield f"postgres://{OWNER}@/postgres?host={folder}"
        finally:
            _run(account, [programs.at("pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop"], "停止", folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _base_folder() -> str | None:
    """Return where the folder may lie: the usual place for temporary files unless its path is too long for a socket."""
    return None if len(tempfile.gettempdir().encode()) <= LONGEST_SOCKET_FOLDER else "/tmp"


def _initialise(programs: Programs, account: Account, data: Path) -> None:
    command = [programs.at("initdb"), "-D", str(data), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync"]
    # Not "C": under it PostgreSQL takes Chinese text apart byte by byte in its trigrams.
    _run(account, [*command, "--locale=C.UTF-8"], "初始化", data.parent)


def _start(programs: Programs, account: Account, data: Path, socket_folder: Path) -> None:
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    command = [programs.at("pg_ctl"), "-D", str(data), "-l", str(data / "server.log"), "-w", "-t", "60", "start"]
    _run(account, [*command, "-o", f"{options} -k {socket_folder}"], "启动", data.parent)


def _run(account: Account, command: list[str], purpose: str, folder: Path) -> None:
    # The output goes to a file: the server inherits it, and a pipe would stay open as long as the server runs.
    with (folder / "pg_ctl.log").open("w+b") as log:
        code = subprocess.run(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **account.as_user()).returncode
        if code:
            log.seek(0)
            raise SetupFailure(f"测试用的 PostgreSQL 未能{purpose}：\n{log.read().decode(errors='replace').strip()}")


def run_beside_cluster(command: list[str]) -> int:
    """Run the command with the cluster's address in its environment and return its exit code."""
    with private_cluster() as address:
        environment = {**os.environ, "GUIJU_DATABASE_URL": address, "GUIJU_TEST_DB": "postgres"}
        with subprocess.Popen(command, env=environment) as process:
            while True:
                try:
                    return process.wait()
                except KeyboardInterrupt:  # the command got it too and ends in its own way; the cluster waits for it
                    continue


def _end_like_interrupt(number: int, _frame: object) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    arguments = sys.argv[2:] if sys.argv[1:2] == ["--"] else sys.argv[1:]
    if not arguments:
        sys.exit("用法：python -m tools.private_postgres -- 命令 …")
    signal.signal(signal.SIGTERM, _end_like_interrupt)
    signal.signal(signal.SIGHUP, _end_like_interrupt)
    try:
        sys.exit(run_beside_cluster(arguments))
    except SetupFailure as failure:
        sys.exit(str(failure))
