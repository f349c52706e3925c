"""Terms as the pages draw them. Only a verified 法定期限 is ever 逾期; the others remind."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse

from guiju.kernel.lawbook.api import TermRule, Unit
from guiju.kernel.terms.api import Term
from guiju.web.present.words import day_with_weekday

SOON_DAYS = 3


def is_open(row: dict[str, Any]) -> bool:
    return row["state"] in (Term.State.OPEN, Term.State.SUSPENDED)


def waits(row: dict[str, Any]) -> bool:
    """Whether a term is suspended and was so before its last day had passed."""
    return bool(row["state"] == Term.State.SUSPENDED and row["suspended_on"] <= row["due_on"])


def due(row: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """The due box of an open term. While it is suspended nothing is due, unless it was late before that."""
    days, date = (row["due_on"] - today).days, day_with_weekday(row["due_on"])
    level, word, count = "", "剩", str(days)
    if waits(row):
        word, count, date = "中止计时", "", f"{row['suspended_on']:%Y-%m-%d}起中止"
    elif days == 0:
        level, word, count = "soon", "", "今天"
    elif days < 0:
        level, word = ("late", "逾期") if row["red"] else ("soon", "已过")
        count = str(-days)
    elif days <= SOON_DAYS:
        level = "soon"
    return {
        "level": level,
        "label": row["label"],
        "date": date,
        "count_word": word,
        "count": count,
        "unit": "日" if count.isdigit() else "",
        "provisional": row["provisional"],
        "force": "" if row["force"] == "法定期限" else row["force"],
        "explain_url": reverse("term", args=[row["matter_id"], row["id"]]),
    }


def length_words(rule: TermRule) -> str:
    """How long a term is, 1个月, 20工作日; empty for a date that is set by the calendar."""
    return f"{rule.amount}{'个月' if rule.unit is Unit.MONTH else rule.unit}" if rule.amount else ""


def list_cell(row: dict[str, Any] | None, today: dt.date) -> dict[str, Any]:
    """The cell of a list: nearest open term."""
    if row is None:
        return {"kind": "quiet", "text": "", "place": 2}
    box = due(row, today)
    text = f"{box['count_word']} {box['count']} {box['unit']}".strip()
    look = "hold" if waits(row) else {"late": "late", "soon": "soon"}.get(box["level"])
    return {"kind": "status", "look": look, "text": text, "place": 2} if look else {"text": text, "place": 2}
