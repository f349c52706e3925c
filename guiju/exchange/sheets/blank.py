"""A workbook to be filled in: the headings alone, and on a second sheet how each column was filled before."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from .cells_out import Sheets

GUIDE = ("栏目", "是否必填", "怎么填")


def write_blank(
    headings: Sequence[str],
    *,
    title: str,
    required: Sequence[str] = (),
    examples: Sequence[Sequence[Any]] = (),
    helps: Sequence[str] = (),
) -> bytes:
    """Write the workbook. The second sheet stands upright, one line a column, so that nobody takes it for rows."""
    target = io.BytesIO()
    out = Sheets(target)
    sheet = out.book.add_worksheet("填报")
    out.put(sheet, 0, 0, title, "title")
    for column, heading in enumerate(headings):
        out.put(sheet, 1, column, heading, "head")
    sheet.set_column(0, max(len(headings) - 1, 0), 16, out.format("text"))
    sheet.freeze_panes(2, 0)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    guide = out.book.add_worksheet("填写说明")
    guide.set_column(0, 0, 20)
    guide.set_column(2, 2 + len(examples), 28)
    for column, text in enumerate((*GUIDE, *(f"本单位以前的第{n}条" for n in range(1, len(examples) + 1)))):
        out.put(guide, 0, column, text, "head")
    for at, heading in enumerate(headings):
        told = (heading, "必填" if heading in required else "", helps[at] if at < len(helps) else "")
        for column, value in enumerate((*told, *(example[at] for example in examples))):
            out.put(guide, at + 1, column, value)
    out.close()
    return target.getvalue()
