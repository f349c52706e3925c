"""Short words that tables, annexes and pages share: kinds of figure, completeness, days."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.indicators.api import TOLD

KINDS = {"derived": "按记录计算", "attested": "平台数据"}


def kind_words(kind: str, identifier: str) -> str:
    """Where a figure comes from: our records, a superior's platform, or what units told."""
    return "单位报送" if identifier.startswith(TOLD) else KINDS[kind]


def completeness_words(completeness: tuple[int, int] | None) -> str:
    """How many of the units that owe a return have sent it."""
    return "未设报送" if completeness is None else f"{completeness[0]}/{completeness[1]}"


def until_words(day: dt.date) -> str:
    """Until when a figure counts, as it stands in a sentence: 全年, 截至10月底, 截至6月15日."""
    if (day.month, day.day) == (12, 31):
        return "全年"
    if (day + dt.timedelta(days=1)).day == 1:
        return f"截至{day.month}月底"
    return f"截至{day.month}月{day.day}日"
