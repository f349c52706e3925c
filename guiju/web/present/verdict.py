"""What a verification says: one sentence, what was compared with what, and where two values differ, both of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from guiju.kernel.ledger.api import Checkpoint, Entry, Mismatch, Verification
from guiju.kernel.matters.api import Matter
from guiju.kernel.procedure.api import Moment, known_procedure, what_differs
from guiju.kernel.terms.api import SHANGHAI
from guiju.web.present.proof_tree import proof_tree
from guiju.web.present.words import actor_name, moment_text, short_day

SHOWN = 50
TREE = ("条目", "账尾", "检查点")  # how places of the record itself begin
GIVEN_OUT = ("检查点：给出过", "检查点：账上条目比给出过")


def verdict(result: Verification, compared_with: str, keeper: str = "") -> dict[str, Any]:
    """The sentence, the lines of what was compared, and the differences.

    `compared_with` names the checkpoint from outside, if any, `keeper` the office that kept it.
    """
    count = len(result.mismatches)
    return {
        "whole": result.whole,
        "tree_whole": result.tree_whole,
        "count": count,
        "lines": _lines(result, compared_with, keeper),
        "differences": _differences(result.mismatches[:SHOWN]),
        "more": count - SHOWN if count > SHOWN else 0,
        "outside": bool(compared_with),
        "outside_agrees": result.checkpoint is not None and result.tree_whole,
        "focus": next((item.matter for item in result.mismatches if item.table and item.matter), None),
    }


def _lines(result: Verification, compared_with: str, keeper: str) -> list[dict[str, Any]]:
    tree = sum(item.place.startswith(TREE[:2]) for item in result.mismatches)
    given = sum(item.place.startswith(GIVEN_OUT) for item in result.mismatches)
    outside = sum(item.place.startswith(TREE[2]) for item in result.mismatches) - given
    rows = sum(bool(item.table) for item in result.mismatches)
    rest = len(result.mismatches) - tree - given - outside - rows
    lines = [
        (
            "每条留痕",
            f"重算摘要，序号不缺不重，{_layers(result.entries)}层的树根与账尾相同",
            f"{result.entries:,} 条",
            tree,
        ),
        ("给出过的检查点", "签名是本镇钥匙的，树根重算相同，后一份包含前一份", f"{result.given_out:,} 份", given),
        ("表里的每一行", "从留痕推出应有的值，与表里现在的值两头比", f"{result.rows:,} 行", rows),
        ("个人信息", "打开另存的密文，与留痕里的承诺值相符", f"{result.private_values:,} 项", rest),
    ]
    if compared_with:
        lines.append(
            (
                "存在外面的检查点",
                f"{keeper or '外面'}保存；现在的留痕是它的延续，签名是本镇钥匙的",
                compared_with,
                outside,
            )
        )
    return [{"what": what, "how": how, "count": count, "wrong": wrong} for what, how, count, wrong in lines]


def _layers(entries: int) -> int:
    """How many layers of hashes lie over the entries."""
    return max(entries - 1, 0).bit_length()


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


def keepers(entries: Iterable[Entry], moment: Moment) -> dict[int, list[str]]:
    """By size of a checkpoint the offices that kept it and brought it to be compared, each with the last day."""
    found: dict[int, dict[str, str]] = {}
    for entry in entries:
        note = json.loads(entry.body).get("note", {})
        if note.get("keeper"):
            day = short_day(timezone.localtime(entry.recorded_at, SHANGHAI).date(), moment.today)
            found.setdefault(note["checkpoint"], {}).setdefault(note["keeper"], day)
    return {size: [f"{keeper}（{day}对照）" for keeper, day in told.items()] for size, told in found.items()}


def checkpoints(
    found: Sequence[Checkpoint], kept_by: Mapping[int, Sequence[str]], moment: Moment
) -> list[dict[str, Any]]:
    """Checkpoints given out, newest first: how many entries, when, the root in short, who keeps it as far as is known."""
    return [
        {
            "size": f"{one.size:,}",
            "when": moment_text(timezone.localtime(one.signed_at, SHANGHAI), moment.today),
            "root": _short(one.root),
            "kept": "、".join(["本镇", *kept_by.get(one.size, ())]),
        }
        for one in found
    ]


def drawn_tree(checkpoint: Checkpoint, result: Mapping[str, Any] | None) -> dict[str, Any]:
    """The picture from the signed checkpoint to an entry, and its sentence: of what differs, else of the last one sealed."""
    last = checkpoint.size - 1
    focus = _focus(checkpoint, result["focus"]) if result and result["focus"] else last
    table, outside = _ends(result)
    broken = bool(result) and not result["tree_whole"]  # type: ignore[index]
    tree = proof_tree(checkpoint.size, _short(checkpoint.root), min(focus, last), table, outside, broken)
    sealed = "" if focus <= last else f"；#{focus:,} 还没有封存，只有账尾可以对照"
    where = (
        f"条目 #{min(focus, last):,} 在签名的检查点里，前 {checkpoint.size:,} 条一起得出树根 {_short(checkpoint.root)}"
    )
    return {
        "tree": tree,
        "tree_words": f"{where}；{table['text']}；{outside['text']}{sealed}",
        "unsealed_focus": sealed,
    }


def _ends(result: Mapping[str, Any] | None) -> tuple[dict[str, str], dict[str, str]]:
    """How the tables and a checkpoint from outside agree, as text and look."""
    if result is None:
        return {"text": "表里的值：还没有核验", "look": ""}, {"text": "外面保存的检查点：没有对照", "look": ""}
    rows = next(line for line in result["lines"] if line["what"] == "表里的每一行")
    right = {"text": "表里的值：相符", "look": "right"}
    table = {"text": f"表里的值：{rows['wrong']} 处不符", "look": "wrong"} if rows["wrong"] else right
    if not result["outside"]:
        return table, {"text": "外面保存的检查点：没有对照", "look": ""}
    agrees = result["outside_agrees"]
    return table, {"text": f"外面保存的检查点：{'相符' if agrees else '不符'}", "look": "right" if agrees else "wrong"}


def _focus(checkpoint: Checkpoint, matter: int) -> int:
    """The last entry of a matter: what the tables should hold of it."""
    last: int | None = Entry.objects.filter(town_id=checkpoint.town_id, matter_id=matter).aggregate(
        last=Max("index", filter=~Q(kind="verification"))
    )["last"]
    return checkpoint.size - 1 if last is None else last


def _short(root: str) -> str:
    return f"{root[:8]}…{root[-4:]}"
