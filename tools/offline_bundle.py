"""`make bundle`: everything that a machine without network needs to install Guiju, in one tar; see docs/handbook/operator.md.

Inside: `wheels/` (the packages of the lock that run in service, fetched by their hashes, and Guiju itself with its
front-end files), `requirements.txt` with those hashes, `install.sh`, the files of `deploy/`, the handbook, a sample of
a town's description, and `SHA256SUMS`.
"""

from __future__ import annotations

import argparse
import hashlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.setup.failure import SetupFailure
from tools.setup.stamps import ROOT

ENTRY = re.compile(r"^(?P<name>[\w.-]+)==.*(?:\n[ ]+--hash=\S+(?: \\)?)+(?P<via>(?:\n[ ]+#.*)*)", re.MULTILINE)
PROJECT = "guiju (pyproject.toml)"
BESIDE = ("deploy", "docs/handbook", "samples/town.yaml", "LICENSE")
OLDEST_GLIBC, NEWEST_GLIBC = 17, 28
INSTALL = """#!/bin/sh
# sh install.sh /srv/guiju-app: makes /srv/guiju-app/.venv from the wheels beside this file, without network.
set -e
here=$(cd "$(dirname "$0")" && pwd)
target=${1:?"用法：sh install.sh 安装到的文件夹"}
(cd "$here" && sha256sum --quiet --check SHA256SUMS)
"${PYTHON:-python3}" -m venv "$target/.venv"
pip="$target/.venv/bin/python -m pip --disable-pip-version-check --quiet install --no-index --find-links $here/wheels"
$pip --require-hashes -r "$here/requirements.txt"
$pip --no-deps --force-reinstall "$here"/wheels/guiju-*.whl
cp -R "$here/deploy" "$target/"
echo "已装好：$target/.venv/bin/guiju"
"""


def running_packages(lock: str) -> str:
    """The entries of a lock that the project needs in service: those which it asks for, and what they ask for."""
    entries = {found["name"]: found for found in ENTRY.finditer(lock)}
    asked_by = {
        name: set(re.findall(r"#\s+(?:via )?(\S.*)$", entry["via"], re.MULTILINE)) for name, entry in entries.items()
    }
    wanted = {PROJECT}
    while added := {name for name, askers in asked_by.items() if askers & wanted} - wanted:
        wanted |= added
    return "\n".join(entry.group(0) for name, entry in entries.items() if name in wanted) + "\n"


def write_bundle(out: Path, machine: str, python: str) -> Path:
    """Write the tar for a kind of processor and a version of Python. Raises SetupFailure where something cannot be had."""
    name = f"guiju-{machine}-python{python}"
    with tempfile.TemporaryDirectory(prefix="guiju-bundle-") as temporary:
        folder = Path(temporary) / name
        wheels = folder / "wheels"
        wheels.mkdir(parents=True)
        needed = folder / "requirements.txt"
        needed.write_text(running_packages((ROOT / "requirements.lock").read_text(encoding="utf-8")), encoding="utf-8")
        _pip("download", *_target(machine, python), "--no-deps", "--require-hashes", "-r", needed, "-d", wheels)
        _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", wheels, ROOT)
        for beside in BESIDE:
            _copied(ROOT / beside, folder / beside)
        (folder / "install.sh").write_text(INSTALL, encoding="utf-8")
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        sums = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n" for path in files)
        (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
        out.mkdir(parents=True, exist_ok=True)
        with tarfile.open(out / f"{name}.tar", "w") as tar:
            tar.add(folder, arcname=name)
    return out / f"{name}.tar"


def _target(machine: str, python: str) -> list[str]:
    glibc = [f"--platform=manylinux_2_{minor}_{machine}" for minor in range(NEWEST_GLIBC, OLDEST_GLIBC - 1, -1)]
    return ["--only-binary=:all:", f"--python-version={python}", *glibc, f"--platform=manylinux2014_{machine}"]


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _pip(*words: object) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *map(str, words)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SetupFailure("离线包没有做成（原因见上），请检查网络或软件源后重新运行 make bundle。")


def main() -> int:
    """Write the tar and say where it is and how large."""
    parser = argparse.ArgumentParser(prog="tools.offline_bundle", description="写出离线安装包")
    parser.add_argument("--machine", default=platform.machine(), help="处理器：x86_64 或 aarch64；不写是本机的")
    parser.add_argument(
        "--python", default=f"{sys.version_info.major}.{sys.version_info.minor}", help="那台机器上的 Python"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "out")
    options = parser.parse_args()
    try:
        written = write_bundle(options.out, options.machine, options.python)
    except SetupFailure as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"离线包：{written}（{written.stat().st_size / 1e6:.1f} MB）")
    return 0


if __name__ == "__main__":
    sys.exit(main())
