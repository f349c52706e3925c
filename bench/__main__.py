"""All measures, one after the other: `.venv/bin/python -m bench [MEASURE…]`, e.g. `p2 p9`.

Each is a process of its own on an empty database. On PostgreSQL:
`.venv/bin/python -m tools.private_postgres -- .venv/bin/python -m bench p3`, one measure at a time, as they do not
share a database. The exit code says whether every target was met.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
MEASURES = {path.stem.split("_")[0]: path for path in FOLDER.glob("p[0-9]*_*.py")}


def main(wanted: list[str]) -> int:
    """Run the named measures, or all."""
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(sorted(MEASURES, key=_number))}", file=sys.stderr)
        return 2
    missed = []
    for name in sorted(wanted or MEASURES, key=_number):
        print(f"== {MEASURES[name].stem}", flush=True)
        if subprocess.run([sys.executable, str(MEASURES[name])], check=False).returncode:
            missed.append(name)
    print(f"missed or failed: {', '.join(missed)}" if missed else "every target met")
    return 1 if missed else 0


def _number(name: str) -> int:
    return int(name[1:])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
