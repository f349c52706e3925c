"""Papers of a hearing (第64、65条): notice of day and place, record, report of who presided."""

from __future__ import annotations

from guiju.kernel.documents.api import Content, Field, Fields, Note, SignatureLine, date_in_digits, paragraph
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_officers,
    cause,
    cited,
    paragraphs,
    party_lines,
    party_names,
    party_rows,
    penalties,
    team,
)
from guiju.mechanisms.penalty.papers.sheets import case_rows, handed_out, inside, outgoing


def hearing_request(draft: Draft, number: str | None) -> Content:
    """听证申请书 (第64条第1项): who asks, about which intended penalty, told when; the party writes why and signs."""
    detail = draft.snapshot.detail
    agents = "、".join(names_in(draft.get("agents")))
    rows = (
        *case_rows(draft),
        *party_rows(draft),
        (Field("委托代理人", agents or None),),
        (
            Field("告知书送达", date_in_digits(detail.get("notified_on"))),
            Field("提出日期", date_in_digits(draft.event_date)),
        ),
        (Field("拟作的处罚", penalties(sentence_of(detail, "told")) or None),),
        (Field("申请事项", "对上述拟作的行政处罚要求举行听证。"),),
        (Field("事实和理由", lines=8),),
    )
    asks = SignatureLine("申请人", manner="签名或者盖章", dated=True)
    takes = SignatureLine("接收人", manner="签名", dated=True)
    return inside(draft, "hearing_request", "听证申请书", (Fields(rows), asks, takes))


def hearing_announcement(draft: Draft, number: str | None) -> Content:
    """听证公告 (第64条第3项): an open hearing: which case, day, place, who presides. The party is not named."""
    host = "、".join(names_in(draft.get("host")))
    blocks = (
        paragraph(
            f"本机关定于{date_in_digits(draft.get('set_for'))}　　时　　分，在{draft.get('venue')}，"
            f"就{cause(draft)}一案公开举行听证。"
        ),
        paragraph(f"听证主持人：{host}。"),
        paragraph("需要旁听的，请带身份证明，在听证开始前到场登记；遵守听证纪律，未经许可不得录音、录像。"),
        paragraph(f"联系单位：{team(draft)}"),
    )
    return outgoing(draft, "hearing_announcement", "听证公告", blocks)


def hearing_notice(draft: Draft, number: str | None) -> Content:
    """听证通知书 (第64条第2项): day, place, who presides, open or not, agents, what follows from staying away."""
    open_ = "公开举行" if draft.get("open") else "不公开举行" if draft.get("open") is False else "举行"
    host = "、".join(names_in(draft.get("host")))
    blocks = (
        *party_lines(draft),
        paragraph(
            f"根据当事人的要求和{cited(draft, bases.HEARING_STEPS)}，本机关定于{date_in_digits(draft.get('set_for'))}　　时　　分，"
            f"在{draft.get('venue')}就{cause(draft)}一案{open_}听证。"
        ),
        paragraph(f"听证主持人：{host}（不是本案调查人员）。认为主持人与本案有直接利害关系的，有权申请回避。"),
        paragraph("当事人可以亲自参加，也可以委托一至二人代理；委托代理人的，请带授权委托书。请带身份证明和有关证据。"),
        paragraph("没有正当理由拒不到场，或者中途退场的，视为放弃听证权利，听证终止。"),
        paragraph(f"联系单位：{team(draft)}"),
    )
    return handed_out(draft, "hearing_notice", "听证通知书", blocks)


def hearing_record(draft: Draft, number: str | None) -> Content:
    """听证笔录 (第64条第8项): who presided, who took part, what each side said; read and signed."""
    rows = (
        *case_rows(draft),
        (Field("听证时间", f"{date_in_digits(draft.event_date)}　　时　　分至　　时　　分"),),
        (Field("听证地点"), Field("举行方式")),
        (Field("主持人", "、".join(names_in(draft.get("host")))), Field("记录人")),
        (Field("当事人", party_names(draft) or None), Field("代理人")),
        (Field("调查人员", "、".join(case_officers(draft)) or None),),
        (Field("拟作的处罚", penalties(sentence_of(draft.snapshot.detail, "told")) or None),),
    )
    blocks = (
        Fields(rows),
        paragraph("听证经过（调查人员提出的事实、证据和处罚建议，当事人的申辩和质证）："),
        *paragraphs(str(draft.get("record") or "")),
        Note("笔录交当事人或者代理人核对无误后签名或者盖章；拒绝的，由主持人在笔录中注明。"),
        SignatureLine("当事人、代理人", manner="签名", dated=True),
        SignatureLine("调查人员", manner="签名", dated=True),
        SignatureLine("听证主持人", manner="签名", dated=True),
    )
    return inside(draft, "hearing_record", "听证笔录", blocks)


def hearing_report(draft: Draft, number: str | None) -> Content:
    """听证报告: what came out of the hearing and what who presided thinks of it."""
    host = "、".join(names_in(draft.get("host")))
    rows = (
        *case_rows(draft),
        (Field("听证日期", date_in_digits(draft.event_date)), Field("主持人", host)),
        (Field("当事人", party_names(draft) or None),),
        (Field("拟作的处罚", penalties(sentence_of(draft.snapshot.detail, "told")) or None),),
        (Field("听证情况", "见听证笔录。"),),
        (Field("主持人意见", draft.get("opinion"), lines=8),),
    )
    return inside(
        draft, "hearing_report", "听证报告", (Fields(rows), SignatureLine("听证主持人", manner="签名", dated=True))
    )


KINDS = {
    "hearing_request": PaperKind("听证申请书", hearing_request),
    "hearing_announcement": PaperKind("听证公告", hearing_announcement),
    "hearing_notice": PaperKind("听证通知书", hearing_notice),
    "hearing_record": PaperKind("听证笔录", hearing_record),
    "hearing_report": PaperKind("听证报告", hearing_report),
}
