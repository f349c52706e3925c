"""One comparison from the workbook to its result. Reads the database, writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guiju.exchange.importing.api import (
    Answers,
    NotAllowedToImport,
    Question,
    ReadRows,
    Remembered,
    State,
    read_rows,
)
from guiju.exchange.reconciling.answering import load_answers
from guiju.exchange.reconciling.comparing import Match, compared
from guiju.exchange.reconciling.decisions import Decisions, load_decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.matching import Matched, match
from guiju.exchange.reconciling.models import Verdict
from guiju.exchange.reconciling.ours import OurRecord, Ours, Wanted, our_records
from guiju.exchange.reconciling.result import Found, Reconciled
from guiju.exchange.reconciling.theirs import Export, TheirLine, Theirs, their_lines
from guiju.exchange.sheets.api import Workbook
from guiju.kernel.indicators.api import Period
from guiju.kernel.mechanism.api import register_of
from guiju.kernel.procedure.api import Moment, Register, all_procedures, uncollected


def reconcile(
    workbook: Workbook,
    moment: Moment,
    *,
    register: str,
    system: str,
    period: Period,
    remembered: Mapping[str, Remembered],
    by_hand: Mapping[str, Remembered] | None = None,
) -> Reconciled:
    """Lay a superior's export beside what is recorded here. Raises NotAllowedToImport, KeyError for no such register."""
    if not moment.acting.may("imports"):
        raise NotAllowedToImport(f"{moment.acting.name}的岗位不能对数。请交给司法所内勤或本单位能导入的人。")
    with uncollected():
        chosen = register_of(register, moment.town_id)
        answers = load_answers(moment.town_id, system, register)
        rows = read_rows(workbook, moment, register, remembered, by_hand or {}, Answers(answers))
        export = their_lines(rows, chosen, system, moment, period)
        decisions = load_decisions(moment.town_id, system, register)
        kinds = export.kinds or {one.kind for one in all_procedures() if one.mechanism == chosen.mechanism}
        ours = our_records(Wanted(chosen, kinds, period, export.told), moment, export.numbers, decisions.matters)
        found = _settled(ours, export, rows, decisions, moment)
        found.kinds = _labels(chosen, kinds)
        lines = {line.theirs.key: line for line in export.lines}
        return Reconciled(chosen, system, period, workbook.name, moment, decisions, answers, found, lines)


def _labels(register: Register, kinds: set[str]) -> list[str]:
    labels = {one.label for one in all_procedures() if one.mechanism == register.mechanism and one.kind in kinds}
    return sorted(labels)


def _settled(ours: Sequence[OurRecord], export: Export, rows: ReadRows, decisions: Decisions, moment: Moment) -> Found:
    once = [line for line in export.lines if not line.theirs.doubled]
    matched = match(
        [one.side for one in ours],
        [line.side for line in once],
        same=decisions.pairs(Verdict.SAME) | decisions.pairs(Verdict.KEEP),
        different=decisions.pairs(Verdict.DIFFERENT),
    )
    by_id, by_key = {one.ours.id: one for one in ours}, {line.theirs.key: line for line in once}
    told = [Match(by_id[mine], by_key[theirs], how) for (mine, theirs), how in matched.pairs.items()]  # type: ignore[index]
    theirs = {edge[1] for edge in matched.pairs}
    left = [line for line in export.lines if line.theirs.doubled or line.theirs.key not in theirs]
    wanted = [one for one in told if one.record.ours.within or one.line.theirs.within]
    pairs, only_there = compared(wanted, [line for line in left if line.theirs.within], rows, moment)
    listed = [pair for pair in pairs if not (pair.agrees and pair.within)]
    mine = {edge[0] for edge in matched.pairs}
    here = [one.ours for one in ours if one.ours.within and one.ours.id not in mine]
    aside = dict(export.aside)
    if outside := len(left) - len(only_there):
        aside["日期不在这段期间内"] = outside
    return Found(
        alike=len(pairs) - len(listed),
        pairs=sorted(listed, key=lambda pair: (pair.ours.on, pair.ours.id)),
        here=sorted(here, key=lambda one: (one.on, one.id)),
        there=only_there,
        asked=_asked(matched, by_id, by_key),
        aside=aside,
        unrecognised=[item.sheet.name for item in rows.unrecognised if item.is_table],
        questions=_questions(rows, export.lines),
    )


def _asked(
    matched: Matched, by_id: Mapping[Any, OurRecord], by_key: Mapping[Any, TheirLine]
) -> list[tuple[Ours, Theirs, Likeness]]:
    edges = ((by_id[mine].ours, by_key[theirs].theirs, how) for (mine, theirs), how in matched.asked.items())
    return [(one, line, how) for one, line, how in edges if one.within or line.within]


def _questions(rows: ReadRows, lines: Iterable[TheirLine]) -> list[Question]:
    """What is asked of lines that count and are still in doubt: of many a matter here tells what is meant."""
    doubtful = {one.line.number for one in lines if one.theirs.within and one.line.state is State.ASK}
    return [one for one in rows.questions.asked.values() if not doubtful.isdisjoint(one.rows)]
