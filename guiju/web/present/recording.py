"""全过程记录 as the page of a matter draws it: step × written record × audio-video record."""

from __future__ import annotations

from typing import Any

from guiju.kernel.procedure.api import Moment, RecordLine, Snapshot
from guiju.web.present.law import article

LOOKS = {"done": "done", "optional": "missing", "lacking": "late", "none": ""}
WORDS = {"optional": "没有登记", "lacking": "缺", "none": ""}


def recording(snapshot: Snapshot, moment: Moment) -> dict[str, Any] | None:
    """{open, rest, summary}: the steps that lack a record, and the others, folded; None where the procedure keeps no such
    record or nothing has been done yet."""
    if snapshot.procedure.records is None:
        return None
    lines = list(snapshot.procedure.records(snapshot, moment))
    if not lines:
        return None
    gaps = [line for line in lines if _lacks(line) or line.media_state == "lacking"]
    return {
        "open": [_line(line, moment) for line in gaps],
        "rest": [_line(line, moment) for line in lines if line not in gaps],
        "summary": f"缺 {len(gaps)} 项" if gaps else "不缺",
    }


def _lacks(line: RecordLine) -> bool:
    return not line.text and line.media_state != "done"


def _line(line: RecordLine, moment: Moment) -> dict[str, Any]:
    return {
        "label": line.label,
        "text": line.text,
        "lacks": _lacks(line),
        "item": line.item,
        "media": line.media,
        "look": LOOKS[line.media_state],
        "word": WORDS.get(line.media_state, "有"),
        "article": article(line.basis, moment) if line.basis is not None else None,
    }
