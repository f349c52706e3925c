"""Which dated steps a row of a mediation register tells.

One row is one mediation. What the sheet does not say is not made up: a missing notice or mediator leaves a finding.
An agreement that the committee has numbered was signed and sealed on its day: a number is given to a signed paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, claimed
from guiju.mechanisms.mediation.models import AgreementForm, Performance
from guiju.mechanisms.mediation.parties import names_in

Row = Mapping[str, Any]

AT_REGISTRATION = (
    "unit",
    "number",
    "dispute_kind",
    "applicant",
    "applicant_id",
    "applicant_phone",
    "respondent",
    "respondent_id",
    "respondent_phone",
    "facts",
    "source",
    "source_number",
    "village",
    "workroom",
    "death",
    "note",
    "place",
    "mediation_kind",
)
IN_AGREEMENT = ("agreed_on", "agreement_form", "agreement_number", "amount", "conversion", "paper_elsewhere")


def tells_mediation(row: Row, moment: Moment) -> Told:
    """The dated steps of one row of 人民调解登记簿: registration first, then as far as the sheet goes."""
    told = {**row, **_sides(row)}
    registered = told.get("registered_on") or told.get("accepted_on") or told.get("mediated_on")
    beginning = {**told, "registered_on": registered}
    intents = [claimed("register", registered, beginning, "registered_on", *AT_REGISTRATION)]
    intents += _until_session(told)
    outcome = told.get("outcome")
    if outcome == "agreement":
        intents += _agreement(told)
    elif outcome in ("failed", "withdrawn"):
        intents += _ended(told, outcome)
    return Opens("file", tuple(intents))


def _sides(row: Row) -> dict[str, Any]:
    """Applicant and respondent from a column that names all parties: the first person applies."""
    names = names_in(row.get("parties"))
    if not names:
        return {}
    return {"applicant": names[0], "respondent": names[1:]}


def _until_session(row: Row) -> list[Intent]:
    found = []
    if row.get("accepted_on"):
        found.append(claimed("accept", row["accepted_on"], row, "accepted_on"))
    if row.get("informed_on"):
        found.append(claimed("inform", row["informed_on"], row, "informed_on"))
    on = row.get("accepted_on") or row.get("mediated_on")
    if row.get("mediator") and on:
        on = max(on, row.get("informed_on") or on)
        found.append(claimed("appoint", on, row, "mediator", "co_mediator"))
    if row.get("mediated_on"):
        found.append(claimed("mediate", row["mediated_on"], row, "mediated_on", "legal_adviser"))
    return found


def _agreement(row: Row) -> list[Intent]:
    # The bulk sheet has no column for the agreement: it was reached at the session.
    on = row.get("agreed_on") or row.get("mediated_on")
    values = {**row, "agreed_on": on, "paper_elsewhere": True}
    found = [claimed("make_agreement", on, values, *IN_AGREEMENT)]
    written = row.get("agreement_form") != AgreementForm.ORAL
    if written and row.get("agreement_number"):
        found.append(claimed("sign_and_seal", on, {}))
    performance = row.get("performance")
    still = {"effective_on": on, "performance": None if performance == Performance.PERFORMED else performance}
    found.append(claimed("take_effect", on, still))
    return found + _after_agreement(row, on)


def _after_agreement(row: Row, on: Any) -> list[Intent]:
    found = []
    performed, filed = row.get("performed_on"), row.get("filed_on")
    if row.get("performance") == Performance.PERFORMED or performed:
        unknown = {} if performed else {"day_not_told": "履行日期"}
        found.append(claimed("perform", performed or on, {"performed_on": performed, **unknown}))
    if filed:
        found.append(claimed("file", filed, row, "filed_on", "file_number"))
    return found


def _ended(row: Row, outcome: str) -> list[Intent]:
    on = row.get("terminated_on") or row.get("mediated_on")
    label = "终止日期" if outcome == "failed" else "撤回日期"
    values = {"terminated_on": on} if on else {"day_not_told": label}
    day = on or row.get("informed_on") or row.get("accepted_on") or row.get("registered_on")
    if outcome == "failed":
        told = "告知" in str(row.get("note") or "")
        ending = claimed("terminate", day, {**values, "termination": "no_agreement", "told_other_ways": told})
    else:
        ending = claimed("refuse", day, {**values, "termination": "withdrawn"})
    filed = row.get("filed_on")
    archive = [claimed("file_ended", filed, row, "filed_on", "file_number")] if filed else []
    return [ending, *archive]


def tells_oral(row: Row, moment: Moment) -> Told:
    """One row of a register of oral agreements is one page; the city's export gives one day for both."""
    on = row.get("mediated_on") or row.get("accepted_on")
    return Opens("oral", (claimed("record_oral", on, {**row, "held_at": row.get("place"), "place": None}),))
