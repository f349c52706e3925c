"""What the steps change."""

from __future__ import annotations

from collections.abc import Callable

from guiju.kernel.ledger.api import NextNumber, Series
from guiju.kernel.matters.api import is_organisation, names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.litigation.models import Appearance, CourtHearing, LitigationKind

WORDS = {LitigationKind.SUIT: "应诉", LitigationKind.RECONSIDERATION: "复议"}
PARTY = {LitigationKind.SUIT: "plaintiff", LitigationKind.RECONSIDERATION: "applicant"}
AT_REGISTRATION = ("standing", "authority", "authority_number", "act_number", "claim", "simplified", "note")


def _number(draft: Draft, kind: LitigationKind) -> str | NextNumber:
    pattern = f"{WORDS[kind]}〔{{year}}〕{{n}}号"
    series = Series(draft.moment.town_id, f"litigation.{kind}", draft.event_date.year, pattern)
    return draft.number(series, draft.get("number"))


def register(kind: LitigationKind) -> Callable[[Draft], None]:
    """Open the matter. It counts on the day of acceptance where that is told, else on the day the copy came."""

    def record(draft: Draft) -> None:
        accepted = draft.get("accepted_on")
        draft.open_matter(
            unit_id=draft.values["unit"],
            title=f"{kind.label}：{draft.values['title']}",
            number=_number(draft, kind),
            event_date=accepted or draft.event_date,
        )
        taken = draft.intent.mode == "taken"
        copy = draft.get("copy_received_on") or (draft.event_date if taken else None)
        draft.detail(accepted_on=accepted, copy_received_on=copy, **draft.given(*AT_REGISTRATION))
        for ordinal, name in enumerate(names_in(draft.get("claimant")), 1):
            if is_organisation(name):
                draft.party(PARTY[kind], organisation=name[:80], ordinal=ordinal)
            else:
                draft.party(PARTY[kind], name, ordinal=ordinal)
        contested = draft.moment.numbers.get(draft.get("act_number", ""))
        if contested is not None:
            draft.arise_from(contested, "contested")

    return record


def answer(draft: Draft) -> None:
    """第67条 (复议 第48、54、23条): the answer and the evidence were handed in."""
    draft.detail(answered_on=draft.event_date, **draft.given("answer"))
    draft.join_named("legal_adviser")


def arrange(draft: Draft) -> None:
    """第3条: who will appear. Staff takes part from the hearing on, not from the arrangement."""
    draft.detail(hearing_on=draft.values["hearing_on"], **draft.given("absence_reason"))


def hear(draft: Draft) -> None:
    """One more hearing. Whoever in charge appeared once has appeared in the case."""
    ordinal = sum(1 for _ in draft.snapshot.of(CourtHearing)) + 1
    appeared = draft.get("head_appeared", "")
    draft.add(CourtHearing, ordinal=ordinal, held_on=draft.event_date, head_appeared=appeared)
    draft.detail(heard_on=draft.event_date, **_appearance(draft), **draft.given("absence_reason"))
    draft.join_named("delegate")
    draft.join_named("legal_adviser")


def _appearance(draft: Draft) -> dict[str, str]:
    told = draft.get("head_appeared")
    if not told or draft.snapshot.detail.get("head_appeared") == Appearance.HEAD:
        return {}
    return {"head_appeared": told}


def decide(draft: Draft) -> None:
    """The judgment or decision with its outcome; after an appeal the later one stands."""
    draft.matter(outcome=draft.values["outcome"])
    draft.detail(decided_on=draft.event_date, **_appearance(draft), **draft.given("decision_number"))


def withdraw(draft: Draft) -> None:
    """The other side withdrew: the matter is closed without a judgment."""
    draft.matter(outcome="withdrawn")
    draft.detail(decided_on=draft.event_date, **_appearance(draft), **draft.given("decision_number"))


def appeal(draft: Draft) -> None:
    """The case goes on before the higher court under its own number."""
    draft.matter(outcome="")
    draft.detail(appealed_on=draft.event_date, **draft.given("appealed_by", "authority", "authority_number"))


def perform(draft: Draft) -> None:
    """What the judgment or decision orders was done."""
    draft.detail(performed_on=draft.event_date, performance=draft.values["performance"])


def close(draft: Draft) -> None:
    """The matter is closed; what is to be improved is kept with it."""
    if review := draft.get("review"):
        draft.detail(review=review)
