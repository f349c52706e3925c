"""Procedures of legal services: one step each, from nothing to recorded; two editions, by the law of their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import NewKey, NextNumber, Series
from guiju.kernel.procedure.api import START, Draft, Procedure, Stage, Step
from guiju.mechanisms.legal_services import forms
from guiju.mechanisms.legal_services.models import ServiceDetail, ServiceKind

PLATFORMS = Basis("shanghai-legal-service-platform-plan")
MEASURES = Basis("shanghai-public-legal-service-measures", "2")
AID_PROVISIONS, AID_LAW = Basis("shanghai-legal-aid-provisions", "8"), Basis("legal-aid-law", "43")
FROM = dt.date(2010, 1, 1)
MEASURES_FROM, AID_LAW_FROM = dt.date(2022, 3, 1), dt.date(2022, 1, 1)
STAGES = (Stage("recorded", "已登记", end=True),)

# Words in the numbers of our own series: 青公服咨〔2022〕1号.
SERIES = {
    ServiceKind.CONSULTATION: "公服咨",
    ServiceKind.GUIDANCE: "公服引",
    ServiceKind.ADVISER_ANSWER: "顾问答",
    ServiceKind.RECEPTION: "顾问接",
    ServiceKind.OPINION: "法意",
    ServiceKind.AID: "法援协",
    ServiceKind.ADVISER_LECTURE: "顾问讲",
}

RECORDERS = ("justice_clerk", "justice_head", "legal_adviser", "village_clerk")

ASKED = {
    ServiceKind.CONSULTATION: forms.CONSULTATION,
    ServiceKind.GUIDANCE: forms.GUIDANCE,
    ServiceKind.ADVISER_ANSWER: forms.ADVISER_SERVICE,
    ServiceKind.RECEPTION: forms.ADVISER_SERVICE,
    ServiceKind.OPINION: forms.OPINION,
    ServiceKind.ADVISER_LECTURE: forms.ADVISER_LECTURE,
    ServiceKind.AID: forms.ADVISER_SERVICE,
}


def _number(draft: Draft, kind: ServiceKind) -> str | NextNumber:
    prefix = draft.moment.directory.town_prefix
    pattern = f"{prefix}{SERIES[kind]}〔{{year}}〕{{n}}号"
    # An opinion gets its number when it is received, in the year of that day.
    year = (_received(draft) if kind is ServiceKind.OPINION else draft.event_date).year
    series = Series(draft.moment.town_id, f"service.{kind}", year, pattern)
    return draft.number(series, draft.get("number"))


def _received(draft: Draft) -> dt.date:
    """The day on which a paper came in: as told, else today; a row that does not tell it is taken by its own day."""
    otherwise = draft.event_date if draft.intent.mode == "claimed" else draft.moment.today
    received: dt.date = draft.get("received_on") or otherwise
    return received


def _title(draft: Draft, kind: ServiceKind) -> str:
    unit = draft.moment.directory.unit_names[draft.values["unit"]]
    topic = draft.get("topic")
    said = draft.get("title") or (topic if topic and kind is ServiceKind.ADVISER_LECTURE else "")
    return f"{unit}：{said or (f'{kind.label}（{topic}）' if topic else kind.label)}"


def _record(kind: ServiceKind) -> Callable[[Draft], None]:
    def record(draft: Draft) -> None:
        number = _number(draft, kind)
        draft.open_matter(unit_id=draft.values["unit"], title=_title(draft, kind), number=number)
        adviser = draft.get("adviser", "")
        draft.detail(
            attendances=draft.get("attendances", 1),
            persons=draft.get("persons", 1),
            medium=draft.get("medium", ""),
            topic=draft.get("topic", ""),
            content=draft.get("content", ""),
            served_by=draft.get("served_by") or adviser,
            guided_to=draft.get("guided_to", ""),
            outcome_note=draft.get("outcome", ""),
            adopted=draft.get("adopted", ""),
            received_on=draft.get("received_on") or (_received(draft) if _comes_in(draft, kind) else None),
            note=draft.get("note", ""),
        )
        phone, address = draft.get("client_phone", ""), draft.get("client_address", "")
        draft.party("client", draft.get("client", ""), telephone=phone, address=address)
        if adviser:
            draft.join("legal_adviser", adviser, unit_id=draft.values["unit"])
        if kind is ServiceKind.OPINION:
            _receive_opinion(draft, number)

    return record


def _comes_in(draft: Draft, kind: ServiceKind) -> bool:
    """An opinion that is registered at the desk lies there; when one in a sheet came in only the sheet can tell."""
    return kind is ServiceKind.OPINION and draft.intent.mode == "taken"


def _receive_opinion(draft: Draft, number: str | NextNumber) -> NewKey:
    """The opinion is a paper of the adviser's; it gets its number when it is received here."""
    return draft.document("legal_opinion", None, title=draft.get("title") or "法律意见书", number=number)


def _procedure(kind: ServiceKind, basis: Basis, version: str, since: dt.date) -> Procedure:
    step = Step(
        code=f"record_{kind}",
        label=f"登记{kind.label}",
        frm=(START,),
        to="recorded",
        roles=RECORDERS,
        basis=(basis,),
        inputs=(*ASKED[kind], forms.NUMBER),
        effects=_record(kind),
        dated_by="event_date",
    )
    return Procedure(
        mechanism="legal_services",
        kind=kind.value,
        label=kind.label,
        version=version,
        in_force_from=since,
        stages=STAGES,
        steps=(step,),
        detail=ServiceDetail,
    )


def _both(kind: ServiceKind) -> tuple[Procedure, ...]:
    """Under what was in force before, and under the law of 2022; a matter keeps the one of its day."""
    if kind is ServiceKind.AID:
        before, after, since = AID_PROVISIONS, AID_LAW, AID_LAW_FROM
    else:
        before, after, since = PLATFORMS, MEASURES, MEASURES_FROM
    return (
        _procedure(kind, before, "1", FROM),
        _procedure(kind, after, "2", since),
    )


PROCEDURES = tuple(procedure for kind in ASKED for procedure in _both(kind))
