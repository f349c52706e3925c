"""Periods of orders are the town's own (内部要求): they run where its rulepack sets them for the day of dispatch."""

from __future__ import annotations

from guiju.kernel.lawbook.api import NotInForce, UnknownRule
from guiju.kernel.procedure.api import Moment, Snapshot

DIVERSION_CONTACT = "diversion.contact"
CONTACT = "hotline.contact"
INQUIRY, ORDINARY, COMPLEX = "hotline.handle.inquiry", "hotline.handle.ordinary", "hotline.handle.complex"
AGAIN = "hotline.handle.again"


def is_set(rule: str, snapshot: Snapshot, moment: Moment) -> bool:
    """Whether the rulepacks set this period on the day on which it would begin."""
    day = snapshot.detail.get("dispatched_again_on") or snapshot.matter.get("event_date") or moment.today
    try:
        moment.lawbook.term_rule(rule, day)
    except (NotInForce, UnknownRule):
        return False
    return True
