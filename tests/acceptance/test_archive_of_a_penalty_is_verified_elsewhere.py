"""The archive of a whole penalty case, verified where there is Python and nothing of ours; then with one byte changed."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from guiju.cli import main
from guiju.commands.verifier import write_verifier
from guiju.exchange.archive.tests.made_files import picture, scan
from guiju.kernel.evidence.api import keep
from guiju.kernel.ledger.api import signer_for
from guiju.kernel.matters.api import Matter
from guiju.kernel.organisation.api import Account, Person
from guiju.kernel.procedure.api import KERNEL_ROWS, apply, load_snapshot, plan_attachment
from guiju.mechanisms.penalty.tests.made_cases import Desk, found_town
from guiju.mechanisms.penalty.tests.made_papers import penalised
from tests.verified_elsewhere import verified_elsewhere

ARCHIVE, KEY = "case.zip", "town.pub"
CHANGED = 24
# A process for each changed byte would take seconds: one process checks them all, with the handed-out file alone.
CHECK_ALL = """
import contextlib, io, json, sys
sys.path.insert(0, "guiju_verify.pyz")
from guiju_verify import main
told = []
for name in sys.argv[1:]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        told.append([main(["archive", name, "--key", "town.pub"]), said.getvalue()])
print(json.dumps(told))
"""


@pytest.fixture
def elsewhere(db: None, tmp_path: Path) -> Path:
    """A folder with the archive of a case heard, decided, served, executed and archived, the town's key, the verifier."""
    desk = Desk(found_town())
    key = penalised(desk)
    attach(desk, key, picture(), "image/png")
    attach(desk, key, scan(1), "application/pdf")
    user = get_user_model().objects.create(username="head")
    Account.objects.create(user=user, person=Person.objects.get(code="o2"))
    number = Matter.objects.get(id=key).number
    assert main(["archive", number, "--as", "head", "--out", str(tmp_path)]) == 0
    folder = tmp_path / "elsewhere"
    write_verifier(folder)
    (tmp_path / f"{number}.zip").rename(folder / ARCHIVE)
    (folder / KEY).write_text(signer_for("yuanxi").verifier_key() + "\n", encoding="utf-8")
    return folder


def attach(desk: Desk, key: int, data: bytes, media_type: str) -> None:
    """Keep a file and put it on the case's record."""
    snapshot = load_snapshot(key, rows=KERNEL_ROWS)
    assert snapshot is not None
    told = {"sha256": keep(data), "size_bytes": len(data), "media_type": media_type}
    apply([plan_attachment(snapshot, desk.moment, title="现场（示例）", kind="photo", **told)], desk.now)


def places(archive: Path) -> list[tuple[str, int]]:
    """A byte of every member in turn until there are enough, and where it lies in the file."""
    with zipfile.ZipFile(archive) as package:
        members = package.infolist()
    found = []
    for number in range(CHANGED):
        member = members[number * len(members) // CHANGED]
        begins = member.header_offset + 30 + len(member.filename.encode())
        found.append((member.filename, begins + number * (member.file_size - 1) // CHANGED))
    return found


def change(archive: Path, at: int, target: Path) -> None:
    """A copy of the archive with one byte changed where it lies in the file."""
    data = bytearray(archive.read_bytes())
    data[at] ^= 1
    target.write_bytes(data)


@pytest.mark.django_db
def test_case_holds_elsewhere_and_every_changed_byte_is_found_and_named(elsewhere: Path) -> None:
    code, said = verified_elsewhere(elsewhere, "archive", ARCHIVE, "--key", KEY)
    assert (code, said.count("  成立：")) == (0, 8), said
    assert "一致。" in said

    changed = places(elsewhere / ARCHIVE)
    names = [f"changed-{number}.zip" for number in range(len(changed))]
    for (_, at), name in zip(changed, names, strict=True):
        change(elsewhere / ARCHIVE, at, elsewhere / name)
    code, said = verified_elsewhere(elsewhere, "archive", names[0], "--key", KEY)
    assert (code, f"不符：{changed[0][0]}" in said) == (1, True), said

    command = [sys.executable, "-I", "-S", "-c", CHECK_ALL, *names]
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, check=True, env={})
    for (member, at), (code, said) in zip(changed, json.loads(done.stdout), strict=True):
        assert code == 1, f"byte {at} in {member} is not missed"
        assert any(member in line for line in said.splitlines() if line.startswith("  不符：")), (member, at, said)
    assert len({member for member, _ in changed}) >= 20
