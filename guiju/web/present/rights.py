"""The stage strip of a long procedure, and the checklist of the party's rights, as the page draws them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import Moment, Right, Snapshot
from guiju.web.present.law import article

ICONS = {
    "done": "circle-check",
    "running": "clock",
    "not_due": "minus",
    "to_come": "circle-dashed",
    "lacking": "alert-triangle",
}
WORDS = {"done": "已做到", "running": "进行中", "not_due": "不适用", "to_come": "还没到", "lacking": "缺"}


def strip(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The milestones with their days; empty for a procedure that is drawn instead."""
    parts = []
    for milestone in snapshot.procedure.milestones:
        day = snapshot.detail.get(milestone.field)
        here = snapshot.stage in milestone.stages
        state = "here" if here else "done" if day is not None else "none"
        text = "进行中" if here else f"{day.month}月{day.day}日" if day is not None else ""
        parts.append({"label": milestone.label, "text": text, "state": state})
    return parts


def strip_word(parts: Sequence[Mapping[str, Any]]) -> str:
    """Where the strip stands, in one line: 第 4 步，共 9 步：听取意见. Empty for an empty strip."""
    here = next((n for n, part in enumerate(parts, 1) if part["state"] == "here"), None)
    if here is not None:
        return f"第 {here} 步，共 {len(parts)} 步：{parts[here - 1]['label']}"
    return f"共 {len(parts)} 步，办完了 {sum(part['state'] == 'done' for part in parts)} 步" if parts else ""


def party_rights(snapshot: Snapshot, moment: Moment, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The rights with the entry by which each was kept; empty where the procedure lists none."""
    if snapshot.procedure.rights is None:
        return []
    index = _entry_of_step(entries)
    return [_right(right, moment, index) for right in snapshot.procedure.rights(snapshot, moment)]


def _entry_of_step(entries: Iterable[Entry]) -> dict[str, int]:
    """The newest entry of each step; entries come newest first."""
    found: dict[str, int] = {}
    for entry in entries:
        for step in json.loads(entry.steps) if entry.steps else ():
            found.setdefault(step["code"], entry.index)
    return found


def _right(right: Right, moment: Moment, index: dict[str, int]) -> dict[str, Any]:
    newest = max((index[code] for code in right.steps if code in index), default=None)
    return {
        "label": right.label,
        "text": right.text,
        "state": right.state,
        "word": WORDS[right.state],
        "icon": ICONS[right.state],
        "article": article(right.basis, moment),
        "entry": f"{newest:,}" if newest is not None else "",
        "unsure": right.unsure,
    }
