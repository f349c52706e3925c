"""What a verification says: one sentence, what was compared with what, and where two values differ, both of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone

from guiju.kernel.ledger.api import Checkpoint, Entry, Mismatch, Verification
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Moment, known_procedure, what_differs
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.present.words import actor_name, moment_text

SHOWN = 50
TREE = ("条目", "账尾", "检查点")  # how places of the record itself begin


def verdict(result: Verification, compared_with: str) -> dict[str, Any]:
    """The sentence, the lines of what was compared, and the differences. `compared_with` names the checkpoint from outside, if any."""
    count = len(result.mismatches)
    return {
        "whole": result.whole,
        "tree_whole": result.tree_whole,
        "count": count,
        "lines": _lines(result, compared_with),
        "differences": _differences(result.mismatches[:SHOWN]),
        "more": count - SHOWN if count > SHOWN else 0,
        "outside": bool(compared_with),
    }


def _lines(result: Verification, compared_with: str) -> list[dict[str, Any]]:
    tree = sum(item.place.startswith(TREE[:2]) for item in result.mismatches)
    outside = sum(item.place.startswith(TREE[2]) for item in result.mismatches)
    rows = sum(bool(item.table) for item in result.mismatches)
    rest = len(result.mismatches) - tree - outside - rows
    lines = [
        ("每条留痕", "重算摘要，序号不缺不重，树根与账尾相同", f"{result.entries:,} 条", tree),
        ("表里的每一行", "从留痕推出应有的值，与表里现在的值两头比", f"{result.rows:,} 行", rows),
        ("个人信息", "打开另存的密文，与留痕里的承诺值相符", f"{result.private_values:,} 项", rest),
    ]
    if compared_with:
        lines.append(("存在外面的检查点", "现在的留痕是它的延续，签名是本镇钥匙的", compared_with, outside))
    return [{"what": what, "how": how, "count": count, "wrong": wrong} for what, how, count, wrong in lines]


def _differences(found: Sequence[Mismatch]) -> list[dict[str, Any]]:
    """Each with its matter in words; the table and its key stay beside them, for whoever has to look there."""
    matters = Matter.objects.in_bulk({item.matter for item in found if item.matter is not None})
    return [_difference(item, matters.get(item.matter) if item.matter is not None else None) for item in found]


def _difference(item: Mismatch, matter: Matter | None) -> dict[str, Any]:
    procedure = known_procedure(matter.mechanism, matter.kind, matter.procedure_version) if matter else None
    return {
        "what": f"{matter.number or matter.title}　{what_differs(procedure, [item])}" if matter else "",
        "place": item.place,
        "recorded": item.recorded,
        "present": item.present,
        "url": reverse("matter", args=[matter.id]) if matter else "",
    }


def earlier(entries: Iterable[Entry], moment: Moment) -> list[dict[str, Any]]:
    """Verifications on record: when, by whom, what came of them."""
    told = []
    for entry in entries:
        note = json.loads(entry.body).get("note", {})
        when = timezone.localtime(entry.recorded_at, SHANGHAI)
        told.append(
            {
                "when": moment_text(when, moment.today),
                "who": actor_name(entry.actor, moment.directory),
                "wrong": note.get("mismatches", 0),
                "url": reverse("entry", args=[entry.index]),
            }
        )
    return told


def checkpoints(found: Sequence[Checkpoint], moment: Moment) -> list[dict[str, Any]]:
    """Checkpoints given out, newest first: how many entries, when, the root in short."""
    return [
        {
            "size": f"{one.size:,}",
            "when": moment_text(timezone.localtime(one.signed_at, SHANGHAI), moment.today),
            "root": f"{one.root[:8]}…{one.root[-4:]}",
        }
        for one in found
    ]
