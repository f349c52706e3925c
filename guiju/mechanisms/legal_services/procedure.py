"""Procedures of legal services: one step each, from nothing to recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from guiju.kernel.lawbook.api import Basis
from guiju.kernel.ledger.api import NewKey, NextNumber, Series
from guiju.kernel.procedure.api import START, Draft, Input, Procedure, Stage, Step
from guiju.mechanisms.legal_services import forms
from guiju.mechanisms.legal_services.models import ServiceDetail, ServiceKind

MEASURES = Basis("shanghai-public-legal-service-measures", "2")
AID_LAW = Basis("legal-aid-law", "43")
FROM = dt.date(2010, 1, 1)
STAGES = (Stage("recorded", "已登记", end=True),)

# Words in the numbers of our own series: 青公服咨〔2022〕1号.
SERIES = {
    ServiceKind.CONSULTATION: "公服咨",
    ServiceKind.GUIDANCE: "公服引",
    ServiceKind.ADVISER_ANSWER: "顾问答",
    ServiceKind.RECEPTION: "顾问接",
    ServiceKind.OPINION: "法意",
    ServiceKind.AID: "法援协",
}


def _number(draft: Draft, kind: ServiceKind) -> str | NextNumber:
    prefix = draft.moment.directory.town_prefix
    pattern = f"{prefix}{SERIES[kind]}〔{{year}}〕{{n}}号"
    series = Series(draft.moment.town_id, f"service.{kind}", draft.event_date.year, pattern)
    return draft.number(series, draft.get("number"))


def _title(draft: Draft, kind: ServiceKind) -> str:
    unit = draft.moment.directory.unit_names[draft.values["unit"]]
    said = draft.get("title") or draft.get("topic") or kind.label
    return f"{unit}：{said}"


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
            received_on=draft.get("received_on"),
        )
        phone, address = draft.get("client_phone", ""), draft.get("client_address", "")
        draft.party("client", draft.get("client", ""), telephone=phone, address=address)
        if adviser:
            draft.join("legal_adviser", adviser, unit_id=draft.values["unit"])
        if kind is ServiceKind.OPINION:
            _receive_opinion(draft, number)

    return record


def _receive_opinion(draft: Draft, number: str | NextNumber) -> NewKey:
    """The opinion is a paper of the adviser's; it gets its number when it is received here."""
    return draft.document("legal_opinion", None, title=draft.get("title") or "法律意见书", number=number)


def _procedure(kind: ServiceKind, basis: Basis, inputs: tuple[Input, ...], roles: tuple[str, ...]) -> Procedure:
    step = Step(
        code=f"record_{kind}",
        label=f"登记{kind.label}",
        frm=(START,),
        to="recorded",
        roles=roles,
        basis=(basis,),
        inputs=(*inputs, forms.NUMBER),
        effects=_record(kind),
        dated_by="event_date",
    )
    return Procedure(
        mechanism="legal_services",
        kind=kind.value,
        label=kind.label,
        version="1",
        in_force_from=FROM,
        stages=STAGES,
        steps=(step,),
        detail=ServiceDetail,
    )


STATION = ("justice_clerk", "justice_head", "legal_adviser")
ADVISERS = ("justice_clerk", "justice_head", "legal_adviser", "village_clerk")

PROCEDURES = (
    _procedure(ServiceKind.CONSULTATION, MEASURES, forms.CONSULTATION, STATION),
    _procedure(ServiceKind.GUIDANCE, MEASURES, forms.GUIDANCE, STATION),
    _procedure(ServiceKind.ADVISER_ANSWER, MEASURES, forms.ADVISER_SERVICE, ADVISERS),
    _procedure(ServiceKind.RECEPTION, MEASURES, forms.ADVISER_SERVICE, ADVISERS),
    _procedure(ServiceKind.OPINION, MEASURES, forms.OPINION, ADVISERS),
    _procedure(ServiceKind.AID, AID_LAW, forms.ADVISER_SERVICE, ADVISERS),
)
