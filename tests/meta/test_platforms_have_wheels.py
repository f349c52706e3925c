"""Every locked package has a ready wheel for both kinds of processor in use, so that no compiler is needed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meta.tracked_files import ROOT
from tools.pytest_loud_skips import loud_skip

PLATFORMS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_28")
LOCKS = ("requirements.lock", "requirements-node.lock", "requirements-pgserver.lock")
NO_INDEX = re.compile(
    r"[Ff]ailed to fetch|error sending request|dns error|[Cc]onnect(?:ion)? (?:error|refused|timed)|timed out"
)


def uv_program() -> str:
    inside = Path(sys.executable).with_name("uv")
    return str(inside) if inside.exists() else shutil.which("uv") or "uv"


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_wheel(lock, platform, tmp_path):
    command = [uv_program(), "pip", "install", "--dry-run", "--no-build", "--no-deps", "--no-config", "-r", lock]
    target = ["--python-platform", platform, "--python-version", "3.11", "--target", str(tmp_path / "target")]
    answer = subprocess.run([*command, *target], cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode and NO_INDEX.search(answer.stderr):
        loud_skip("软件源不可达，未能核对两种处理器的安装包")
    assert answer.returncode == 0, answer.stderr
    assert "Would install" in answer.stderr


def test_locks_pin_every_package_by_hash():
    for lock in LOCKS:
        entries = re.findall(
            r"^\S+==\S+.*(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+", (ROOT / lock).read_text(), re.MULTILINE
        )
        pins = re.findall(r"^\w\S*==", (ROOT / lock).read_text(), re.MULTILINE)
        assert len(entries) == len(pins) > 0


def test_locks_agree_with_the_declared_versions():
    declared = re.findall(
        r'"([\w.-]+)(?:\[\w+\])?==([\d.]+)[";]', (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )
    locked = "".join((ROOT / lock).read_text() for lock in LOCKS).lower()
    assert declared
    assert [name for name, version in declared if f"{name.lower()}=={version}" not in locked] == []
