"""Words by which sheets tell results, kinds of penalty and grounds; kinds of a decision stand in one cell."""

from __future__ import annotations

import re
from typing import Any

from guiju.mechanisms.penalty.models import NoPenalty, PenaltyKind

RESULTS = {
    "penalised": "给予处罚",
    "no_penalty": "不予处罚",
    "withdrawn": "撤销立案",
    "terminated": "终止办理",
    "transferred": "移送",
    "rejected": "不予立案",
    "ongoing": "办理中",
}
RESULT_WORDS = {
    "行政处罚": "penalised",
    "处罚": "penalised",
    "已处罚": "penalised",
    "免予处罚": "no_penalty",
    "不予行政处罚": "no_penalty",
    "首违不罚": "no_penalty",
    "销案": "withdrawn",
    "终止": "terminated",
    "终止调查": "terminated",
    "移送其他机关": "transferred",
    "移送公安": "transferred",
    "未立案": "rejected",
    "调查中": "ongoing",
    "在办": "ongoing",
}
GROUND_WORDS = {
    "轻微不罚": "minor",
    "轻微并及时改正": "minor",
    "首违不罚": "first",
    "初次违法": "first",
    "无主观过错": "no_fault",
    "没有过错": "no_fault",
    "不满十四周岁": "under_age",
    "超过时效": "time_barred",
}
_KIND_WORDS = {
    "没收": "confiscation",
    "没收违法所得": "confiscation",
    "没收非法财物": "confiscation",
    "暂扣": "suspend_licence",
    "吊销": "revoke_licence",
    "停产停业": "suspend_business",
    **{str(kind.label): kind.value for kind in PenaltyKind},
}
_PARTING = re.compile(r"[、,，;；/+＋和及]|并处")


def kinds_in(told: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of penalty in a cell as codes, and the words in it that name none."""
    text = str(told or "").strip()
    if text in _KIND_WORDS:
        return (_KIND_WORDS[text],), ()
    parts = [part.strip() for part in _PARTING.split(text) if part.strip()]
    known = tuple(_KIND_WORDS[part] for part in parts if part in _KIND_WORDS)
    return known, tuple(part for part in parts if part not in _KIND_WORDS)


def ground_of(told: Any) -> str | None:
    """The ground for no penalty as a code; an answer that a person typed comes as words."""
    text = str(told or "")
    by_label = {str(ground.label): ground.value for ground in NoPenalty}
    return text if text in NoPenalty.values else by_label.get(text) or GROUND_WORDS.get(text)
