"""P7: due dates over holidays and make-up days. Targets: 100,000 due dates a second; 100,000 recomputed in 3 seconds.

Run `.venv/bin/python bench/p7_due_dates.py`. The peer is the walk from day to day over chinesecalendar that its users
write; it is run on fewer dates and given per second. Prints the machine, the versions, the load and five interleaved
runs as JSON, then one line. Time is processor time of this one process, so that a busy machine does not count.

The recomputation is the counting alone: a new calendar is made, every date is counted again and compared with the old
one, and those that moved get a new explanation. Reading and writing the rows is measured with the write path.
"""

import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import chinese_calendar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guiju.settings.test")
django.setup()  # the door of the terms holds a model

from guiju.kernel.lawbook.api import TermRule, load_lawbook, pack_chain  # noqa: E402
from guiju.kernel.terms.api import Calendar, due_date  # noqa: E402

RUNS = 5
DATES = 100_000
PEER_DATES = 300
FIRST = date(2024, 1, 1)
NAMES = (
    "disclosure.reply",
    "penalty.hearing.ask",
    "penalty.decide",
    "mediation.confirmation.apply",
    "litigation.direct",
)
TARGETS = {"plain": 100_000, "suspended": 100_000}
TARGET_RECOMPUTE_SECONDS = 3.0


def rules() -> list[TermRule]:
    """Return rules of every way of counting: working days, days with and without rolling, months."""
    lawbook = load_lawbook(pack_chain("sample-qinghe"))
    return [lawbook.term_rule(name, FIRST) for name in NAMES]


def starts() -> list[date]:
    """Return opening days spread over two noticed years."""
    return [FIRST + timedelta(number % 700) for number in range(DATES)]


PAUSES = [[(day + timedelta(3), day + timedelta(7)), (day + timedelta(12), day + timedelta(14))] for day in starts()]


def plain(days: list[date], law: list[TermRule], calendar: Calendar) -> int:
    """Count every date without suspension."""
    for number, day in enumerate(days):
        due_date(law[number % len(law)], day, calendar)
    return len(days)


def suspended(days: list[date], law: list[TermRule], calendar: Calendar) -> int:
    """Count every date with two suspensions, the second of which only matters because of the first for short terms."""
    for number, (day, pauses) in enumerate(zip(days, PAUSES, strict=True)):
        due_date(law[number % len(law)], day, calendar, pauses)
    return len(days)


def explained(days: list[date], law: list[TermRule], calendar: Calendar) -> int:
    """Count a tenth of the dates and write the explanation of each."""
    for number, day in enumerate(days[::10]):
        _ = due_date(law[number % len(law)], day, calendar).explanation
    return len(days) // 10


def peer(days: list[date], law: list[TermRule], calendar: Calendar) -> int:
    """Walk 20 working days from day to day with chinesecalendar."""
    for day in days[:PEER_DATES]:
        left = 20
        while left:
            day += timedelta(1)
            left -= chinese_calendar.is_workday(day)
    return PEER_DATES


def recompute(days: list[date], law: list[TermRule]) -> float:
    """Return the seconds to count all dates again after a town makes one Friday free, explaining those that moved."""
    usual = Calendar()
    before = [due_date(law[number % len(law)], day, usual).on for number, day in enumerate(days)]
    started = time.process_time()
    changed = Calendar({date(2025, 3, 14): False})
    for number, day in enumerate(days):
        due = due_date(law[number % len(law)], day, changed)
        if due.on != before[number]:
            _ = due.explanation
    return time.process_time() - started


def measure() -> dict[str, list[float]]:
    """Run all measures in turn, five times, and return rates per second (recompute: seconds)."""
    days, law, calendar = starts(), rules(), Calendar()
    measures: dict[str, Callable[[list[date], list[TermRule], Calendar], int]] = {
        "plain": plain,
        "suspended": suspended,
        "explained": explained,
        "peer_walk": peer,
    }
    found: dict[str, list[float]] = {name: [] for name in (*measures, "recompute_seconds")}
    for _ in range(RUNS):
        for name, run in measures.items():
            started = time.process_time()
            counted = run(days, law, calendar)
            found[name].append(counted / (time.process_time() - started))
        found["recompute_seconds"].append(recompute(days, law))
    return found


def main() -> int:
    """Measure and print; the exit code says whether the targets were met."""
    load_before = os.getloadavg()
    found = measure()
    median = {name: statistics.median(values) for name, values in found.items()}
    result = {
        "measure": "P7",
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "system": platform.system()},
        "versions": {
            "python": platform.python_version(),
            **{name: version(name) for name in ("chinesecalendar", "pydantic")},
        },
        "load": {"before": load_before, "after": os.getloadavg()},
        "dates": DATES,
        "runs": {name: [round(value, 3) for value in values] for name, values in found.items()},
        "median": {name: round(value, 3) for name, value in median.items()},
        "spread": {name: [round(min(values), 3), round(max(values), 3)] for name, values in found.items()},
    }
    print(json.dumps(result, ensure_ascii=False))
    met = all(median[name] >= target for name, target in TARGETS.items())
    met = met and median["recompute_seconds"] <= TARGET_RECOMPUTE_SECONDS
    print(
        f"P7 due dates: {median['plain']:,.0f}/s, with two suspensions {median['suspended']:,.0f}/s, with explanation "
        f"{median['explained']:,.0f}/s (walk over chinesecalendar {median['peer_walk']:,.0f}/s); 100,000 recomputed in "
        f"{median['recompute_seconds']:.2f} s; targets 100,000/s and 3 s {'met' if met else 'NOT met'}"
    )
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
