"""Blank forms as superiors send them (示例，均为虚构): the monthly matrix, the bulk sheet, the quarterly table as workbooks.

The same bytes on every run. Word forms are in `word_forms`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from samples.town import qinghe
from samples.word_forms import write_word_forms

MONTHLY, BULK, QUARTERLY = (
    "上级空表/矛盾纠纷排查化解情况月报表.xlsx",
    "上级空表/诉源事件批量导入模板.xlsx",
    "上级空表/公共法律服务工作季度统计表.xlsx",
)
KINDS = (
    "婚姻家庭",
    "邻里",
    "房屋宅基地",
    "合同",
    "生产经营",
    "损害赔偿",
    "山林土地",
    "征地拆迁",
    "环境污染",
    "劳动争议",
    "消费",
    "医疗",
    "道路交通事故",
    "物业",
    "其他",
)
BULK_HEADINGS = (
    "案件编码", "调委会", "调解工作室", "受理员", "受理时间", "案件来源", "案件难度级别", "纠纷类别", "行政划分", "有无死亡",
    "主办调解员", "协办调解员", "调解时间", "调解书编号", "调解结果", "调解协议金（元）", "协议履行情况", "当事人", "协议形式",
    "纠纷简要情况", "以奖代补评定", "案件属性", "涉及特殊群体情况", "涉及农民工纠纷情况", "纠纷转化情况",
)  # fmt: skip
QUARTERLY_ROWS = (
    ("一、公共法律服务站", None),
    ("接待法律咨询（人次）", "legal_service.station_consultations"),
    ("提供需求指引（人）", "legal_service.station_guidance"),
    ("二、居村法律顾问", None),
    ("解答法律咨询（人次）", "legal_service.adviser_answers"),
    ("参与调解纠纷（件）", "legal_service.adviser_mediations"),
    ("出具法律意见（份）", "legal_service.opinions"),
    ("协助申请法律援助（件）", "legal_service.aid_assisted"),
)
_DAY = datetime(2022, 1, 4, 9, tzinfo=UTC)


def write_forms(folder: Path) -> list[Path]:
    """Write all blanks below a folder; returns the files."""
    made = [_monthly(folder / MONTHLY), _bulk(folder / BULK), _quarterly(folder / QUARTERLY)]
    return [*made, *write_word_forms(folder / "上级空表")]


def _book(path: Path) -> tuple[Any, Any, Any, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    book.set_properties({"created": _DAY, "title": "示例，均为虚构"})
    title = book.add_format(
        {"bold": True, "font_size": 18, "align": "center", "valign": "vcenter", "font_name": "黑体"}
    )
    head = book.add_format({"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bold": True})
    cell = book.add_format({"border": 1, "align": "center", "valign": "vcenter"})
    return book, title, head, cell


def _villages() -> list[str]:
    return list(qinghe().villages)


def _monthly(path: Path) -> Path:
    """镇办 × 纠纷类型, each with 化解数 and 未化解数, and a sum above the rows."""
    book, title, head, cell = _book(path)
    sheet = book.add_worksheet("月报")
    last = 2 + 2 * len(KINDS)
    sheet.merge_range(0, 0, 0, last, "矛盾纠纷排查化解情况月报表", title)
    sheet.merge_range(1, 0, 1, 5, "填报单位：", book.add_format({"align": "left"}))
    sheet.write_string(1, 7, "统计期间：")
    sheet.merge_range(2, 0, 3, 0, "镇办（村居）", head)
    sheet.merge_range(2, 1, 3, 1, "本月矛盾纠纷总数", head)
    sheet.merge_range(2, 2, 3, 2, "本月未化解纠纷数", head)
    for at, kind in enumerate(KINDS):
        sheet.merge_range(2, 3 + 2 * at, 2, 4 + 2 * at, kind, head)
        sheet.write_string(3, 3 + 2 * at, "化解数", head)
        sheet.write_string(3, 4 + 2 * at, "未化解数", head)
    names = _villages()
    total = book.add_format({"border": 1, "align": "center", "bold": True, "bg_color": "#E7EEF0"})
    sheet.write_string(4, 0, "合计", total)
    for column in range(1, last + 1):
        letters = xlsxwriter.utility.xl_col_to_name(column)
        sheet.write_formula(4, column, f"=SUM({letters}6:{letters}{5 + len(names)})", total, 0)
    for at, name in enumerate(names):
        sheet.write_string(5 + at, 0, name, cell)
        for column in range(1, last + 1):
            sheet.write_blank(5 + at, column, None, cell)
    foot = 6 + len(names)
    sheet.write_string(foot, 0, "填表人：")
    sheet.write_string(foot, 7, "审核人：")
    sheet.write_string(foot, 14, "填表日期：")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, last, 7.5)
    sheet.set_row(0, 36)
    sheet.freeze_panes(5, 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, foot, last)
    sheet.repeat_rows(2, 4)
    book.close()
    return path


def _bulk(path: Path) -> Path:
    """One row a mediation, 25 columns, three rows ready, a sum and who filled it in below."""
    book, title, head, cell = _book(path)
    sheet = book.add_worksheet("导入模板")
    last = len(BULK_HEADINGS) - 1
    sheet.merge_range(0, 0, 0, last, "诉源事件批量导入模板", title)
    sheet.write_row(1, 0, BULK_HEADINGS, head)
    dated = book.add_format({"border": 1, "num_format": "yyyy-mm-dd", "align": "center"})
    money = book.add_format({"border": 1, "num_format": "#,##0.00"})
    formats = {4: dated, 12: dated, 15: money}
    for row in range(2, 5):
        for column in range(last + 1):
            sheet.write_blank(row, column, None, formats.get(column, cell))
    sheet.write_string(5, 0, "合计", head)
    sheet.write_formula(5, 15, "=SUM(P3:P5)", money, 0)
    sheet.write_formula(5, 1, "=COUNTA(B3:B5)", cell, 0)
    sheet.write_string(6, 0, "填表人：")
    sheet.write_string(6, 4, "填表时间：")
    sheet.set_column(0, last, 14)
    sheet.freeze_panes(2, 0)
    sheet.autofilter(1, 0, 4, last)
    sheet.data_validation(2, 9, 4, 9, {"validate": "list", "source": ["有", "无", "是", "否"]})
    sheet.print_area(0, 0, 6, last)
    sheet.set_landscape()
    notes = book.add_worksheet("填表说明")
    notes.write_string(0, 0, "一行一件；案件编码以系统给的为准。")
    notes.write_formula(1, 0, "=COUNTA(导入模板!B3:B5)", cell, 0)
    book.close()
    return path


def _quarterly(path: Path) -> Path:
    """What is counted down, 本季度, 本年累计 and 上年同期 across, the difference as a formula."""
    book, title, head, cell = _book(path)
    sheet = book.add_worksheet("季度表")
    sheet.merge_range(0, 0, 0, 4, "公共法律服务工作季度统计表", title)
    sheet.write_string(1, 0, "填报单位：")
    sheet.write_string(1, 3, "统计期间：")
    sheet.write_row(2, 0, ["项目", "本季度", "本年累计", "上年同期", "同比增减"], head)
    for at, (name, figure) in enumerate(QUARTERLY_ROWS):
        row = 3 + at
        sheet.write_string(row, 0, name, cell if figure else head)
        for column in range(1, 4):
            sheet.write_blank(row, column, None, cell)
        if figure:
            sheet.write_formula(row, 4, f"=C{row + 1}-D{row + 1}", cell, 0)
    foot = 3 + len(QUARTERLY_ROWS)
    sheet.write_string(foot, 0, "填表人：")
    sheet.write_string(foot, 3, "填表日期：")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 4, 12)
    sheet.print_area(0, 0, foot, 4)
    book.close()
    return path
