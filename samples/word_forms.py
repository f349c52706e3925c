"""Blank Word forms as superiors send them (示例，均为虚构): 口头协议登记表, an adviser's 工作日志 and 服务确认单."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

ORAL, LOG, CONFIRMATION = "人民调解口头协议登记表.docx", "居村法律顾问工作日志.docx", "法律顾问服务确认单.docx"
_FIXED = (2022, 1, 4, 9, 0, 0)


def write_word_forms(folder: Path) -> list[Path]:
    """Write the Word blanks into a folder; returns the files."""
    return [_oral(folder / ORAL), _log(folder / LOG), _confirmation(folder / CONFIRMATION)]


def _page(title: str) -> Any:
    page = Document()
    page.core_properties.author = "示例，均为虚构"
    heading = page.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(title)
    run.bold, run.font.size = True, Pt(18)
    return page


def _labelled(page: Any, lines: tuple[tuple[str, ...], ...], columns: int = 4) -> Any:
    """A table of labels, each followed by an empty cell; a line with one label has one wide cell."""
    table = page.add_table(rows=len(lines), cols=columns, style="Table Grid")
    for row, labels in zip(table.rows, lines, strict=True):
        if len(labels) == 1:
            row.cells[1].merge(row.cells[columns - 1])
        for at, label in enumerate(labels):
            cell = row.cells[2 * at]
            cell.text = label
            cell.paragraphs[0].runs[0].bold = True
        row.height = Cm(1.1)
    return table


def _oral(path: Path) -> Path:
    page = _page("人民调解口头协议登记表")
    page.add_paragraph("调解委员会：____________　登记编号：____________")
    _labelled(
        page,
        (
            ("申请人", "被申请人"),
            ("申请时间", "是否跨调委会"),
            ("纠纷类别", "调解地点"),
            ("纠纷情况",),
            ("调解结果", "调解协议涉及金额（元）"),
            ("协议内容",),
            ("协议履行情况", "调解日期"),
        ),
    )
    page.add_paragraph("履行情况：□已履行　□部分履行　□履行中　□不履行")
    page.add_paragraph("调解员：________　登记日期：____________")
    return _saved(page, path)


def _log(path: Path) -> Path:
    page = _page("居村法律顾问工作日志")
    page.add_paragraph("单位：____________　月份：____________　填表人：________")
    table = page.add_table(rows=4, cols=8, style="Table Grid")
    for cell, heading in zip(
        table.rows[0].cells, ("序号", "时间", "村居", "工作类别", "对象", "方式", "人次", "法律顾问"), strict=True
    ):
        cell.text = heading
        cell.paragraphs[0].runs[0].bold = True
    page.add_paragraph("注：一次服务填一行，参与人民调解的另附名册。")
    return _saved(page, path)


def _confirmation(path: Path) -> Path:
    page = _page("法律顾问服务确认单")
    page.add_paragraph("兹确认法律顾问________于____________在____________提供下列服务：")
    page.add_paragraph("服务类别：□法律咨询解答　□接待　□法律意见　□法律援助协助　□法治讲座")
    _labelled(page, (("服务对象", "服务方式"), ("服务内容",), ("处理结果",), ("人次", "编号")))
    page.add_paragraph("服务对象签名：　　　　　　　　村居盖章：")
    return _saved(page, path)


def _saved(page: Any, path: Path) -> Path:
    """Write the document with fixed times, so that it has the same bytes on every run."""
    made = BytesIO()
    page.save(made)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _FIXED), source.read(name), zipfile.ZIP_DEFLATED)
    return path
