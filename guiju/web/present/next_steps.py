"""下一步: what leads on stands as cards; what else may be done, and what lies beside the way, is listed by purpose.

A short procedure shows every step of its stage as a card. A long one, with milestones, shows the step that is next and
the refused one that the matter is heading for; the others are listed, those beside the way folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from guiju.kernel.procedure.api import If, Moment, Offer, Snapshot, holds
from guiju.kernel.terms.api import Term
from guiju.web.present.offers import leads_on, next_step, repeats, way
from guiju.web.present.terms import is_open

AHEAD = 2  # refused steps to a later stage that are told in full


def next_steps(offered: Sequence[Offer], snapshot: Snapshot, moment: Moment) -> dict[str, Any]:
    """{steps: cards, way_groups: [{title, folded, ways}]} of the panel."""
    pressing = _pressing(snapshot)
    main = [offer for offer in offered if _is_main(offer, snapshot, pressing)]
    beside = [offer for offer in offered if offer not in main]
    cards, listed = _cards(main, snapshot, moment) if snapshot.procedure.milestones else (_usual(main, snapshot), [])
    first = cards[0] if cards and cards[0].allowed else None
    groups = _groups(listed, beside, snapshot) if snapshot.procedure.milestones else [("", False, beside)]
    return {
        "steps": [next_step(offer, snapshot, moment, primary=offer is first) for offer in cards],
        "way_groups": [
            {"title": title, "folded": folded, "ways": [way(offer, snapshot, moment) for offer in offers]}
            for title, folded, offers in groups
            if offers
        ],
    }


def _pressing(snapshot: Snapshot) -> set[str]:
    """Rules of the statutory terms that run: a step that only ends one of them is not folded."""
    return {row["rule"] for row in snapshot.of(Term) if is_open(row) and row["red"]}


def _is_main(offer: Offer, snapshot: Snapshot, pressing: set[str]) -> bool:
    step = offer.step
    if step.other_way:
        return step.to is None and len(step.closes) == 1 and step.closes[0] in pressing
    return not repeats(step, snapshot)


def _usual(main: list[Offer], snapshot: Snapshot) -> list[Offer]:
    """All of them, the first that leads on in front."""
    allowed = [offer for offer in main if offer.allowed]
    first = next((offer for offer in allowed if leads_on(offer.step, snapshot)), allowed[0] if allowed else None)
    return sorted(main, key=lambda offer: offer is not first)


def _cards(main: list[Offer], snapshot: Snapshot, moment: Moment) -> tuple[list[Offer], list[Offer]]:
    """What is next and what the matter is heading for; and the rest of the main way."""
    onward = [offer for offer in main if offer.step.to is not None and leads_on(offer.step, snapshot)]
    first = _first(main, onward, snapshot, moment)
    ahead = [offer for offer in onward if not offer.allowed and offer is not first][:AHEAD]
    cards = [first, *ahead] if first else ahead
    return cards, [offer for offer in main if offer not in cards]


def _first(main: list[Offer], onward: list[Offer], snapshot: Snapshot, moment: Moment) -> Offer | None:
    """The step to the next stage where it may be taken; else what it lacks; else what leads on and is asked for now."""
    ready = [offer for offer in onward if offer.allowed]
    if ready:
        return ready[0]
    lacking = {refusal.code for offer in onward for refusal in offer.refusals}
    allowed = [offer for offer in main if offer.allowed and not offer.step.other_way]
    wanted = [offer for offer in allowed if lacking.intersection(offer.step.establishes)]
    idle = _not_meant(onward, snapshot, moment)
    usual = [o for o in allowed if leads_on(o.step, snapshot) and not idle.intersection(o.step.establishes)]
    paying = [offer for offer in allowed if not offer.step.establishes and offer.step.closes]
    return next(iter([*wanted, *usual, *paying]), None)


def _not_meant(onward: Iterable[Offer], snapshot: Snapshot, moment: Moment) -> set[str]:
    """Facts that the next stage would need only under a condition that does not hold here."""
    asked = [name for offer in onward for name in offer.step.requires]
    return {name.fact for name in asked if isinstance(name, If) and not holds(name.given, snapshot, moment)}


def _groups(listed: list[Offer], beside: list[Offer], snapshot: Snapshot) -> list[tuple[str, bool, list[Offer]]]:
    again = [offer for offer in beside if repeats(offer.step, snapshot)]
    others = [offer for offer in beside if offer not in again]
    return [
        ("这一阶段还可以办", False, [offer for offer in listed if offer.allowed]),
        ("还没到时候，或者由别的岗位办", True, [offer for offer in listed if not offer.allowed]),
        ("另行登记", True, [offer for offer in others if offer.step.to is None]),
        ("改变走向：补充调查、中止、移送、撤销", True, [offer for offer in others if offer.step.to is not None]),
        ("再办一次", True, again),
    ]
