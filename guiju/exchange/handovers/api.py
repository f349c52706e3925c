"""Door of the handovers."""

from guiju.exchange.handovers.listing import Section, acting_of, from_text, handed_over
from guiju.exchange.handovers.models import Handover
from guiju.exchange.handovers.paper import paper_of
from guiju.exchange.handovers.plans import HEADS, HandoverError, may_record, plan_handover, plan_signed

__all__ = [
    "HEADS",
    "Handover",
    "HandoverError",
    "Section",
    "acting_of",
    "from_text",
    "handed_over",
    "may_record",
    "paper_of",
    "plan_handover",
    "plan_signed",
]
