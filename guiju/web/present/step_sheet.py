"""办理表: a step that makes no paper of its own, as a sheet to be filled in and signed by hand where there is no desk."""

from __future__ import annotations

from django.forms import Form

from guiju.kernel.documents.api import Block, Content, Field, Fields, Note, SignatureLine
from guiju.kernel.procedure.api import Input, Moment, Snapshot, Step
from guiju.web.inputs import label_of
from guiju.web.present.matter import value_text

LINES_OF_TEXT = 4
TICKED_UP_TO = 12  # more choices are written by hand
SIGNERS = ("办理人", "当事人或者在场人")


def step_sheet(snapshot: Snapshot, step: Step, form: Form, moment: Moment) -> Content:
    """The sheet of a step with what was typed in order; the rest is left free. Nothing is checked: it is filled in later."""
    typed = getattr(form, "cleaned_data", {})
    rows = [
        (Field("事项编号", snapshot.matter["number"] or None),),
        (Field("事项", snapshot.matter["title"]),),
        *((_field(item, typed.get(item.name), moment),) for item in step.inputs),
    ]
    blocks: list[Block] = [Fields(tuple(rows))]
    if step.citations:
        blocks.append(Note(f"依据：{'、'.join(step.citations)}。"))
    blocks += [SignatureLine(label, dated=True) for label in SIGNERS]
    return Content(title=f"{step.label}办理表", kind="step_sheet", layout="form", blocks=tuple(blocks))


def _field(item: Input, value: object, moment: Moment) -> Field:
    lines = LINES_OF_TEXT if item.kind == "long_text" else 1
    known = value_text(item, value, moment) if value not in (None, "", False) else ""
    return Field(label_of(item), known or _boxes(item), lines)


def _boxes(item: Input) -> str | None:
    """What is ticked by hand; None leaves the place free."""
    choices = ["是", "否"] if item.kind == "yes_no" else list(item.choices.values())
    return "　".join(f"□{choice}" for choice in choices) if 0 < len(choices) <= TICKED_UP_TO else None
