"""What the page of a penalty on the spot asks, gathered from the steps of the simple procedure, and what is meant by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from guiju.kernel.organisation.api import ENFORCEMENT
from guiju.kernel.procedure.api import Input, Intent, Moment, Procedure, Refusal, Snapshot, refusals
from guiju.web.desk.step_forms import REASON
from guiju.web.inputs import InputForm, units_for

MECHANISM, KIND = "penalty", "simple"
DECIDE, TURN = "decide_on_spot", "turn"
WHAT = ("item", "party_kind", "fine", "warning")
SEEN = ("place", "facts")
WHO = ("party", "party_id", "party_phone", "party_address")
DONE = ("certificate_shown", "told_rights", "defence", "delivered", "signed")
MONEY = ("cash", "cash_ground")
FURTHER = ("inspection_code", "number")
SECOND = "second"
DAYS = ("found_on", "decided_on", "occurred_on", "turned_on")  # the page is filled in on the street: all are today


def asked(procedure: Procedure, moment: Moment) -> tuple[Input, ...]:
    """The inputs of the page: those of registration and decision, each once, and who is the second officer."""
    steps = (procedure.registration, procedure.step(DECIDE))
    known = {item.name: item for step in reversed(steps) for item in step.inputs}
    held = {row.id: row.label for row in moment.lawbook.items(moment.today)}
    known["item"] = replace(known["item"], choices=held)
    units = () if len(units_for(moment)) == 1 else (known["unit"],)
    second = Input(SECOND, "同去的执法人员", "choice", required=True, choices=colleagues(procedure, moment))
    return (*units, second, *(known[name] for name in (*WHAT, *SEEN, *WHO, *DONE, *MONEY, *FURTHER)))


def colleagues(procedure: Procedure, moment: Moment) -> dict[str, str]:
    """Who else may go along today: a post of the registration and a certificate that is valid; name to name and number."""
    book = moment.directory
    found = {}
    for person in book.people_in_post(procedure.registration.roles, moment.today):
        held = book.holds_certificate(person, ENFORCEMENT, moment.today)
        name = book.person_names[person]
        if held is not None and name != moment.acting.name:
            found[name] = f"{name}　{held.number}"
    return found


def own_certificate(moment: Moment) -> str:
    """The number of the certificate that the person holds today; empty without one."""
    person = moment.directory.person(moment.acting.name)
    held = moment.directory.holds_certificate(person, ENFORCEMENT, moment.today) if person is not None else None
    return held.number if held is not None else ""


def told(form: InputForm, moment: Moment) -> dict[str, Any]:
    """Everything typed, with what the page knows by itself: the day, the team, both officers, how it came up."""
    values = form.values()
    second = values.pop(SECOND, "") or ""
    values.setdefault("unit", next(iter(units_for(moment)), None))
    officers = "、".join(filter(None, [moment.acting.name, second]))
    return {**values, **dict.fromkeys(DAYS, moment.today), "officers": officers, "source": "patrol"}


def intents(form: InputForm, procedure: Procedure, last: str, values: Mapping[str, Any]) -> list[Intent]:
    """Registered and at once decided, or registered and turned into an ordinary case."""
    written = {n.removeprefix(REASON): str(v) for n, v in values.items() if n.startswith(REASON) and v}
    return [Intent(code, values, reasons=written) for code in (procedure.registration.code, last)]


def why_not(procedure: Procedure, values: Mapping[str, Any], moment: Moment) -> list[Refusal]:
    """What forbids deciding on the spot, whatever else is typed: the refusals whose remedy is the ordinary procedure."""
    stage = procedure.step(DECIDE).frm[0]
    begun = Snapshot(procedure, matter={"stage": stage}, detail={"party_kind": values.get("party_kind")})
    against = refusals(procedure.step(DECIDE), begun, moment, Intent(DECIDE, values))
    return [item for item in against if item.remedy_step == TURN]
