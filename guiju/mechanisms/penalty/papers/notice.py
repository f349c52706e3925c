"""Papers by which the party is told and heard: prior notice, right to a hearing, record of statement and defence."""

from __future__ import annotations

import datetime as dt

from guiju.kernel.documents.api import Content, Field, Fields, SignatureLine, date_in_digits, paragraph
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.papers.grounds import found_violated, under
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_officers,
    cited,
    paragraphs,
    party_lines,
    party_rows,
    penalty_lines,
    period,
    private,
    team,
)
from guiju.mechanisms.penalty.papers.sheets import case_rows, handed_out, inside

WAYS = {"oral": "口头提出，当场作成笔录", "written": "书面提交"}


def _told(draft: Draft) -> tuple[object, ...]:
    """第44条: facts, reasons, basis and content of what is intended."""
    return (
        *party_lines(draft),
        paragraph(f"经调查，{private(draft, 'facts').rstrip('。')}。{found_violated(draft)}"),
        *((paragraph(f"理由：{reasons}"),) if (reasons := draft.get("reasons") or private(draft, "proposal")) else ()),
        paragraph(f"{under(draft)}，本机关拟对当事人作出下列行政处罚："),
        *penalty_lines(sentence_of(draft.snapshot.detail, "told")),
    )


def _contact(draft: Draft) -> object:
    people = "、".join(case_officers(draft))
    return paragraph(f"联系单位：{team(draft)}　　联系人：{people}")


def _until(day: dt.date | None) -> str:
    return f"{date_in_digits(day)}前" if day else "　　　　年　　月　　日前"


def prior_notice(draft: Draft, number: str | None) -> Content:
    """行政处罚事先告知书 (第44、45条): what is intended and why, and until when the party may speak to it."""
    blocks = (
        *_told(draft),
        paragraph(
            f"根据{cited(draft, bases.DEFENCE)}，当事人可以进行陈述、申辩，请在{_until(draft.snapshot.detail.get('defence_until'))}"
            "向本机关书面或者口头提出。本机关将充分听取并复核，不因陈述、申辩给予更重的处罚。逾期没有提出的，本机关依法作出决定。"
        ),
        _contact(draft),
    )
    return handed_out(draft, "prior_notice", "行政处罚事先告知书", blocks, number=number, book="notice")


def hearing_right_notice(draft: Draft, number: str | None) -> Content:
    """行政处罚听证告知书 (第63、64条): within how many working days a hearing may be asked for."""
    within, until = period(draft, "penalty.hearing.ask"), draft.snapshot.detail.get("hearing_until")
    last = f"（最后一日为{date_in_digits(until)}）" if until else ""
    blocks = (
        *_told(draft),
        paragraph(
            f"根据{cited(draft, bases.HEARING)}，当事人有权要求听证。要求听证的，请自收到本告知书之日起{within}内"
            f"{last}向本机关提出；逾期没有提出的，视为放弃听证，但仍然可以陈述、申辩。"
        ),
        paragraph("当事人不承担组织听证的费用；可以亲自参加，也可以委托一至二人代理。"),
        _contact(draft),
    )
    return handed_out(draft, "hearing_right_notice", "行政处罚听证告知书", blocks, number=number, book="notice")


def defence_record(draft: Draft, number: str | None) -> Content:
    """陈述、申辩笔录 (第45条): when, who, what was said."""
    rows = (
        *case_rows(draft),
        *party_rows(draft),
        (Field("日期", date_in_digits(draft.event_date)), Field("方式", WAYS.get(draft.get("manner_of_defence", "")))),
        (Field("地点"), Field("记录人")),
        (Field("告知日期", date_in_digits(draft.snapshot.detail.get("notified_on"))),),
    )
    blocks = (
        Fields(rows),
        paragraph("陈述、申辩的内容："),
        *paragraphs(private(draft, "defence")),
        SignatureLine("陈述、申辩人", manner="签名或者盖章", dated=True),
        SignatureLine("记录人", manner="签名", dated=True),
    )
    return inside(draft, "defence_record", "陈述、申辩笔录", blocks)


KINDS = {
    "prior_notice": PaperKind("行政处罚事先告知书", prior_notice),
    "hearing_right_notice": PaperKind("行政处罚听证告知书", hearing_right_notice),
    "defence_record": PaperKind("陈述、申辩笔录", defence_record),
}
