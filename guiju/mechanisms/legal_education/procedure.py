"""Procedures of legal education: one step each, from nothing to recorded; two editions where the law has two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import NextNumber, Series
from guiju.kernel.procedure.api import START, Draft, Guard, Input, Moment, Procedure, Refusal, Snapshot, Stage, Step
from guiju.mechanisms.legal_education import forms
from guiju.mechanisms.legal_education.models import Body, EducationDetail, EducationKind, Topic

STAGES = (Stage("recorded", "已登记", end=True),)

DUTY = Basis("legal-education-responsibility", "一(二)")
EDUCATION_LAW = Basis("legal-education-law", "9")
GUIDES = Basis("rural-legal-guides", "一")
CENTRE_GROUP = Basis("rule-of-law-supervision-rules", "7(5)")
EXECUTIVE_MEETING = Basis("rule-of-law-supervision-rules", "8(7)")
LEADERSHIP = Basis("first-responsible-person-rules", "4")
SINCE_OPINION = dt.date(2017, 5, 17)
SINCE_LAW = dt.date(2025, 11, 1)

HEADQUARTERS = ("justice_clerk", "justice_head")
IN_THE_FIELD = (*HEADQUARTERS, "village_clerk", "legal_adviser", "department_head")
OFFICE = (*HEADQUARTERS, "office_clerk", "department_head")

# Words in the numbers of our own series: 法训〔2022〕1号. Venues and awards are numbered through, over all years.
YEARLY = {
    EducationKind.TRAINING: "法训",
    EducationKind.STUDY: "学法",
    EducationKind.LECTURE: "讲座",
    EducationKind.PUBLIC_EVENT: "普法",
    EducationKind.LAW_EXAM: "法考",
    EducationKind.WORK_MEETING: "法会",
}
LASTING = {EducationKind.VENUE: "阵地", EducationKind.VENUE_AWARD: "授牌"}
ALL_YEARS = 0

COLUMNS = tuple(
    field.name for field in EducationDetail._meta.concrete_fields if field.name not in ("matter", "town", "content")
)
CAPACITIES = ("speaker", "chair", "recorder")
_NAMES = str.maketrans("，,；;", "、、、、")


def _number(draft: Draft, kind: EducationKind) -> str | NextNumber:
    if kind in LASTING:
        series = Series(draft.moment.town_id, f"education.{kind}", ALL_YEARS, f"{LASTING[kind]}{{n}}")
    else:
        pattern = f"{YEARLY[kind]}〔{{year}}〕{{n}}号"
        series = Series(draft.moment.town_id, f"education.{kind}", draft.event_date.year, pattern)
    return draft.number(series, draft.get("number"))


def _record(kind: EducationKind) -> Callable[[Draft], None]:
    def record(draft: Draft) -> None:
        draft.open_matter(unit_id=draft.values["unit"], title=draft.values["title"], number=_number(draft, kind))
        values = {name: value for name in COLUMNS if (value := draft.get(name)) is not None}
        draft.detail(content=draft.get("content", ""), **_complete(kind, values))
        for capacity in CAPACITIES:
            for name in str(draft.get(capacity, "")).translate(_NAMES).split("、"):
                if name:
                    draft.join(capacity, name, unit_id=draft.values["unit"])
        if venue := draft.moment.numbers.get(draft.get("venue_number", "")):
            draft.arise_from(venue, "award")

    return record


def _complete(kind: EducationKind, values: dict[str, Any]) -> dict[str, Any]:
    """The words of body and topic where only their kind was chosen."""
    if kind is EducationKind.STUDY:
        body, topic = Body(values["body_kind"]), Topic(values["topic_kind"])
        return {"body": str(body.label), "topic": str(topic.label), **values}
    return values


def _no_more_passed(snapshot: Snapshot, values: Mapping[str, Any], moment: Moment) -> Refusal | None:
    taken, passed = values.get("persons"), values.get("passed")
    if taken is None or passed is None or passed <= taken:
        return None
    return Refusal("input", f"合格{passed}人多于参考{taken}人，请核对两个数。", field="passed")


def _venue_known(snapshot: Snapshot, values: Mapping[str, Any], moment: Moment) -> Refusal | None:
    """A sheet names a venue that is not on record: the award is recorded all the same, untied, and says so."""
    if not values.get("venue_unknown"):
        return None
    return Refusal("venue_unknown", f"编号“{values['venue_number']}”的阵地还没有登记，这次授牌没有与它连起来。")


GUARDS = {
    EducationKind.LAW_EXAM: (Guard("no_more_passed", _no_more_passed),),
    EducationKind.VENUE_AWARD: (Guard("venue_known", _venue_known),),
}


def _procedure(
    kind: EducationKind,
    inputs: tuple[Input, ...],
    roles: tuple[str, ...],
    basis: tuple[Basis, ...],
    edition: tuple[str, dt.date] = ("1", SINCE_OPINION),
) -> Procedure:
    step = Step(
        code=f"record_{kind}",
        label=f"登记{kind.label}",
        frm=(START,),
        to="recorded",
        roles=roles,
        basis=basis,
        inputs=(*inputs, forms.NUMBER),
        guards=GUARDS.get(kind, ()),
        effects=_record(kind),
        dated_by="event_date",
    )
    return Procedure(
        mechanism="legal_education",
        kind=kind.value,
        label=str(kind.label),
        version=edition[0],
        in_force_from=edition[1],
        stages=STAGES,
        steps=(step,),
        detail=EducationDetail,
    )


def _by_both(kind: EducationKind, inputs: tuple[Input, ...], roles: tuple[str, ...]) -> tuple[Procedure, ...]:
    """Under the opinion of 2017, and since the law of 2025 under that: the matter keeps the one it began under."""
    return (
        _procedure(kind, inputs, roles, (DUTY,)),
        _procedure(kind, inputs, roles, (EDUCATION_LAW, DUTY), ("2", SINCE_LAW)),
    )


PROCEDURES = (
    _procedure(EducationKind.TRAINING, forms.TRAINING, OFFICE, (GUIDES, DUTY)),
    _procedure(EducationKind.STUDY, forms.STUDY, OFFICE, (CENTRE_GROUP, EXECUTIVE_MEETING)),
    *_by_both(EducationKind.LECTURE, forms.LECTURE, IN_THE_FIELD),
    *_by_both(EducationKind.PUBLIC_EVENT, forms.PUBLIC_EVENT, IN_THE_FIELD),
    *_by_both(EducationKind.LAW_EXAM, forms.LAW_EXAM, OFFICE),
    _procedure(EducationKind.WORK_MEETING, forms.WORK_MEETING, OFFICE, (LEADERSHIP,)),
    *_by_both(EducationKind.VENUE, forms.VENUE, IN_THE_FIELD),
    *_by_both(EducationKind.VENUE_AWARD, forms.VENUE_AWARD, HEADQUARTERS),
)
