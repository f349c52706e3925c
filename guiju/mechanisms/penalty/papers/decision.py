"""The decisions of the ordinary procedure: a penalty, or none."""

from __future__ import annotations

from guiju.kernel.documents.api import Block, Content, date_in_digits, paragraph
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.models import NoPenalty
from guiju.mechanisms.penalty.papers.grounds import found_violated, under
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_number,
    cause,
    cited,
    paragraphs,
    party_lines,
    penalty_lines,
    private,
)
from guiju.mechanisms.penalty.papers.remedies import court_lines, payment_lines, remedy_lines
from guiju.mechanisms.penalty.papers.sheets import outgoing

ADOPTED = {"all": "予以采纳", "partly": "部分采纳", "none": "不予采纳"}


def decision(draft: Draft, number: str | None) -> Content:
    """行政处罚决定书 (第59条): party, facts and evidence, kind and basis, performance, remedies, organ and day."""
    detail = draft.snapshot.detail
    decided = sentence_of(detail, "decided")
    blocks = (
        *party_lines(draft),
        _opening(draft),
        *paragraphs(private(draft, "decision_text")),
        paragraph(found_violated(draft)),
        *_heard(draft),
        paragraph(f"{under(draft)}，以及{cited(draft, bases.DECIDING)}，本机关决定对当事人作出下列行政处罚："),
        *penalty_lines(decided),
        *payment_lines(draft, decided.fine),
        *remedy_lines(draft),
        *court_lines(),
    )
    return outgoing(draft, "decision", "行政处罚决定书", blocks, number=number, book="decision")


def _opening(draft: Draft) -> Block:
    filed = draft.snapshot.detail.get("filed_on")
    when = f"本机关于{date_in_digits(filed)}" if filed else "本机关"
    numbered = f"（案号：{case_number(draft)}）" if case_number(draft) else ""
    return paragraph(f"{when}对{cause(draft)}一案{numbered}立案调查，现已查明：")


def _heard(draft: Draft) -> tuple[Block, ...]:
    """第44、45、64条: how the party was told and heard."""
    detail, told = draft.snapshot.detail, []
    if detail.get("notified_on"):
        right = "和要求听证" if detail.get("hearing_told") else ""
        told.append(f"{date_in_digits(detail['notified_on'])}，本机关告知当事人拟作的处罚和陈述、申辩{right}的权利。")
    if detail.get("waived_on"):
        told.append(f"当事人于{date_in_digits(detail['waived_on'])}书面表示放弃。")
    if detail.get("defence_on"):
        result = ADOPTED.get(detail.get("defence_adopted") or "", "")
        after = f"经复核，{result}。" if result else ""
        told.append(
            f"当事人于{date_in_digits(detail['defence_on'])}提出陈述、申辩，{after}"
            if after
            else "当事人提出了陈述、申辩。"
        )
    if detail.get("hearing_held_on"):
        told.append(
            f"{date_in_digits(detail['hearing_held_on'])}，本机关根据当事人的要求举行听证，听证笔录是本决定的根据。"
        )
    if told and not any(detail.get(name) for name in ("waived_on", "defence_on", "hearing_held_on")):
        told.append("在规定的期限内，当事人没有提出。")
    return (paragraph("".join(told)),) if told else ()


def no_penalty_decision(draft: Draft, number: str | None) -> Content:
    """不予行政处罚决定书 (第33、57条): party, facts, why there is no penalty, that the party was educated, remedies."""
    ground = draft.snapshot.detail.get("no_penalty") or ""
    why = str(NoPenalty(ground).label) if ground else ""
    educated = "本机关已对当事人进行教育，" if draft.get("educated") else ""
    basis = GROUNDS.get(ground, bases.NO_PENALTY)
    blocks = (
        *party_lines(draft),
        _opening(draft),
        *paragraphs(private(draft, "decision_text")),
        paragraph(f"上述情形属于{why}，根据{cited(draft, basis)}，本机关决定不予行政处罚。"),
        paragraph(f"{educated}当事人应当遵守法律、法规和规章，不再发生同样的行为。"),
        *remedy_lines(draft),
    )
    return outgoing(draft, "no_penalty_decision", "不予行政处罚决定书", blocks, number=number, book="no_penalty")


# The article that each ground of no penalty stands on.
GROUNDS = {
    NoPenalty.MINOR.value: bases.NO_PENALTY,
    NoPenalty.FIRST.value: bases.NO_PENALTY,
    NoPenalty.NO_FAULT.value: bases.NO_PENALTY,
    NoPenalty.UNDER_AGE.value: bases.YOUTH,
    NoPenalty.TIME_BARRED.value: bases.LIMITATION,
}

KINDS = {
    "decision": PaperKind("行政处罚决定书", decision),
    "no_penalty_decision": PaperKind("不予行政处罚决定书", no_penalty_decision),
}
