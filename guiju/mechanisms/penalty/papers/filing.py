"""Papers by which a case begins and by which it leaves the organ: filing form, letter of transfer."""

from __future__ import annotations

import dataclasses

from guiju.kernel.documents.api import Content, Enclosure, Field, Fields, date_in_digits, paragraph
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.forms import SOURCES
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_number,
    cause,
    organ,
    paragraphs,
    party_names,
    party_rows,
    private,
    team,
    with_certificates,
)
from guiju.mechanisms.penalty.papers.sheets import approval, case_rows, inside, outgoing


def filing_form(draft: Draft, number: str | None) -> Content:
    """立案审批表 (第54条): source, cause, party, why it is filed, who handles it, who approves."""
    detail = draft.snapshot.detail
    source = SOURCES.get(detail.get("source") or "", detail.get("source"))
    rows = (
        *case_rows(draft),
        (Field("案件来源", source or None), Field("来源编号", detail.get("source_number") or None)),
        *party_rows(draft),
        (Field("发现日期", date_in_digits(detail.get("discovered_on"))), Field("立案日期", _day(draft))),
        (Field("发生日期", date_in_digits(detail.get("occurred_on"))), Field("审批人", draft.get("approver"))),
        (Field("地点", private(draft, "place") or None),),
        (Field("立案理由", private(draft, "facts") or None, lines=2),),
        (Field("承办人", with_certificates(draft, names_in(draft.get("officers")))),),
    )
    asked = "经初步核查，涉嫌违法，属于本机关管辖，建议立案调查。"
    signed = approval(("承办人意见", asked), ("队伍意见", None), ("负责人审批", None))
    return inside(draft, "filing_form", "立案审批表", (Fields(rows), signed))


def _day(draft: Draft) -> str:
    return date_in_digits(draft.event_date)


def transfer_letter(draft: Draft, number: str | None) -> Content:
    """案件移送函 (第27条; 移送规定 第6条): to whom, the case, why, with which material."""
    receiver = str(draft.get("receiver") or "")
    kind = "涉嫌犯罪" if draft.get("crime") else "不属于本机关管辖"
    numbered = f"（案号：{case_number(draft)}）" if case_number(draft) else ""
    named = f"，当事人{party_names(draft)}" if party_names(draft) else ""
    blocks = (
        paragraph(f"{receiver}：", indent=False),
        paragraph(f"本机关办理的{cause(draft)}一案{numbered}{named}，经调查{kind}，现移送你单位处理。"),
        paragraph(f"基本情况：{private(draft, 'facts')}"),
        paragraph("移送的理由和材料："),
        *paragraphs(str(draft.get("reason") or "")),
        paragraph(
            f"本次移送经{organ(draft)}负责人{draft.get('approver')}批准。请在收到后出具回执，并把处理结果告知本机关。"
        ),
        paragraph(f"联系单位：{team(draft)}"),
    )
    letter = outgoing(draft, "transfer_letter", "案件移送函", blocks)
    return dataclasses.replace(letter, enclosures=(_receipt(draft, receiver),))


def _receipt(draft: Draft, receiver: str) -> Enclosure:
    """The slip that the receiver signs and sends back."""
    rows = (
        (Field("接收机关", receiver or None),),
        (Field("移送的案件", f"{cause(draft)}一案"), Field("案号", case_number(draft))),
        (Field("收到的材料", lines=4),),
        (Field("接收人", lines=2), Field("接收日期", lines=2)),
    )
    return Enclosure("案件移送回执", (Fields(rows),))


KINDS = {
    "filing_form": PaperKind("立案审批表", filing_form),
    "transfer_letter": PaperKind("案件移送函", transfer_letter),
}
