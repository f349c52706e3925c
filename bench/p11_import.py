"""P11: 50,000 rows of Excel imported with validation, entries and the workbook of bad rows, a desk at work beside it.

Run `.venv/bin/python bench/p11_import.py [ROWS] [RUNS]`; on PostgreSQL through
`.venv/bin/python -m tools.private_postgres -- .venv/bin/python bench/p11_import.py`. Targets: 10 s on SQLite, 15 s on
PostgreSQL, write transaction 5 s, no step of the desk fails. Every run imports other numbers into the same database.
The desk is a second process that registers a consultation every tenth of a second. Times are of the clock, so a busy
machine counts; processor time stands beside them. Everything imported is invented (示例).
"""

import datetime as dt
import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

HOME = os.environ.setdefault("GUIJU_HOME", tempfile.mkdtemp(prefix="guiju-p11-"))
os.environ.setdefault("GUIJU_DATABASE_URL", f"sqlite:///{HOME}/p11.sqlite3")
os.environ["DJANGO_SETTINGS_MODULE"] = "guiju.settings.base"

import django  # noqa: E402

django.setup()

import xlsxwriter  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from guiju.commands.serve import migrated  # noqa: E402
from guiju.exchange.importing.api import carry_out, prepare  # noqa: E402
from guiju.exchange.sheets.api import read_workbook  # noqa: E402
from guiju.kernel.organisation.api import Town, acting_as_command, plan_town  # noqa: E402
from guiju.kernel.procedure.api import Intent, Planned, Snapshot, apply, moment_for, plan, procedure_in_force  # noqa: E402

TARGETS = {"sqlite": 10.0, "postgresql": 15.0}
TARGET_TRANSACTION = 5.0
PAUSE = 0.1
SINCE = dt.date(2001, 1, 1)
STATION = "示例镇公共法律服务站"
HEADINGS = (
    "登记编号",
    "服务日期",
    "服务地点",
    "咨询方式",
    "咨询人",
    "联系电话",
    "咨询类别",
    "咨询内容",
    "人次",
    "解答人",
    "处理结果",
)
TOPICS = ("婚姻家庭", "劳动争议", "邻里", "合同", "继承", "物业")


def founded() -> Town:
    """A migrated database with one invented town."""
    migrated()
    station = {"code": "station", "name": STATION, "kind": "legal_station", "since": SINCE}
    described = {"town": {"code": "p11", "name": "示例镇", "note": "示例"}, "units": [station], "people": []}
    made, _ = plan_town({**described, "committees": [], "posts": [], "users": []}, "system:bench")
    return Town.objects.get(id=apply([made], timezone.now())[0].town_id)


def workbook(rows: int, run: int) -> bytes:
    """An .xlsx of consultations: one row in a hundred wrong, one to be confirmed, one written twice."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    sheet, day = book.add_worksheet("登记"), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEADINGS)
    for at in range(rows):
        number = f"示咨〔{run}〕{at - (at % 100 == 7)}号"
        said = at - (at % 100 == 7)
        texts = [number, "", STATION, "来访", f"示例{said % 997}", f"138{said:08d}", TOPICS[said % 6]]
        sheet.write_row(at + 1, 0, [*texts, f"示例内容第{said}条，问如何办理", said % 3 + 1, "示例员", "已答复"])
        if at % 100 == 3:
            sheet.write(at + 1, 1, "2025-02-30")
        elif at % 100 == 5:
            sheet.write(at + 1, 1, 45700)
        else:
            sheet.write_datetime(at + 1, 1, dt.datetime(2025, 1, 1) + dt.timedelta(said % 360), day)  # noqa: DTZ001
    book.close()
    return target.getvalue()


def desk() -> None:
    """Register consultations until the standard input ends; then print how long each took, and the failures."""
    town = Town.objects.get(code="p11")
    waits, failures = [], []
    while not _ended():
        started = time.perf_counter()
        moment = moment_for(acting_as_command(town, "desk"), timezone.now())
        unit = moment.directory.first_unit("legal_station")
        values = {"unit": unit, "event_date": moment.today, "topic": "示例"}
        snapshot = Snapshot(procedure_in_force("legal_services", "consultation", moment.today))
        try:
            made = plan(snapshot, [Intent("record_consultation", values)], moment)
            assert isinstance(made, Planned)
            apply([made.plan], moment.now)
        except Exception as error:
            failures.append(repr(error))
        waits.append(time.perf_counter() - started)
        time.sleep(PAUSE)
    print(json.dumps({"waits": waits, "failures": failures}))


def _ended() -> bool:
    import select

    return bool(select.select([sys.stdin], [], [], 0)[0])


def _timed_transactions(found: list[float]) -> Callable[[], None]:
    """Note the seconds between the beginning and the end of every transaction; returns what stops it.

    A transaction begins when autocommit is switched off: PostgreSQL's BEGIN is sent by its driver, unseen.
    """
    switch, commit = connection.set_autocommit, connection._commit
    begun = [0.0]

    def switched(autocommit: bool, **options: Any) -> None:
        switch(autocommit, **options)
        if not autocommit:
            begun[0] = time.perf_counter()

    def committed() -> None:
        commit()
        found.append(time.perf_counter() - begun[0])

    connection.set_autocommit, connection._commit = switched, committed

    def restore() -> None:
        connection.set_autocommit, connection._commit = switch, commit

    return restore


def one_run(town: Town, data: bytes) -> dict[str, Any]:
    """Import one workbook while the desk works; returns the seconds of each part."""
    beside = subprocess.Popen([sys.executable, __file__, "desk"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(3)  # until the desk has loaded
    transactions: list[float] = []
    restore = _timed_transactions(transactions)
    marks, processor = [time.perf_counter()], time.process_time()
    book = read_workbook(data, "示例登记.xlsx")
    marks.append(time.perf_counter())
    preview = prepare(book, moment_for(acting_as_command(town, "import"), timezone.now(), medium="sheet"))
    marks.append(time.perf_counter())
    outcome = carry_out(preview)
    marks.append(time.perf_counter())
    processor = time.process_time() - processor
    restore()
    told = json.loads(beside.communicate(b"end")[0])
    parts = {
        name: end - start for name, start, end in zip(("read", "prepare", "write"), marks, marks[1:], strict=False)
    }
    return {
        "seconds": marks[-1] - marks[0],
        "processor": processor,
        **parts,
        "transaction": max(transactions),
        "desk_steps": len(told["waits"]),
        "desk_longest": max(told["waits"], default=0.0),
        "desk_failures": told["failures"],
        "line": outcome.reconciliation.sentence,
        "returned_bytes": len(outcome.returned or b""),
    }


def main() -> int:
    """Measure and print; the exit code says whether the targets were met."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    town, load = founded(), os.getloadavg()
    found = [one_run(town, workbook(rows, run)) for run in range(runs)]
    median = {name: statistics.median(run[name] for run in found) for name in ("seconds", "transaction", "processor")}
    failures = sum(len(run["desk_failures"]) for run in found)
    result = {
        "measure": "P11",
        "machine": {"processor": platform.machine(), "cores": os.cpu_count(), "system": platform.system()},
        "versions": {"python": platform.python_version(), "django": django.__version__},
        "database": connection.vendor,
        "load": {"before": load, "after": os.getloadavg()},
        "rows": rows,
        "runs": found,
        "median": median,
        "spread": [min(run["seconds"] for run in found), max(run["seconds"] for run in found)],
    }
    print(json.dumps(result, ensure_ascii=False))
    target = TARGETS[connection.vendor]
    met = median["seconds"] <= target and median["transaction"] <= TARGET_TRANSACTION and not failures
    print(
        f"P11 import of {rows:,} rows on {connection.vendor}: {median['seconds']:.1f} s, write transaction "
        f"{median['transaction']:.1f} s, {failures} steps beside it failed; targets {target:.0f} s and "
        f"{TARGET_TRANSACTION:.0f} s {'met' if met else 'NOT met'}"
    )
    return 0 if met else 1


if __name__ == "__main__":
    if sys.argv[1:] == ["desk"]:
        desk()
    else:
        raise SystemExit(main())
