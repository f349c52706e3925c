"""The form of a step: what it asks, what is known already, and what the answers say somebody wants to do."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from guiju.kernel.organisation.api import Acting
from guiju.kernel.procedure.api import Input, Intent, Refusal, Snapshot, Step
from guiju.web.inputs import InputForm

MEDIA = {"paper": "纸面", "telephone": "电话", "meeting": "会议", "system": "上级系统"}
CLAIMED = (
    Input("claimed_on", "哪天办的", "date", required=True, past_only=True),
    Input("claimed_medium", "怎么办的", "choice", required=True, choices=MEDIA),
    Input("claimed_by", "谁办的", "text", required=True, help="写办这一步的人；您是补记的人"),
)
REASON = "reason_"


def new_key() -> str:
    """A one-time key: the same form sent twice gives the first result."""
    return uuid.uuid4().hex


def reason_name(refusal: Refusal) -> str:
    """The name of the field that asks why a warned step is taken nevertheless."""
    return REASON + refusal.code


def reason_inputs(soft: Sequence[Refusal], posted: Iterable[str]) -> tuple[Input, ...]:
    """A written reason for each warning that the step passes with; also for those that an earlier answer asked for."""
    asked = {reason_name(item): item.reason for item in soft}
    asked |= {name: "" for name in posted if name.startswith(REASON) and name not in asked}
    return tuple(Input(name, "仍要办理的理由", "text", required=True, help=why) for name, why in asked.items())


def inputs_of(step: Step, claimed: bool, reasons: tuple[Input, ...]) -> tuple[Input, ...]:
    """What the form asks. For a step that happened outside its day is asked once, as the day on which it happened."""
    if claimed:
        return (*CLAIMED, *(item for item in step.inputs if item.name != step.dated_by))
    return (*step.inputs, *reasons)


def _field_of(item: Refusal, form: InputForm, claimed: bool, dated_by: str) -> str:
    """The field at which a refusal is said: the one that caused it, or the written reason with which it would pass."""
    if not claimed and not item.hard:
        return reason_name(item)
    return "claimed_on" if claimed and item.field == dated_by else item.field


def refused_form(
    form: InputForm, refusals: Sequence[Refusal], *, claimed: bool = False, dated_by: str = ""
) -> InputForm:
    """The bound form with each refusal said at its field, or for the whole form; warnings ask for a written reason."""
    soft = [] if claimed else [item for item in refusals if not item.hard]
    asked = reason_inputs(soft, ())
    names = {item.name for item in asked}
    again = InputForm((*(item for item in form.inputs if item.name not in names), *asked), form.moment, form.data)
    again.is_valid()
    for name in names:  # the sentence that asks for a reason says more than that nothing was written
        again.errors.pop(name, None)
    for item in refusals:
        name = _field_of(item, again, claimed, dated_by)
        sentence = f"{item.reason}仍要办理的，请写明理由。" if name in names else item.reason
        again.add_error(name if name in again.fields else None, sentence)
    return again


def is_said(item: Refusal, form: InputForm, *, claimed: bool, dated_by: str) -> bool:
    """Whether a refusal stands at a field, so that it need not be told beside the form."""
    return _field_of(item, form, claimed, dated_by) in form.fields


def known_already(step: Step, snapshot: Snapshot, acting: Acting) -> dict[str, Any]:
    """What is on record need not be typed again; private values are not put into a form."""
    matter = {name: value for name, value in snapshot.matter.items() if name != "number"}  # a paper has its own number
    expected = snapshot.procedure.expects(snapshot) if snapshot.procedure.expects is not None else {}
    known = {**matter, **snapshot.detail, **expected}
    initial = {item.name: known[item.name] for item in step.inputs if not item.is_private and item.name in known}
    if "mediator" in acting.roles:  # whoever mediates usually names themselves
        initial |= {item.name: acting.name for item in step.inputs if item.kind == "staff" and item.required}
    return initial


def intent_from(form: InputForm, step: Step, claimed: bool) -> Intent:
    """What the form says somebody wants to do."""
    values = form.values()
    if claimed:
        day, medium, who = values["claimed_on"], values["claimed_medium"], values["claimed_by"]
        if step.dated_by:
            values[step.dated_by] = day
        return Intent(step.code, values, day, "claimed", medium, who)
    reasons = {name.removeprefix(REASON): str(text) for name, text in values.items() if name.startswith(REASON)}
    return Intent(step.code, values, reasons={code: text for code, text in reasons.items() if text})


def renewed(form: InputForm, snapshot: Snapshot) -> InputForm:
    """The same form with the present row version and a fresh key; what was typed stays."""
    values = {"row_version": snapshot.matter.get("row_version"), "request_key": new_key()}
    if form.is_bound:
        return InputForm(form.inputs, form.moment, {**form.data.dict(), **values})
    form.initial.update(values)
    return form


def sections(form: InputForm, claimed: bool) -> list[dict[str, Any]]:
    """Fields in their order, those about how a claimed step happened first."""
    names = [item.name for item in form.inputs]
    own = [name for name in names if name.startswith("claimed_")]
    reasons = [name for name in names if name.startswith(REASON)]
    rest = [name for name in names if name not in own and name not in reasons]
    wide = {item.name for item in form.inputs if item.kind == "long_text"}
    notes = {item.name: item.article for item in form.inputs}
    told = []
    if claimed:
        told.append({"legend": "线下怎么办的", "fields": [form[name] for name in own], "columns": 3})
    if rest:
        fields = [{"bound": form[name], "wide": name in wide, "note": notes[name]} for name in rest]
        told.append({"legend": "", "fields": fields, "columns": 2})
    if reasons:
        told.append({"legend": "为什么仍要办", "fields": [form[name] for name in reasons], "columns": 1})
    return told
