"""P2: register consultations from two processes with two threads each, as two workers serve four people. Targets: 180 a second on SQLite, none of 10,000 fails.

Run `.venv/bin/python bench/p2_register.py [EACH]`; on PostgreSQL through `python -m tools.private_postgres -- …`. Each
registration is the whole way of a step without a page: moment, plan with checks, entry, rows, number, private values,
search. Session, permission and page come on top of it in the web's own measure.
"""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import RUNS, own_installation, percentile, report, summary

own_installation("p2_register")

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.invented_town import found_town  # noqa: E402
from guiju.kernel.ledger.api import verify_town  # noqa: E402
from guiju.kernel.organisation.api import Town, acting_as_command  # noqa: E402
from guiju.kernel.procedure.api import (  # noqa: E402
    Intent,
    Planned,
    Snapshot,
    apply,
    moment_for,
    plan,
    procedure_in_force,
)

PROCESSES, THREADS, EACH, TARGET = 2, 2, 500, 180


def register(town: Town, count: int, waits: list[float], failures: list[str]) -> None:
    """One thread: so many registrations, and the milliseconds of each."""
    for n in range(count):
        begun = time.perf_counter()
        moment = moment_for(acting_as_command(town, "bench"), timezone.now())
        unit = moment.directory.unit("示例站")
        values = {
            "unit": unit,
            "event_date": moment.today,
            "client": f"示例{n}",
            "content": "问如何办理",
            "topic": "邻里",
        }
        snapshot = Snapshot(procedure_in_force("legal_services", "consultation", moment.today))
        made = plan(snapshot, [Intent("record_consultation", values)], moment)
        assert isinstance(made, Planned)
        try:
            apply([made.plan], moment.now)
        except Exception as error:
            failures.append(repr(error))
        waits.append(1000 * (time.perf_counter() - begun))
    connection.close()


def work(count: int) -> None:
    """One process: warm up, wait for the word, work, and tell as JSON."""
    town = Town.objects.get()
    waits: list[float] = []
    failures: list[str] = []
    register(town, 3, [], [])
    print("ready", flush=True)
    sys.stdin.readline()
    threads = [threading.Thread(target=register, args=(town, count, waits, failures)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps({"waits": waits, "failures": failures}), flush=True)


def one_run(count: int) -> tuple[float, list[float], list[str]]:
    """All processes at once: registrations a second, milliseconds of each, failures."""
    command = [sys.executable, __file__, "work", str(count)]
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(PROCESSES)
    ]
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.readline()
    begun = time.perf_counter()
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    answers = [json.loads(worker.communicate()[0]) for worker in workers]
    took = time.perf_counter() - begun
    waits = [wait for answer in answers for wait in answer["waits"]]
    return PROCESSES * THREADS * count / took, waits, [failure for answer in answers for failure in answer["failures"]]


def main(count: int) -> int:
    town = found_town()
    one_run(20)
    rates, waits, failures = [], [], []
    for _ in range(RUNS):
        rate, run_waits, run_failures = one_run(count)
        rates.append(round(rate, 1))
        waits += run_waits
        failures += run_failures
    whole = verify_town(town.id).whole
    figures = summary({"per_second": rates})["per_second"]
    result = {
        "processes": PROCESSES,
        "threads_each": THREADS,
        "registrations": RUNS * PROCESSES * THREADS * count,
        "per_second": figures,
        "p50_ms": round(percentile(waits, 0.5), 2),
        "p95_ms": round(percentile(waits, 0.95), 2),
        "longest_ms": round(max(waits), 1),
        "failures": len(failures),
        "verified": whole,
        "target_per_second": TARGET,
    }
    said = f"{figures['median']} registrations/s ({figures['lowest']} to {figures['highest']}), target {TARGET}"
    report("p2_register", result, f"{connection.vendor}, {said}; {len(failures)} failures, record whole: {whole}")
    return 0 if figures["median"] >= TARGET and not failures and whole else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(int(sys.argv[2]))
    else:
        raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else EACH))
