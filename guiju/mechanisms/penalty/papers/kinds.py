"""Every kind of paper that a case may have, in the order of a case."""

from __future__ import annotations

from guiju.mechanisms.penalty.papers import (
    archive,
    conclusion,
    decision,
    filing,
    hearing,
    investigation,
    notice,
    performance,
    recording,
    review,
    service,
    spot,
)
from guiju.mechanisms.penalty.papers.making import PaperKind, register_papers

KINDS: dict[str, PaperKind] = {
    kind: paper
    for module in (
        filing,
        investigation,
        conclusion,
        notice,
        hearing,
        review,
        decision,
        spot,
        service,
        performance,
        recording,
        archive,
    )
    for kind, paper in module.KINDS.items()
}


def register() -> None:
    """Make every kind known."""
    register_papers(KINDS)
