"""The frame of every measure: a database of its own, five interleaved runs, median and spread, machine and load told.

A script calls `own_installation` before anything of Django's is imported. `report` prints the result as one line of
JSON, adds it to `var/bench/<measure>.jsonl`, and prints one sentence for people. What `docs/explanation/performance.md`
quotes is kept in `bench/results/`.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def own_installation(measure: str) -> None:
    """Set up Django on an empty migrated database of this measure, on SQLite unless GUIJU_DATABASE_URL says otherwise."""
    sys.path.insert(0, str(ROOT))
    home = os.environ.setdefault("GUIJU_HOME", tempfile.mkdtemp(prefix=f"guiju-{measure}-"))
    os.environ.setdefault("GUIJU_DATABASE_URL", f"sqlite:///{home}/{measure}.sqlite3")
    os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.settings.base"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def seconds(work: Callable[[], object]) -> float:
    """Clock seconds of a piece of work."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def each(calls: int, work: Callable[[int], object]) -> list[float]:
    """Milliseconds of each of so many calls."""
    return [1000 * seconds(lambda n=n: work(n)) for n in range(calls)]  # type: ignore[misc]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def interleaved(kinds: Mapping[str, Callable[[], float]], runs: int = RUNS) -> dict[str, list[float]]:
    """One figure of each kind in turn, so many times over, so that what slows the machine slows all kinds alike."""
    found: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(runs):
        for name, work in kinds.items():
            found[name].append(round(work(), 4))
    return found


def summary(runs: Mapping[str, Sequence[float]]) -> dict[str, dict[str, Any]]:
    """Median, lowest and highest of each kind, and the runs themselves."""
    return {
        name: {
            "median": round(statistics.median(values), 4),
            "lowest": min(values),
            "highest": max(values),
            "runs": list(values),
        }
        for name, values in runs.items()
    }


def machine() -> dict[str, Any]:
    """What the numbers were measured on, and how busy it was."""
    from django.db import connection

    if connection.vendor == "sqlite":
        import sqlite3

        database = f"SQLite {sqlite3.sqlite_version}"
    else:
        connection.ensure_connection()
        release = connection.pg_version  # type: ignore[attr-defined]
        database = f"PostgreSQL {release // 10000}.{release % 10000}"
    return {
        "processors": os.cpu_count(),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "django": version("django"),
        "database": database,
        "load": [round(value, 2) for value in os.getloadavg()],
    }


def report(measure: str, result: Mapping[str, Any], sentence: str) -> None:
    """Print and keep one result."""
    line = json.dumps({"measure": measure, **machine(), **result}, ensure_ascii=False)
    print(line)
    print(f"{measure}: {sentence}")
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{measure}.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
