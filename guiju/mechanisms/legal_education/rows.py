"""What a row of each register tells: one record, with the meaning of its words and the unit that goes without saying."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from guiju.kernel.procedure.api import Moment, Opens, Told, Unclear, claimed
from guiju.mechanisms.legal_education.models import EducationKind
from guiju.mechanisms.legal_education.words import audience_of, body_of, topic_of

Row = Mapping[str, Any]
# Whose record it is where the sheet names no unit: the first of these kinds that the town has.
KEEPERS = {
    EducationKind.STUDY: ("government", "justice_office"),
    EducationKind.WORK_MEETING: ("justice_office", "government"),
    EducationKind.VENUE_AWARD: ("justice_office", "government"),
}
MEANINGS = (
    ("audience", "audience_kind", audience_of),
    ("body", "body_kind", body_of),
    ("topic", "topic_kind", topic_of),
)


def tells(kind: EducationKind) -> Callable[[Row, Moment], Told]:
    """The function that reads rows of this kind."""

    def told(row: Row, moment: Moment) -> Told:
        unit = row.get("unit") or _keeper(kind, moment)
        if unit is None:
            return Unclear("这张表没有写单位：这一行算哪个单位的？请在表头上方写明“填报单位：…”。")
        venue = row.get("venue_number")
        values = {**row, "unit": unit, "venue_unknown": bool(venue) and venue not in moment.numbers}
        for words, meaning, meant in MEANINGS:
            if row.get(words) and not row.get(meaning):
                values[meaning] = meant(str(row[words])).value
        return Opens(kind.value, (claimed(f"record_{kind}", row["event_date"], values),))

    return told


def _keeper(kind: EducationKind, moment: Moment) -> int | None:
    """Only who sees the whole town may leave the unit open; others would record outside their own."""
    if not moment.acting.sees_town:
        return None
    found = (moment.directory.first_unit(unit_kind) for unit_kind in KEEPERS.get(kind, ()))
    return next((unit for unit in found if unit is not None), None)
