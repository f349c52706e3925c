"""Cells out of which nothing can be read, whatever the column wants."""

from __future__ import annotations

from .results import Wrong
from .workbook import ErrorValue, LostDigits, Raw, UncomputedFormula, shown

NOTHING = {"/", "\\", "-", "--", "—", "——", "－", "／", "无", "暂无", "n/a", "N/A"}
"""What people write where there is nothing to write (not in free text)."""

ERRORS = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
"""Excel's errors, as they also stand in cells whose values were pasted as text."""


def unusable(raw: Raw) -> Wrong | None:
    """Return the error for a cell whose content is lost, an Excel error or an uncomputed formula; else None."""
    if isinstance(raw, LostDigits):
        return Wrong(
            "这一格是数字格式，Excel 只保留15位，后面的数字已变成0，无法恢复。请先把该列设为“文本”，再照原件重新填写。"
        )
    if isinstance(raw, ErrorValue) or (type(raw) is str and raw.strip() in ERRORS):
        return Wrong(f"这一格是公式错误 {shown(raw)}，没有内容可读。请改正公式，或直接填写结果。")
    if isinstance(raw, UncomputedFormula):
        return Wrong("这一格是公式，但文件里没有存结果。请用 Excel 或 WPS 打开保存一次，再上传。")
    return None


def says_nothing(raw: Raw) -> bool:
    """Tell whether a cell is blank or holds only a mark for nothing, such as / or 无."""
    text = shown(raw)
    return not text or text in NOTHING
