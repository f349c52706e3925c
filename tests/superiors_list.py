"""A superior system's list of forty invented cases (虚构), in its layout, as it stood and as it stands three weeks later.

Gaps are planted: evidence, the hearing right in a notice, the legal officer, a notice before the decision, payment and
publicity. Days are counted back from a day, for what lacks hangs on the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

HEADINGS = (
    *("序号", "案件编号", "办案单位", "案由", "线索来源", "当事人类别", "当事人名称", "案发地址", "办案人员"),
    *("立案时间", "检查时间", "调查终结时间", "告知时间", "法核时间", "决定时间", "处罚决定书文号", "办理结果"),
    *("处罚类别", "罚款（元）", "送达方式", "送达时间", "公示时间", "公示地址", "缴款时间", "结案时间", "案件状态"),
)
COUNT = 40
# How many cases stand where, as the first list tells them; those marked lack something before their next signature.
FILED, INSPECTED, CONCLUDED, HEAVY, NOTICED, UNTOLD, SERVED = 10, 6, 4, 4, 6, 5, 5
PAID = 5  # served and then paid and published, as the later list tells
GAPS_BEFORE = FILED + HEAVY + NOTICED + SERVED
GAPS_AFTER = HEAVY + NOTICED


def _days(today: dt.date, **ago: int) -> dict[str, dt.date]:
    return {heading: today - dt.timedelta(days) for heading, days in ago.items()}


def _cases(today: dt.date, later: bool) -> Iterator[dict[str, Any]]:
    """The cases by where they stand; `later` tells what has come since."""
    filed, inspected = _days(today, 立案时间=40), _days(today, 立案时间=40, 检查时间=38)
    concluded = inspected | _days(today, 调查终结时间=30) | {"处罚类别": "罚款", "罚款（元）": 500}
    noticed = concluded | _days(today, 告知时间=22)
    decided = {"办理结果": "行政处罚", "送达方式": "直接送达"}
    for _ in range(FILED):
        yield filed | (_days(today, 检查时间=5) if later else {})
    for _ in range(INSPECTED):
        yield inspected
    for _ in range(CONCLUDED):
        yield concluded
    for _ in range(HEAVY):
        yield concluded | {"罚款（元）": 60000}
    for _ in range(NOTICED):
        yield noticed
    for _ in range(UNTOLD):
        yield concluded | decided | _days(today, 决定时间=3)
    for _ in range(SERVED):
        since = _days(today, 公示时间=6, 缴款时间=4) | {"公示地址": "https://example.invalid/gs"} if later else {}
        yield noticed | decided | _days(today, 决定时间=12, 送达时间=10) | since


def rows(today: dt.date, *, later: bool = False) -> list[dict[str, Any]]:
    """The forty rows."""
    found = []
    for place, case in enumerate(_cases(today, later), 1):
        number = f"ZF{today.year}-{place:04d}"
        usual = {
            "序号": place,
            "案件编号": number,
            "办案单位": "综合行政执法队",
            "案由": "未按规定分类投放生活垃圾",
            "线索来源": "日常巡查",
            "当事人类别": "法人或者其他组织",
            "当事人名称": f"示例第{place}食品有限公司",
            "案发地址": f"示例路{place}号",
            "办案人员": "祁向东、秦振川",
            "处罚决定书文号": number.replace("ZF", "ZFJD") if "决定时间" in case else None,
            "案件状态": "办理中",
        }
        found.append(usual | case)
    return found


def written(folder: Path, today: dt.date, *, later: bool = False, name: str = "综合执法案件导出清单.xlsx") -> Path:
    """The list as a workbook."""
    path = folder / name
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("导出清单")
    sheet.write_row(0, 0, HEADINGS)
    for place, row in enumerate(rows(today, later=later), 1):
        sheet.write_row(place, 0, [row.get(heading) for heading in HEADINGS])
    book.close()
    return path
