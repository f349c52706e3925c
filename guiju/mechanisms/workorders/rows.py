"""What a row of a register of diverted calls tells: one order, as far as the sheet goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, claimed
from guiju.mechanisms.workorders.models import Destination, OrderKind

Row = Mapping[str, Any]

MEDIATION_WORDS = ("人民调解", "调解委员会", "调委会")
AT_DISPATCH = (
    "dispatched_on",
    "number",
    "village",
    "dispute_kind",
    "facts",
    "place",
    "caller",
    "caller_phone",
    "caller_address",
    "called_on",
    "call_medium",
    "dispatched_by",
    "handled_by",
    "received_by",
    "master",
    "note",
    "unit",
)


def destination_of(row: Row, moment: Moment) -> tuple[Destination, str]:
    """Where the call went: by the column that says so, else by whether the unit is a mediation committee."""
    said = str(row.get("destination") or "").strip()
    if said:
        to_mediation = any(word in said for word in MEDIATION_WORDS)
        return (Destination.MEDIATION if to_mediation else Destination.DEPARTMENT), said
    unit = row.get("unit")
    to_mediation = unit in moment.directory.prefixes
    return (Destination.MEDIATION if to_mediation else Destination.DEPARTMENT), ""


def tells_diversion(row: Row, moment: Moment) -> Told:
    """One row is one order. Sheets do not say when the people were contacted; what they say is how it ended."""
    destination, name = destination_of(row, moment)
    on = row["dispatched_on"]
    where = {"destination": destination.value, "destination_name": name}
    beginning = {**{item: row.get(item) for item in AT_DISPATCH}, **where}
    return Opens(OrderKind.DIVERSION_110.value, (claimed("divert", on, beginning), *_afterwards(row, on)))


def _afterwards(row: Row, on: Any) -> list[Intent]:
    outcome, closed_on = row.get("outcome"), row.get("closed_on")
    if outcome is None:
        return [claimed("close", closed_on, {"closed_on": closed_on})] if closed_on else []
    if outcome == "returned":
        values = {"returned_on": closed_on, "return_reason": row.get("note")}
        return [claimed("give_back", closed_on or on, {**values, **_unknown(closed_on, "退单日期")})]
    values = {"outcome": outcome, "mediation_number": row.get("mediation_number"), "told_by_sheet": True}
    handled = claimed("handle", closed_on or on, {**values, "handled_on": closed_on, **_unknown(closed_on, "反馈日期")})
    if closed_on:
        return [handled, claimed("close", closed_on, {"closed_on": closed_on})]
    # An outcome without a day: the people were reached, so nobody need be reminded to contact them.
    return [claimed("contact", on, {"day_not_told": "联系日期"}), handled]


def _unknown(day: Any, label: str) -> dict[str, str]:
    return {} if day else {"day_not_told": label}
