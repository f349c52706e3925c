"""A preview of an import as the page draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from guiju.exchange.importing.api import NO, YES, Line, Preview, Question, SheetPreview, State
from guiju.exchange.sheets.api import Ask, Heading, shown

SHOWN_ROWS = 60
KNOWN_BY = 2  # the first columns of a sheet, which tell which row it is
MANY_REGISTERS = 2  # more are counted in the heading, not named
OPEN = (State.WRONG, State.ASK, State.DIFFERS)
VIEWS = {"open": "要处理", "all": "全部"}


def _letter(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def _registers(told: Preview) -> str:
    """Which registers the file holds; of many the first and how many."""
    known = list(dict.fromkeys(sheet.register.label for sheet in told.sheets))
    if len(known) > MANY_REGISTERS:
        return f"{known[0]}等 {len(known)} 本台账"
    return "、".join(known) or "没有认得的台账"


def previewed(told: Preview, answers: dict[str, str], view: str) -> dict[str, Any]:
    """The context of imports/preview.html without its addresses."""
    line = told.reconciliation
    states = [item.state for sheet in told.sheets for item in sheet.lines]
    differs = states.count(State.DIFFERS)
    counts = {
        "good": line.imported,
        "wrong": line.wrong,
        "ask": line.to_confirm - differs,
        "same": line.there,
        "differs": differs,
        "findings": sum(finding.count for finding in told.findings),
    }
    grid = _grid(told, view)
    looks = (("good", "good"), ("same", "same"), ("ask", "ask"), ("differs", "ask"), ("wrong", "wrong"))
    return {
        "register": {"label": _registers(told)},
        "source": {
            "file": told.name,
            "sheet": "、".join(sheet.read.recognised.sheet.name for sheet in told.sheets),
            "rows": f"{line.rows:,}",
        },
        "parts": [{"count": counts[name], "look": look} for name, look in looks],
        "counts": {name: f"{count:,}" if count else 0 for name, count in counts.items()},
        "grid": grid,
        "views": [{"label": label, "url": f"?view={code}", "current": code == view} for code, label in VIEWS.items()],
        "grid_note": grid["note"],
        "differing": [_differing(sheet, row) for sheet in told.sheets for row in sheet.of(State.DIFFERS)],
        "questions": [question(item, answers.get(item.key, "")) for item in told.questions],
        "findings_list": [
            {"text": f"{item.count} 件{item.text}", "article": {"label": item.basis} if item.basis else None}
            for item in told.findings
        ],
        "totals": totals([total.sentence, total.agrees] for sheet in told.sheets for total in sheet.totals),
        "refused": [
            {"heading": item.heading.text, "reason": item.reason}
            for sheet in told.sheets
            for item in sheet.read.recognised.refused
        ],
    }


def totals(lines: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """The sheet's own sums beside ours, and whether they agree."""
    return [{"text": text, "agree": agree} for text, agree in lines]


def unknown_tables(told: Preview, define_url: str, map_url: str) -> list[dict[str, str]]:
    """Sheets that look like registers and are none that we know, with what can be made of each.

    Without `define_url` nobody offers to make a register of it.
    """
    return [
        {
            "sheet": item.sheet.name,
            "message": item.message,
            "define_url": f"{define_url}?{urlencode({'sheet': item.sheet.name})}" if define_url else "",
            "map_url": f"{map_url}?{urlencode({'sheet': item.sheet.name})}",
        }
        for item in told.unknown_tables
    ]


def _differing(sheet: SheetPreview, line: Line) -> dict[str, str]:
    """A row whose number is on record with other values: what would be corrected."""
    return {
        "key": line.key or "",
        "where": f"“{sheet.read.recognised.sheet.name}”第{line.number}行",
        "text": "；".join(difference.told for difference in line.differences),
    }


def question(item: Question, given: str) -> dict[str, Any]:
    """One question with what may be answered, for imports/questions.html; `given` is the answer so far."""
    options = [("", "还没有答")]
    if item.suggestion or item.either:
        options.append((YES, f"是：{item.suggestion}" if item.suggestion else "是，也导入"))
    options += [*item.options, (NO, "不是，只记一次" if item.either else "不是，跳过这些行")]
    if given and given not in dict(options):
        options.append((given, f"写的是：{given}"))
    return {
        "name": f"a.{item.key}",
        "typed": f"t.{item.key}" if item.free else "",
        "text": item.text,
        "where": f"{item.sheet}，{item.where}",
        "options": [{"value": code, "label": label, "chosen": code == given} for code, label in options],
    }


def _grid(told: Preview, view: str) -> dict[str, Any]:
    """The first sheet with rows to handle (or the first at all), as a spreadsheet; of rows to handle the columns by which
    a row is known and those in which something is to be handled."""
    wanted = tuple(State) if view == "all" else OPEN
    sheets = sorted(told.sheets, key=lambda sheet: not sheet.of(*wanted))
    if not sheets:
        return {"caption": "预览", "columns": [], "rows": [], "note": ""}
    sheet = sheets[0]
    headings = sorted(sheet.read.recognised.columns.items(), key=lambda pair: pair[1].column)
    places = [heading.column for _, heading in headings]
    rows = [(line.number, _cells(sheet, line, places)) for line in sheet.of(*wanted)[:SHOWN_ROWS]]
    marked = {place for _, cells in rows for place, cell in enumerate(cells) if cell["state"]}
    kept = [place for place in range(len(headings)) if view == "all" or place < KNOWN_BY or place in marked]
    narrow = "只列开头几列和要处理的列，" if len(kept) < len(headings) else ""
    return {
        "caption": sheet.read.recognised.sheet.name,
        "columns": [_column(sheet, *headings[place]) for place in kept],
        "rows": [{"number": number, "cells": [cells[place] for place in kept]} for number, cells in rows],
        "note": f"{narrow}最多显示前 {SHOWN_ROWS} 行",
    }


def _column(sheet: SheetPreview, name: str, heading: Heading) -> dict[str, str]:
    fields = sheet.register.field_table
    field = fields[name].label if name in fields else name
    return {"letter": _letter(heading.column), "heading": heading.text, "field": field}


def _cells(sheet: SheetPreview, line: Line, columns: list[int]) -> list[dict[str, Any]]:
    raw = sheet.read.recognised.sheet.row(line.number)
    told = []
    for place, column in enumerate(columns):
        mine = [f for f in line.findings if f.column == column or (f.column is None and place == 0)]
        state = ("ask" if all(isinstance(f.result, Ask) for f in mine) else "error") if mine else ""
        text = shown(raw[column]) if column < len(raw) else ""
        told.append({"text": text, "state": state, "message": "；".join(f.message for f in mine)})
    return told
