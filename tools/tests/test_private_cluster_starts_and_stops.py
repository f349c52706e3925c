"""The private PostgreSQL: there while its command runs, gone afterwards, whoever runs it and however it ends."""

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tools import postgres_programs, private_postgres
from tools.unprivileged_user import account_for_server

ADDRESS = "import os; print(os.environ['GUIJU_DATABASE_URL'], os.environ['GUIJU_TEST_DB'])"
WAIT_FOR_INPUT = "import os, sys; print(os.environ['GUIJU_DATABASE_URL'], flush=True); sys.stdin.read()"
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    postgres_programs.programs_of_machine() is None and importlib.util.find_spec(postgres_programs.WHEEL) is None,
    reason="no PostgreSQL here, and the packaged one is only installed when the tests on PostgreSQL need it",
)


def command_with_cluster(*command: str) -> list[str]:
    return [sys.executable, "-m", "tools.private_postgres", "--", *command]


def folder_of(address: str) -> Path:
    return Path(address.split("host=")[1])


def server_of(folder: Path) -> int:
    return int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])


def has_ended(process: int) -> bool:
    """Tell whether a process is gone, or is a zombie that only waits to be collected."""
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_cluster_is_utf8_and_stops_with_its_folder():
    with private_postgres.private_cluster() as address:
        folder, server = folder_of(address), server_of(folder_of(address))
        with psycopg.connect(address) as session:
            encoding, listens = session.execute(
                "SELECT pg_encoding_to_char(encoding), current_setting('listen_addresses') FROM pg_database LIMIT 1"
            ).fetchone()
    assert (encoding, listens) == ("UTF8", "")
    assert has_ended(server)
    assert not folder.exists()


def test_server_of_root_runs_without_rights():
    if os.geteuid() != 0:
        pytest.skip("we are not root")
    with private_postgres.private_cluster() as address:
        owner = Path(f"/proc/{server_of(folder_of(address))}").stat().st_uid
    assert owner == account_for_server().user != 0


def test_command_finds_address_and_gives_its_exit_code():
    answer = subprocess.run(
        command_with_cluster(sys.executable, "-c", f"{ADDRESS}; raise SystemExit(7)"),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    address, kind = answer.stdout.splitlines()[-1].split()
    assert (kind, answer.returncode) == ("postgres", 7)
    assert not folder_of(address).exists()


@pytest.fixture
def interruptible():
    """Undo an inherited deafness: a run started in the background ignores Ctrl-C, and so would its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.usefixtures("interruptible")
def test_interrupted_run_leaves_no_server(number):
    command = command_with_cluster(sys.executable, "-c", WAIT_FOR_INPUT)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, **pipes) as process:
        lines = iter(process.stdout.readline, "")
        address = next(line.strip() for line in lines if line.startswith("postgres://"))
        server = server_of(folder_of(address))
        os.killpg(process.pid, number)  # as the terminal does on Ctrl-C: the whole group gets it
        process.wait()
        assert has_ended(server)
        assert not folder_of(address).exists()


def test_packaged_programs_serve_where_the_machine_has_none(monkeypatch):
    if importlib.util.find_spec(postgres_programs.WHEEL) is None:
        pytest.skip("the machine has a PostgreSQL, so the packaged one is not installed")
    monkeypatch.setattr(postgres_programs, "programs_of_machine", lambda: None)
    with private_postgres.private_cluster() as address, psycopg.connect(address) as session:
        assert session.execute("SELECT current_user").fetchone() == ("guiju",)
    assert not folder_of(address).exists()
