"""P14: an export of a superior's system (50,000 invented lines in another layout) laid beside as many records.

Half of the lines carry our number, a quarter the other system's, a quarter none; one in a hundred is dated two days
later, one in five hundred is only there. Processor time of one core counts, from the bytes of the file to the result.
"""

from __future__ import annotations

import datetime as dt
import io
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.measuring import own_installation, report

own_installation("P14")

import xlsxwriter  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.invented_town import VILLAGES, found_town  # noqa: E402
from guiju.exchange.importing.api import carry_out, prepare  # noqa: E402
from guiju.exchange.reconciling.api import reconcile  # noqa: E402
from guiju.exchange.sheets.api import read_workbook  # noqa: E402
from guiju.kernel.indicators.api import Period  # noqa: E402
from guiju.kernel.organisation.api import acting_as_command  # noqa: E402
from guiju.kernel.procedure.api import moment_for  # noqa: E402

TARGET = 20.0
OURS = (
    "工单编号",
    "接警时间",
    "派单日期",
    "报警人",
    "警情地址",
    "纠纷类别",
    "分流去向",
    "承办单位",
    "反馈日期",
    "处理结果",
)
THEIRS = (
    "接警单编号",
    "接警时间",
    "报警人姓名",
    "警情地址",
    "报警类别",
    "分流时间",
    "移送单位",
    "反馈时间",
    "分流结果",
)
Row = dict[str, Any]
FIRST, SYSTEM = dt.date(2025, 1, 1), "示例系统"
KINDS = ("邻里", "婚姻家庭", "合同")
CHARACTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def rows(count: int) -> Iterator[Row]:
    """Diverted calls of a year (示例)."""
    chance = random.Random(14)
    for n in range(count):
        day = FIRST + dt.timedelta(n * 330 // count)
        yield {
            "number": f"例分流〔2025〕{n + 1}号",
            "day": day,
            "name": "示" + "".join(chance.choices(CHARACTERS, k=3)),
            "place": f"示例{n % VILLAGES}村{chance.randrange(400)}号",
            "kind": KINDS[n % 3],
            "unit": f"示例{n % VILLAGES}村",
            "closed": day + dt.timedelta(3),
        }


def sheet(headings: Sequence[str], lines: Iterator[Sequence[Any]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True})
    page, style = book.add_worksheet("Sheet1"), book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row(0, 0, headings)
    for at, line in enumerate(lines, 1):
        for column, value in enumerate(line):
            page.write(at, column, value, style if isinstance(value, dt.date) else None)
    book.close()
    return target.getvalue()


def ours(row: Row) -> Sequence[Any]:
    there = ("综合执法", row["unit"], row["closed"], "劝离现场")
    return (row["number"], row["day"], row["day"], row["name"], row["place"], row["kind"], *there)


def theirs(n: int, row: Row) -> Sequence[Any]:
    number = row["number"] if n % 4 < 2 else f"JJ{n:08d}" if n % 4 == 2 else ""
    day = row["day"] + dt.timedelta(2 * (n % 100 == 3))
    name = row["name"] if n % 500 != 7 else f"{row['name']}另"
    number = "" if n % 500 == 7 else number
    return (number, day, name, row["place"], row["kind"], day, row["unit"], row["closed"], "劝离现场")


def main() -> int:
    """Measure and print; the exit code says whether the target was met."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    town = found_town("p14")
    acting, period = acting_as_command(town, "bench"), Period(FIRST, dt.date(2025, 12, 31))
    moment = moment_for(acting, timezone.now(), medium="sheet")
    register = read_workbook(sheet(OURS, (ours(row) for row in rows(count))), "登记.xlsx")
    preview = prepare(register, moment, register="diversion_110")
    print(preview.reconciliation.sentence, [line.reasons for line in preview.sheets[0].lines if line.reasons][:2])
    carry_out(preview)
    data = sheet(THEIRS, (theirs(n, row) for n, row in enumerate(rows(count))))
    spent, clock, told = [], [], ""
    for _ in range(runs):
        begun, processor = time.perf_counter(), time.process_time()
        book = read_workbook(data, "导出.xlsx")
        asked = {"register": "diversion_110", "system": SYSTEM, "period": period}
        told = reconcile(book, moment, **asked, remembered={}).sentence
        spent.append(round(time.process_time() - processor, 2))
        clock.append(round(time.perf_counter() - begun, 2))
    median = statistics.median(spent)
    met = median <= TARGET
    result = {"rows": count, "processor_seconds": spent, "clock_seconds": clock, "median": median, "line": told}
    sentence = (
        f"{count:,} lines in {median:.1f} s of one processor, target {TARGET:.0f} s {'met' if met else 'NOT met'}"
    )
    report("P14", result, sentence)
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
