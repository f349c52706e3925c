"""A comparison with a superior's export as the page draws it. Names stand masked; of private values only that they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from guiju.exchange.reconciling.api import (
    Likeness,
    OnlyHere,
    OnlyThere,
    Ours,
    Pair,
    PairDecision,
    Reconciled,
    Theirs,
    Verdict,
    obstacle,
    platform_totals,
)
from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.matters.api import is_organisation
from guiju.web.present.imports import question

SHOWN = 100
VIEWS = {"open": "要定的", "here": "只在这里", "there": "只在那里", "differ": "两边不同"}
HERE_VERDICTS = (Verdict.THEIRS_MISSED, Verdict.OURS_EXTRA, Verdict.PENDING)
THERE_VERDICTS = (Verdict.OURS_MISSED, Verdict.THEIRS_EXTRA, Verdict.PENDING)


def shown(result: Reconciled, view: str, may_correct: bool) -> dict[str, Any]:
    """The context of reconciling/page.html without its addresses."""
    chosen = view if view in VIEWS else "open"
    only_open = chosen == "open"
    lists = {
        "asked": [_asked(one) for one in result.only_there if one.like] if only_open else [],
        "here": [_here(one) for one in result.only_here if _wanted(chosen, "here", one.open and not one.like)],
        "there": [_there(one) for one in result.only_there if _wanted(chosen, "there", one.open and not one.like)],
        "differ": [_pair(one) for one in result.differing if _wanted(chosen, "differ", not one.settled)],
    }
    return {
        "system": result.system,
        **_counts(result),
        "views": [{"label": label, "url": f"?view={code}", "current": code == chosen} for code, label in VIEWS.items()],
        "view": chosen,
        "aside": [f"另有 {count:,} 行没有比：{why}" for why, count in sorted(result.found.aside.items())],
        "platform": platform_totals(result),
        "kinds": "、".join(result.found.kinds),
        "here_verdicts": [(one.value, one.label) for one in HERE_VERDICTS],
        "there_verdicts": [(one.value, one.label) for one in THERE_VERDICTS],
        "follows": sum(pair.ours.master == result.system and bool(pair.differing) for pair in result.differing),
        "may_correct": may_correct,
        "questions": [question(one, "") for one in result.found.questions] if only_open else [],
        "answered": len(result.answers),
        **{name: rows[:SHOWN] for name, rows in lists.items()},
        "more": {name: f"{len(rows) - SHOWN:,}" for name, rows in lists.items() if len(rows) > SHOWN},
        "nothing": not any(lists.values()) and not (only_open and result.found.questions),
    }


def _counts(result: Reconciled) -> dict[str, Any]:
    """The line of counts, and the bar above it."""
    return {
        "parts": [
            {"count": result.agreed, "look": "good"},
            {"count": len(result.differing), "look": "ask"},
            {"count": len(result.only_here) + len(result.only_there), "look": "wrong"},
        ],
        "counts": {
            "here": f"{result.here:,}",
            "there": f"{result.there:,}",
            "agreed": f"{result.agreed:,}",
            "differ": f"{len(result.differing):,}",
            "only_here": f"{len(result.only_here):,}",
            "only_there": f"{len(result.only_there):,}",
            "open": f"{result.open:,}" if result.open else "",
        },
    }


def _wanted(view: str, name: str, is_open: bool) -> bool:
    return view == name or (view == "open" and is_open)


def _ours(one: Ours) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.number or one.title,
        "title": one.title if one.number else "",
        "on": one.on.isoformat(),
        "names": _masked(one.names),
        "url": reverse("matter", args=[one.id]),
    }


def _theirs(line: Theirs) -> dict[str, Any]:
    return {
        "key": line.key,
        "name": line.number or "没有编号",
        "where": f"第{line.row}行",
        "on": line.on.isoformat() if line.on else "日期没有写明",
        "names": _masked(line.names),
    }


def _masked(names: Iterable[str]) -> str:
    return "、".join(sorted(name if is_organisation(name) else masked_name(name) for name in names))


def _said(decision: PairDecision | None) -> str:
    if decision is None:
        return ""
    who = f"{decision.decided_by.name}，{decision.decided_on.isoformat()}"
    return f"{Verdict(decision.verdict).label}（{who}）{'：' + decision.reason if decision.reason else ''}"


def _asked(one: OnlyThere) -> dict[str, Any]:
    return {**_theirs(one.theirs), "like": [{**_ours(ours), "words": how.words} for ours, how in one.like]}


def _here(one: OnlyHere) -> dict[str, Any]:
    return {**_ours(one.ours), "said": _said(one.decision), "note": _near(one.like)}


def _near(like: Sequence[tuple[Theirs, Likeness]]) -> str:
    return f"可能是那边的{'、'.join(line.where for line, _ in like[:3])}，在“要定的”里定" if like else ""


def _there(one: OnlyThere) -> dict[str, Any]:
    why = obstacle(one)
    said = "那边重复登记，与前面一行完全相同" if one.theirs.doubled else _said(one.decision)
    return {**_theirs(one.theirs), "said": said, "note": "" if one.theirs.doubled else why, "ready": not why}


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        **_theirs(pair.theirs),
        "ours": _ours(pair.ours),
        "words": pair.likeness.words if pair.likeness else "有人定为同一件",
        "fields": [{"label": one.label, "ours": one.ours, "theirs": one.theirs} for one in pair.differing],
        "trouble": pair.trouble,
        "said": _said(pair.decision) if pair.settled else "",
        "master": pair.ours.master,
    }
