"""A small invented sheet (虚构) of penalties on the spot in our own layout, which the sample year has in another one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import xlsxwriter

ROW = {
    "当场处罚决定书编号": "",
    "处罚日期": dt.date(2022, 5, 10),
    "承办队伍": "综合行政执法队",
    "执法人员": "祁向东、秦振川",
    "案件来源": "日常巡查",
    "执法事项": "未按规定分类投放生活垃圾",
    "当事人类型": "法人或者其他组织",
    "当事人": "示例食品有限公司",
    "处罚种类": "警告",
}


def written(folder: Path) -> Path:
    """The workbook, with three rows."""
    path = folder / "当场处罚登记表.xlsx"
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("当场处罚登记表")
    sheet.write_row(0, 0, ROW)
    for row in range(1, 4):
        sheet.write_row(row, 0, {**ROW, "当场处罚决定书编号": f"示例〔2022〕{row}号"}.values())
    book.close()
    return path
