"""What a row of a screening register tells: the dated steps of one dispute, as far as the sheet goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, claimed
from guiju.mechanisms.screening.effects import HANDED_OVER, ONGOING, RESOLVED

Row = Mapping[str, Any]

AT_REGISTRATION = (
    "event_date",
    "unit",
    "number",
    "subject",
    "dispute_kind",
    "persons",
    "parties",
    "party_id",
    "party_address",
    "involved_organisation",
    "facts",
    "place",
    "campaign",
    "resolve_by",
    "screened_by",
    "registered_on",
    "feedback",
    "note",
)
IN_HANDLING = ("measures", "resolution_way", "handled_by_unit", "handled_by", "outcome_note")


def tells_factor(row: Row, moment: Moment) -> Told:
    """One row is one dispute: found, graded, taken up, handed over or resolved. Grade and measures bear no day."""
    on = row["event_date"]
    intents = [claimed("register", on, row, *AT_REGISTRATION)]
    if row.get("grade"):
        intents.append(claimed("assess", on, {"grade": row["grade"], "told_by_sheet": True}))
    outcome = row.get("outcome")
    if row.get("measures") or row.get("resolution_way") or outcome == ONGOING:
        intents.append(claimed("handle", on, row, *IN_HANDLING))
    intents += _ending(row, outcome, on)
    return Opens("factor", tuple(intents))


def _ending(row: Row, outcome: str | None, on: Any) -> list[Intent]:
    found = []
    handed_on, closed_on = row.get("handed_over_on"), row.get("closed_on")
    to = row.get("handed_over_to") or ""
    if outcome == HANDED_OVER or handed_on or (to and outcome is None):
        unknown = {} if handed_on else {"day_not_told": "移交日期"}
        values = {"handed_over_to": to, "handed_over_on": handed_on, **unknown}
        found.append(claimed("hand_over", handed_on or on, values))
    if outcome == RESOLVED:
        unknown = {} if closed_on else {"day_not_told": "化解日期"}
        values = {"resolved_on": closed_on, "outcome_note": row.get("outcome_note"), **unknown}
        found.append(claimed("resolve", closed_on or on, values))
    if outcome == RESOLVED or closed_on:
        # What a sheet calls 已化解 or dates as 办结 nobody has to look after any longer.
        found.append(claimed("close", closed_on or on, {"closed_on": closed_on}))
    return found
