"""Recording a handover, and the signed paper that comes back. Pure plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from guiju.exchange.handovers.listing import Section, as_text
from guiju.exchange.handovers.models import Handover
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting, Person

HEADS = ("justice_head", "department_head", "enforcement_head", "office_clerk", "leader")


class HandoverError(Exception):
    """A sentence for the person who hands over."""


def may_record(acting: Acting, giver_id: int) -> bool:
    """Whether somebody may record what a person hands over: the person, and heads where they can no longer do it."""
    return acting.person_id is not None and (acting.person_id == giver_id or acting.holds(HEADS))


def plan_handover(
    acting: Acting, giver: Person, receiver: Person, witness: Person | None, sections: Sequence[Section], today: dt.date
) -> Plan:
    """Keep the list of what is handed over. Raises HandoverError."""
    if not may_record(acting, giver.id):
        raise HandoverError("交接由本人登记；本人不在岗的，由部门负责人、司法所所长或者党政办登记。")
    if receiver.id == giver.id:
        raise HandoverError("移交人和接收人是同一个人，请另选接收人。")
    if witness is not None and witness.id in (giver.id, receiver.id):
        raise HandoverError("监交人不能是移交人或者接收人，请另选一位。")
    row = {
        "town_id": acting.town_id,
        "giver_id": giver.id,
        "receiver_id": receiver.id,
        "witness_id": witness.id if witness else None,
        "handed_on": today,
        "listed": as_text(sections),
        "lines": sum(len(section.rows) for section in sections),
        "recorded_by_id": acting.person_id,
        "signed_sha256": "",
        "signed_media_type": "",
        "signed_on": None,
    }
    change = Change(Handover, NewKey(), "add", row)
    reason = f"{giver.name}向{receiver.name}交接，清单{row['lines']}行"
    return Plan(acting.town_id, "handover", acting.actor, acting.actor, changes=[change], reason=reason)


def plan_signed(acting: Acting, handover: Handover, sha256: str, media_type: str, today: dt.date) -> Plan:
    """The signed list has come back. Raises HandoverError for others than those who may record it, and a second time."""
    if not may_record(acting, handover.giver_id) and acting.person_id != handover.receiver_id:
        raise HandoverError("签名件由移交人、接收人或者登记的负责人交回。")
    if handover.signed_sha256:
        raise HandoverError("签名件已经交回，不能换掉；有误的，另登记一次交接。")
    values = {"signed_sha256": sha256, "signed_media_type": media_type[:80], "signed_on": today}
    change = Change(Handover, handover.id, "change", values)
    return Plan(
        acting.town_id, "handover_signed", acting.actor, acting.actor, changes=[change], reason="交接清单签名件"
    )
