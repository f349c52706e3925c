"""What the steps of an order change, whichever line it came in by."""

from __future__ import annotations

from typing import Any

from guiju.kernel.ledger.api import NextNumber, Series
from guiju.kernel.matters.api import is_organisation
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.workorders.forms import DISPUTE_KINDS
from guiju.mechanisms.workorders.models import Destination, OrderKind, RequestKind

UNNAMED = "未留姓名"


def known_day(draft: Draft) -> Any:
    """The day of the step; None where a sheet does not tell it."""
    return None if draft.get("day_not_told") else draft.event_date


def _place_name(draft: Draft, unit: int) -> str:
    names = draft.moment.directory.unit_names
    village = draft.get("village")
    return names[village] if village in names else names[unit].removesuffix("人民调解委员会")


def _begin(draft: Draft, unit: int, subject: str, number: str | NextNumber, **values: Any) -> None:
    draft.open_matter(unit_id=unit, title=f"{_place_name(draft, unit)}：{subject}", number=number, **values)
    draft.detail(
        called_on=draft.get("called_on"),
        call_medium=str(draft.get("call_medium", ""))[:16],
        dispatched_by=draft.get("dispatched_by", ""),
        village_id=draft.get("village"),
        place=draft.get("place", ""),
        facts=draft.get("facts", ""),
        handled_by=draft.get("handled_by", ""),
        received_by=draft.get("received_by", ""),
        note=draft.get("note", ""),
    )
    _caller(draft)


def _caller(draft: Draft) -> None:
    """The caller; a telephone without a name is kept too, for somebody has to ring back."""
    name, telephone, address = (draft.get(item, "") for item in ("caller", "caller_phone", "caller_address"))
    if not (name or telephone):
        return
    if name and not is_organisation(name):
        draft.party("caller", name, telephone=telephone, address=address)
    else:
        draft.party("caller", organisation=name[:80] or UNNAMED, telephone=telephone, address=address)


def divert(draft: Draft) -> None:
    """登记分流工单: the police point people with a dispute to mediation (人民调解法 第18条)."""
    directory, unit = draft.moment.directory, draft.values["unit"]
    destination = draft.values["destination"]
    if destination == Destination.MEDIATION:
        unit = directory.committee_for(unit) or unit
    kind = draft.get("dispute_kind", "")
    pattern = f"{directory.town_prefix}分流〔{{year}}〕{{n}}号"
    series = Series(draft.moment.town_id, OrderKind.DIVERSION_110.value, draft.event_date.year, pattern)
    number = draft.number(series, draft.get("number"))
    subject = DISPUTE_KINDS.get(kind, "纠纷") if destination == Destination.MEDIATION else "非警务警情"
    master = draft.get("master")
    its_number = draft.get("number") if master else None
    _begin(draft, unit, f"{subject}（110分流）", number, master=master, master_number=its_number)
    told = draft.get("destination_name") or directory.unit_names[unit]
    draft.detail(dispute_kind=kind, destination=destination, destination_name=told)


def take_in(draft: Draft) -> None:
    """登记12345工单; the platform's number is its own, ours follows it."""
    number, request = draft.values["number"], RequestKind(draft.values["request_kind"])
    subject = f"{request.label}（12345）"
    _begin(draft, draft.values["unit"], subject, number, master="12345", master_number=number)
    draft.detail(order_class=draft.values["order_class"], request_kind=request.value)


def contact(draft: Draft) -> None:
    """先行联系当事人."""
    draft.detail(contacted_on=known_day(draft), contact_way=draft.get("contact_way", ""))
    if draft.get("contact_note"):
        draft.detail(contact_note=draft.get("contact_note"))


def handle(draft: Draft) -> None:
    """登记处理结果, as it really was."""
    draft.detail(
        handled_on=known_day(draft),
        outcome_note=draft.get("outcome_note", ""),
        forwarded_to=draft.get("forwarded_to", ""),
    )
    draft.matter(outcome=draft.values["outcome"])
    link(draft)


def link(draft: Draft) -> None:
    """关联调解 (人民调解法 第18条): the mediation arises from the order, where it is on record here."""
    number = draft.get("mediation_number")
    if not number or number == draft.snapshot.detail.get("mediation_number"):
        return
    draft.detail(mediation_number=number)
    mediation = draft.moment.numbers.get(number)
    if mediation is not None:
        draft.arise_from(draft.snapshot.key, "diverted", of=mediation)


def give_back(draft: Draft) -> None:
    """退单 with its reason."""
    draft.detail(returned_on=known_day(draft), return_reason=draft.get("return_reason", ""))
    draft.matter(outcome="returned")


def call_back(draft: Draft) -> None:
    """回访."""
    draft.detail(
        called_back_on=draft.event_date,
        satisfaction=draft.values["satisfaction"],
        call_back_note=draft.get("call_back_note", ""),
    )


def dispatch_again(draft: Draft) -> None:
    """再次派发: what the first handling was stays on the timeline."""
    draft.detail(dispatched_again_on=draft.event_date, contacted_on=None, handled_on=None, satisfaction="")
    draft.matter(outcome="")
