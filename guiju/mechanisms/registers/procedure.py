"""The one step of an entry: from nothing to recorded. Three editions, by what was in force on the entry's day."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import Series
from guiju.kernel.procedure.api import START, Draft, Procedure, Searched, Stage, Step
from guiju.mechanisms.registers import forms
from guiju.mechanisms.registers.models import EntryDetail, PrivateText

KIND = "entry"
OUTLINE, REPORT = Basis("rule-of-law-outline-2015"), Basis("rule-of-law-supervision-rules", "23")
LEAST = Basis("personal-information-law", "6")
EDITIONS: tuple[tuple[str, dt.date, tuple[Basis, ...]], ...] = (
    ("1", dt.date(2010, 1, 1), (OUTLINE,)),
    ("2", dt.date(2019, 4, 15), (REPORT,)),
    ("3", dt.date(2021, 11, 1), (REPORT, LEAST)),
)
RECORDERS = ("justice_clerk", "justice_head", "village_clerk", "department_head")


def _record(draft: Draft) -> None:
    values, directory = draft.values, draft.moment.directory
    pattern = f"{directory.town_prefix}{values['register']}〔{{year}}〕{{n}}号"
    series = Series(draft.moment.town_id, f"{values['register_id']}.number", draft.event_date.year, pattern)
    title = f"{directory.unit_names[values['unit']]}：{draft.get('title') or values['register']}"
    draft.open_matter(unit_id=values["unit"], title=title, number=draft.number(series, draft.get("number")))
    draft.detail(
        definition_id=values["definition"],
        persons=draft.get("persons"),
        amount=draft.get("amount"),
        note=draft.get("note", ""),
        further=dict(values["further"]) or None,
    )
    for column, ordinal, text in values["private_texts"]:
        draft.add(PrivateText, column_id=column, ordinal=ordinal, text=text)


def _procedure(version: str, since: dt.date, basis: tuple[Basis, ...]) -> Procedure:
    step = Step(
        code="record_entry",
        label="登记自定义台账",
        frm=(START,),
        to="recorded",
        roles=RECORDERS,
        basis=basis,
        inputs=forms.ENTRY,
        effects=_record,
        dated_by="event_date",
        hidden=True,  # a row comes with its sheet: only the sheet's definition says what it holds
    )
    return Procedure(
        mechanism="registers",
        kind=KIND,
        label="自定义台账",
        version=version,
        in_force_from=since,
        stages=(Stage("recorded", "已登记", end=True),),
        steps=(step,),
        detail=EntryDetail,
        children=(PrivateText,),
        searched=Searched({EntryDetail: ("further",)}, {EntryDetail: ("note",), PrivateText: ("text",)}),
    )


PROCEDURES = tuple(_procedure(*edition) for edition in EDITIONS)
