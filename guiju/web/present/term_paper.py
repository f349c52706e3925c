"""怎么算的 on paper, for the party to take home: until when, day by day, on which articles. Private names stay masked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.disclosure.api import masked_name
from guiju.kernel.lawbook.api import TermRule
from guiju.kernel.matters.api import Party
from guiju.kernel.procedure.api import Moment, Snapshot
from guiju.web.present.law import summary
from guiju.web.present.terms import length_words, rule_of, waits
from guiju.web.present.words import WEEKDAYS


def term_paper(snapshot: Snapshot, row: dict[str, Any], drawn: dict[str, Any], moment: Moment) -> dict[str, Any]:
    """{heading, printed, parties, about, days or facts, sentences, bases: [{label, summary}], unit}; `drawn` is the term
    as the page draws it."""
    rule = rule_of(row, moment)
    cells = drawn["explanation"].get("days", [])
    return {
        "heading": _heading(row),
        "printed": _in_full(moment.today),
        "parties": _parties(snapshot),
        "about": snapshot.matter["title"],
        "days": [_day(cell, rule) for cell in cells],
        "facts": [] if cells else _facts(row, rule),
        "provisional": drawn["provisional"],
        "force": drawn["force"],
        "sentences": drawn["explanation"]["sentences"],
        "bases": _bases(rule, moment),
        "unit": moment.directory.unit_names.get(snapshot.matter["unit_id"], ""),
    }


def _heading(row: dict[str, Any]) -> str:
    name = row["label"] if row["label"].endswith("期限") else f"{row['label']}期限"
    if waits(row):
        return f"{name}自{_in_full(row['suspended_on'])}起中止计算"
    return f"{name}至{_in_full(row['due_on'])}"


def _in_full(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _parties(snapshot: Snapshot) -> str:
    names = [row["organisation"] or masked_name(snapshot.text(row["name"])) for row in snapshot.of(Party)]
    return "、".join(filter(None, names))


def _day(cell: dict[str, str], rule: TermRule | None) -> dict[str, Any]:
    """One line of the table: {date, weekday, counts, note, last}; a cell without a number is a day that does not count."""
    last = cell["state"] == "end"
    event = f"{rule.event}之日" if rule else "起算之日"
    note = "期限届满" if last else {"起算日": event, "不计": "休息日"}.get(cell["word"], "")
    counts = f"第 {cell['word']} 日" if cell["word"].isdecimal() else "不计"
    return {"date": cell["full"], "weekday": cell["weekday"], "counts": counts, "note": note, "last": last}


def _facts(row: dict[str, Any], rule: TermRule | None) -> list[tuple[str, str]]:
    """What a long term is told by instead of its days."""
    last = f"{_in_full(row['due_on'])}，星期{WEEKDAYS[row['due_on'].weekday()]}"
    told = [(f"{rule.event}之日" if rule else "起算之日", _in_full(row["started_on"]))]
    if rule is not None and length_words(rule):
        told.append(("期限", length_words(rule)))
    return [*told, ("届满之日", last)]


def _bases(rule: TermRule | None, moment: Moment) -> list[dict[str, str]]:
    found = (rule.basis, *rule.also) if rule is not None else ()
    return [{"label": basis.label, "summary": summary(basis, moment)} for basis in found]
