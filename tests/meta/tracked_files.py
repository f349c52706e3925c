"""The files of the repository as the meta-tests see them: those that git tracks, or all of a copy without git."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IGNORED = {".git", ".venv", "var", "out", "node_modules", "vendor", "workbooks", "__pycache__", "build", "dist"}
CODE = ("guiju", "tools", "samples", "verifier", "bench", "tests")


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return the paths, relative to the root, of all files that belong to the repository and exist."""
    answer = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        paths = [Path(name) for name in answer.stdout.split("\0") if name]
    else:
        paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if not IGNORED & set(path.parts)]
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def python_files(*folders: str) -> list[Path]:
    """Return the Python files in the named folders of the root, migrations left out; without names, in all code."""
    wanted = folders or CODE
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py" and path.parts[0] in wanted and not _written_by_django(path)
    ]


def source_of(path: Path) -> str:
    """Return the text of a file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


def _written_by_django(path: Path) -> bool:
    return "migrations" in path.parts
