"""In which fields the paired lines and matters differ, as the importer would see it, told for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from guiju.exchange.importing.api import (
    COMPARED_ROWS,
    Difference,
    ReadRows,
    State,
    differences,
    plan_rows,
    says_nothing,
)
from guiju.exchange.reconciling.likeness import Likeness, evened
from guiju.exchange.reconciling.ours import OurRecord
from guiju.exchange.reconciling.recorded import NOT_COMPARED
from guiju.exchange.reconciling.result import Differing, Pair
from guiju.exchange.reconciling.theirs import TheirLine, Theirs, as_suggested
from guiju.exchange.sheets.api import NO_SUGGESTION, Ask
from guiju.kernel.ledger.api import vault
from guiju.kernel.matters.api import Matter, Party
from guiju.kernel.procedure.api import Moment, Planned, Snapshot, load_snapshots

CHUNK = 2000
_OF_MATTER = frozenset({"unit_id", "event_date", "outcome"})


@dataclass(frozen=True)
class Match:
    """A matter and a line that are the same thing, before their fields are compared; how alike, or somebody said so."""

    record: OurRecord
    line: TheirLine
    likeness: Likeness | None

    @property
    def shared_days(self) -> frozenset[str]:
        """The days that both sides tell, beside the day of the record."""
        return frozenset((self.record.side.days.keys() & self.line.side.days.keys()) - {""})

    def is_plainly_the_same(self, moment: Moment) -> bool:
        """Whether the line tells nothing that is not recorded so; otherwise it is planned to see what differs."""
        told, line = self.line.told, self.line.line
        return (
            told is not None
            and line.state is State.GOOD
            and self.record.recorded.plainly_says(
                told, line.values, moment.directory, days_shared=bool(self.shared_days)
            )
        )

    def pair(self, trouble: str = "", found: Sequence[tuple[Differing, Difference]] = ()) -> Pair:
        """The pair with what differs."""
        said = sorted(f"{shown.label}\t{difference.new}" for shown, difference in found)
        mark = vault().search_hash("differs\n" + "\n".join([*said, trouble])) if said or trouble else ""
        shown, changes = tuple(one for one, _ in found), tuple(one for _, one in found)
        return Pair(self.record.ours, self.line.theirs, self.likeness, shown, trouble, mark, changes)


def compared(
    matches: Sequence[Match], left: Sequence[TheirLine], rows: ReadRows, moment: Moment
) -> tuple[list[Pair], list[Theirs]]:
    """The pairs with what differs, and the lines left over with why they cannot be brought here as they are."""
    same = [match for match in matches if match.is_plainly_the_same(moment)]
    plain = {match.line.theirs.key for match in same}
    others = [match for match in matches if match.line.theirs.key not in plain]
    planned = planned_lines(matches, others, left, rows, moment)
    closely = compared_closely(others, planned, moment)
    return [*(match.pair() for match in same), *closely], [replace(one.theirs, unread=_unread(one)) for one in left]


def compared_closely(matches: Sequence[Match], planned: Mapping[int, Planned], moment: Moment) -> Iterator[Pair]:
    """The pairs with what differs between the plans of their lines (by the identity of the line) and what is recorded."""
    for at in range(0, len(matches), CHUNK):
        chunk = matches[at : at + CHUNK]
        keys = [match.record.ours.id for match in chunk if id(match.line.line) in planned]
        snapshots = load_snapshots(keys, rows=COMPARED_ROWS, private=True)
        for match in chunk:
            made, snapshot = planned.get(id(match.line.line)), snapshots.get(match.record.ours.id)
            if made is None or snapshot is None:
                yield match.pair(_reasons(match.line) or "这一行读不成一件事项，没有比较内容")
            else:
                yield match.pair(found=list(_told(match, made, snapshot, moment)))


def planned_lines(
    matches: Sequence[Match], others: Sequence[Match], left: Iterable[TheirLine], rows: ReadRows, moment: Moment
) -> dict[int, Planned]:
    """The plans of the paired lines that are looked at closely, by the identity of the line; those left over on the way."""
    known: dict[int, dict[str, int]] = {}
    for match in matches:
        one = match.line
        if _only_suggestions(one):
            one.line.values, one.line.state = as_suggested(one.read, one.line), State.GOOD
            one.line.key = one.line.key or one.theirs.key
        if one.line.key is not None:
            known.setdefault(id(one.read), {})[one.line.key] = match.record.ours.id
    wanted = {id(line.line) for line in (*(match.line for match in others), *left)}
    found: dict[int, Planned] = {}
    for read in rows.sheets:
        chosen = [line for line in read.lines if id(line) in wanted]
        made = plan_rows(rows, read, chosen, moment, known.get(id(read), {})) if chosen else {}
        found.update((id(line), made[line.number]) for line in chosen if line.number in made)
    return found


def _only_suggestions(one: TheirLine) -> bool:
    results = [finding.result for finding in one.line.findings]
    return one.line.state is State.ASK and all(
        isinstance(result, Ask) and result.suggestion is not NO_SUGGESTION for result in results
    )


def _reasons(one: TheirLine) -> str:
    return "；".join(one.line.reasons)


def _unread(one: TheirLine) -> str:
    ready = one.line.state is State.GOOD and one.line.plan is not None
    return "" if ready else _reasons(one) or "这一行读不成一件事项"


def _told(match: Match, planned: Planned, snapshot: Snapshot, moment: Moment) -> Iterator[tuple[Differing, Difference]]:
    for one in differences(match.line.line, planned, snapshot):
        if one.attname in NOT_COMPARED or (one.attname == "event_date" and match.shared_days) or not _said(one):
            continue
        if one.model is not Party and one.label == "其他内容":
            continue
        if one.model is Matter and one.attname not in _OF_MATTER:
            continue
        ours = _recorded(one, snapshot)
        if isinstance(one.new, str) and isinstance(ours, str) and evened(one.new) == evened(ours):
            continue
        if one.private:
            yield Differing(one.label, "（个人信息）" if ours else "（空）", "（个人信息）"), one
        else:
            yield Differing(one.label, _shown(one, one.old, moment), _shown(one, one.new, moment)), one


def _said(one: Difference) -> bool:
    if one.key is None:
        return one.model is Party
    return not says_nothing(one.new)


def _recorded(one: Difference, snapshot: Snapshot) -> Any:
    row: Mapping[str, Any]
    if one.key is None:
        return None
    if one.model is Matter:
        row = snapshot.matter
    elif one.model is snapshot.procedure.detail:
        row = snapshot.detail
    else:
        row = snapshot.rows.get(one.model, {}).get(one.key, {})
    value = row.get(one.attname)
    return snapshot.text(value) if one.private else value


def _shown(one: Difference, value: Any, moment: Moment) -> str:
    if one.key is None:
        return "多一人" if value is one.new else ""
    if value in (None, ""):
        return "（空）"
    if one.attname in ("unit_id", "village_id"):
        return moment.directory.unit_names.get(value, str(value))
    if isinstance(value, bool):
        return "是" if value else "否"
    return one.choices.get(str(value), str(value))
