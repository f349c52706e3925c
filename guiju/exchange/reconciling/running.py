"""One comparison from the workbook to its result. Reads the database, writes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from guiju.exchange.importing.api import NotAllowedToImport, ReadRows, Remembered, plan_rows, read_rows
from guiju.exchange.reconciling.comparing import compared
from guiju.exchange.reconciling.decisions import OF_OURS, OF_THEIRS, Decisions, load_decisions
from guiju.exchange.reconciling.likeness import Likeness
from guiju.exchange.reconciling.matching import Matched, match
from guiju.exchange.reconciling.models import Verdict
from guiju.exchange.reconciling.ours import Ours, our_records
from guiju.exchange.reconciling.result import OnlyHere, OnlyThere, Pair, Reconciled
from guiju.exchange.reconciling.theirs import Export, Theirs, their_lines
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
        rows = read_rows(workbook, moment, register, remembered, by_hand or {})
        export = their_lines(rows, chosen, system, moment, period)
        decisions = load_decisions(moment.town_id, system, register)
        kinds = export.kinds or {one.kind for one in all_procedures() if one.mechanism == chosen.mechanism}
        ours = our_records(chosen, kinds, moment, period, export.numbers, decisions.matters)
        found = Reconciled(chosen, system, period, workbook.name, moment, decisions)
        found.aside, found.unrecognised, found.kinds = export.aside, export.unrecognised, _labels(chosen, kinds)
        _settle(found, ours, export, rows, moment)
    return found


def _labels(register: Register, kinds: set[str]) -> list[str]:
    labels = {one.label for one in all_procedures() if one.mechanism == register.mechanism and one.kind in kinds}
    return sorted(labels)


def _settle(found: Reconciled, ours: Sequence[Ours], export: Export, rows: ReadRows, moment: Moment) -> None:
    once = [line for line in export.lines if not line.doubled]
    decisions = found.decisions
    matched = match(
        [one.side for one in ours],
        [line.side for line in once],
        same=decisions.pairs(Verdict.SAME) | decisions.pairs(Verdict.KEEP),
        different=decisions.pairs(Verdict.DIFFERENT),
    )
    by_id, by_key = {one.id: one for one in ours}, {line.side.key: line for line in once}
    told = [
        Pair(by_id[mine], by_key[theirs], how, decision=decisions.of(str(theirs), mine))  # type: ignore[index,arg-type]
        for (mine, theirs), how in matched.pairs.items()
    ]
    wanted = [pair for pair in told if pair.ours.within or pair.theirs.within]
    found.pairs = sorted(compared(wanted, moment), key=lambda pair: (pair.ours.on, pair.ours.id))
    _plan_the_rest(found.pairs, rows, moment)
    mine = {edge[0] for edge in matched.pairs}
    theirs = {edge[1] for edge in matched.pairs}
    asked = _Asked(matched, decisions, by_id, by_key)
    found.only_here = [
        OnlyHere(one, decisions.of(matter=one.id), asked.of_ours(one))
        for one in sorted(ours, key=lambda one: (one.on, one.id))
        if one.within and one.id not in mine
    ]
    left = [line for line in export.lines if line.doubled or line.side.key not in theirs]
    found.only_there = [OnlyThere(line, decisions.of(line.key), asked.of_theirs(line)) for line in left if line.within]
    if outside := sum(not line.within for line in left):
        found.aside["日期不在这段期间内"] += outside


def _plan_the_rest(pairs: Sequence[Pair], rows: ReadRows, moment: Moment) -> None:
    """Sheets without any pair have not been planned yet: their lines may still be brought here."""
    done = {id(pair.theirs.read) for pair in pairs}
    for read in rows.sheets:
        if id(read) not in done:
            plan_rows(read, moment, {})


class _Asked:
    """The pairs that a person has to tell, by either side; what was decided by itself is not asked."""

    def __init__(
        self, matched: Matched, decisions: Decisions, ours: Mapping[int, Ours], theirs: Mapping[object, Theirs]
    ) -> None:
        self.ours: dict[int, list[tuple[Theirs, Likeness]]] = defaultdict(list)
        self.theirs: dict[str, list[tuple[Ours, Likeness]]] = defaultdict(list)
        for (mine, key), how in matched.asked.items():
            one, line = ours[mine], theirs[key]  # type: ignore[index]
            if _alone(decisions, one, line) or not (one.within or line.within):
                continue
            self.ours[one.id].append((line, how))
            self.theirs[line.key].append((one, how))

    def of_ours(self, one: Ours) -> tuple[tuple[Theirs, Likeness], ...]:
        return tuple(sorted(self.ours.get(one.id, ()), key=lambda told: (-told[1].rank, told[0].key)))

    def of_theirs(self, line: Theirs) -> tuple[tuple[Ours, Likeness], ...]:
        return tuple(sorted(self.theirs.get(line.key, ()), key=lambda told: (-told[1].rank, told[0].id)))


def _alone(decisions: Decisions, one: Ours, line: Theirs) -> bool:
    """Whether somebody has said of one of them that it stands alone."""
    mine, theirs = decisions.of(matter=one.id), decisions.of(line.key)
    return bool(
        (mine and mine.verdict in OF_OURS - {Verdict.PENDING})
        or (theirs and theirs.verdict in OF_THEIRS - {Verdict.PENDING})
    )
