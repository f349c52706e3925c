"""What happened in a matter, entry by entry, as the page draws it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from guiju.kernel.ledger.api import Entry
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.web.present.words import MEDIA, actor_name, moment_text, short_day

MANY_STEPS = 3  # more in one entry, and such as lie on several days, are listed day by day
KERNEL_LABELS = {
    "join": "参与",
    "correction": "更正",
    "void": "作废",
    "answer": "答复补录发现",
    "evidence": "上传材料",
    "reveal": "查看个人信息",
    "erasure": "删除个人信息",
    "export": "制作卷宗",
    "recalculation": "重算期限",
    "extension": "延长期限",
    "publication": "登记公开",
    "withdrawal": "撤下公开内容",
}


def timeline(entries: Sequence[Entry], snapshot: Snapshot, moment: Moment, sealed: int) -> list[dict[str, Any]]:
    """Newest first. `sealed` is the size of the last checkpoint: what came before it bears the tick."""
    return [_event(entry, snapshot, moment, sealed) for entry in entries]


def _event(entry: Entry, snapshot: Snapshot, moment: Moment, sealed: int) -> dict[str, Any]:
    body = json.loads(entry.body)
    steps = json.loads(entry.steps) if entry.steps else []
    title, happened = _titles(steps, snapshot, moment) if steps else (KERNEL_LABELS.get(entry.kind, "其他记录"), "")
    who = actor_name(body["actor"], moment.directory)
    recorder = actor_name(body["recorded_by"], moment.directory)
    if recorder and recorder != who:
        who = f"{who or '线下办理'}，{recorder}补记"
    return {
        "when": moment_text(entry.recorded_at, moment.today),
        "key": entry.kind in ("registration", "step"),
        "title": title,
        "text": "；".join(part for part in (happened, body.get("reason", "")) if part),
        "days": _by_day(steps, snapshot, moment) if _spread(steps) else [],
        "who": who,
        "medium": MEDIA.get(body["medium"], body["medium"]),
        "entry": {
            "number": f"{entry.index:,}",
            "url": reverse("entry", args=[entry.index]),
            "signed": entry.index < sealed,
            "region": f"proof-{entry.index}",
        },
    }


def _titles(steps: Sequence[Mapping[str, Any]], snapshot: Snapshot, moment: Moment) -> tuple[str, str]:
    """What an entry did and when it happened; the steps of a row of a register are counted where they are listed."""
    if _spread(steps):
        return f"补记 {len(steps)} 步", ""
    day = next((_day(step["event_date"], moment) for step in steps if step["mode"] == "claimed"), "")
    return "、".join(_step_label(step["code"], snapshot) for step in steps), f"发生于 {day}" if day else ""


def _spread(steps: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the steps of one entry are more than a line tells."""
    return len(steps) > MANY_STEPS or len({step["event_date"] for step in steps}) > 1


def _by_day(steps: Sequence[Mapping[str, Any]], snapshot: Snapshot, moment: Moment) -> list[dict[str, str]]:
    """The steps of one entry, those of a day together: [{day, labels}]."""
    found: dict[str, list[str]] = {}
    for step in steps:
        found.setdefault(_day(step["event_date"], moment), []).append(_step_label(step["code"], snapshot))
    return [{"day": day, "labels": "、".join(labels)} for day, labels in found.items()]


def _day(written: str, moment: Moment) -> str:
    return short_day(dt.date.fromisoformat(written), moment.today)


def _step_label(code: str, snapshot: Snapshot) -> str:
    step = snapshot.procedure.by_code.get(code)
    return step.label if step else KERNEL_LABELS.get(code, "其他步骤")
