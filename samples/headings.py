"""Writes HEADINGS.md, the reader's view of the layouts and of the workbooks, from their declarations.

Run as ``python -m samples.headings`` after a layout or a workbook has changed; a test compares the file with them.
"""

from pathlib import Path

from samples.layouts import LAYOUTS, Layout
from samples.workbooks import WORKBOOKS

RULES = Path(__file__).with_name("COUNTING.md")
HEADINGS = Path(__file__).with_name("HEADINGS.md")


def headings_text() -> str:
    """The whole of HEADINGS.md."""
    parts = ["# 示例工作簿：表头与各列（示例，均为虚构）", "", RULES.read_text(encoding="utf-8").strip(), ""]
    parts += ["## 工作簿", "", "| 文件 | 工作表 | layout | 填报单位 |", "|---|---|---|---|"]
    for book in WORKBOOKS:
        for sheet in book.sheets:
            parts.append(f"| {book.path} | {sheet.name} | `{sheet.layout}` | {sheet.reporting_unit or '—'} |")
    parts += ["", "## 表头", ""]
    for layout in LAYOUTS.values():
        parts += _layout_lines(layout)
    return "\n".join(parts).rstrip() + "\n"


def _layout_lines(layout: Layout) -> list[str]:
    head = f"### `{layout.id}` {layout.title}"
    lines = [head, "", f"来源：{layout.origin}。{layout.note}", "", "| 表头 | 字段 | 说明 |", "|---|---|---|"]
    for column in layout.columns:
        field = f"`{column.field}`" if column.field else "—"
        lines.append(f"| {column.heading} | {field} | {column.note} |")
    return [*lines, ""]


if __name__ == "__main__":
    HEADINGS.write_text(headings_text(), encoding="utf-8")
