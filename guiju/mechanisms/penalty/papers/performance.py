"""Papers of performance: payment later or in instalments, urging, application to the court, the end of the case."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.documents.api import (
    Block,
    Column,
    Content,
    Field,
    Fields,
    SignatureLine,
    Table,
    date_in_digits,
    paragraph,
)
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.late import late_fee, pay_by
from guiju.mechanisms.penalty.models import NoPenalty
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    cited,
    money,
    organ,
    parties,
    party_lines,
    party_rows,
    party_words,
    penalties,
    period,
    team,
)
from guiju.mechanisms.penalty.papers.remedies import bank_of, late_fee_words
from guiju.mechanisms.penalty.papers.service import decision_number
from guiju.mechanisms.penalty.papers.sheets import approval, case_rows, handed_out, inside, outgoing
from guiju.mechanisms.penalty.rows import Instalment

# What goes to the court with the application (行政强制法 第55条第1款).
TO_COURT = "附件：行政处罚决定书和作出决定的事实、理由、依据；送达回证；当事人的意见和催告情况；申请强制执行标的情况。"
INSTALMENTS = (Column("期次", 1, "center"), Column("缴款截止日", 3, "center"), Column("金额", 3, "right"))


def _decision(draft: Draft) -> str:
    """Which decision, with day and number as far as they are known."""
    day, number = draft.snapshot.detail.get("decided_on"), decision_number(draft)
    when = f"{date_in_digits(day)}作出的" if day else ""
    return f"本机关{when}行政处罚决定{f'（{number}）' if number else ''}"


def _unpaid(draft: Draft) -> Decimal:
    detail = draft.snapshot.detail
    return Decimal(detail.get("fine") or 0) - Decimal(detail.get("paid") or 0)


def _served(draft: Draft) -> str:
    day: dt.date | None = draft.snapshot.detail.get("served_on")
    return f"，已于{date_in_digits(day)}送达" if day else ""


def deferral_notice(draft: Draft, number: str | None) -> Content:
    """延期（分期）缴纳罚款通知书 (第66条): approved, what is to be paid by which day."""
    rows = sorted(draft.snapshot.of(Instalment), key=lambda row: row["ordinal"])
    told = tuple((str(row["ordinal"]), date_in_digits(row["due_on"]), f"{row['amount']:,.2f}元") for row in rows)
    how = "延期缴纳" if len(rows) == 1 else f"分{len(rows)}期缴纳"
    blocks = (
        *party_lines(draft),
        paragraph(
            f"当事人对{_decision(draft)}所处的罚款申请延期或者分期缴纳。根据{cited(draft, bases.DEFERRED)}，"
            f"经本机关负责人{draft.get('approver')}批准，尚未缴纳的罚款{money(_unpaid(draft))}{how}："
        ),
        Table(INSTALMENTS, told),
        paragraph(f"请按期缴纳。{late_fee_words(draft)}"),
    )
    return handed_out(draft, "deferral_notice", "延期（分期）缴纳罚款通知书", blocks)


def urging_letter(draft: Draft, number: str | None) -> Content:
    """催告书 (行政强制法 第35、54条): what, by when, how to pay and how much, and that the party may answer."""
    detail, moment = draft.snapshot.detail, draft.moment.as_of(draft.event_date)
    late = late_fee(detail, moment, draft.event_date)
    owed = f"罚款{money(_unpaid(draft))}" + (f"，加处罚款{money(late)}（算到本催告书作出之日）" if late else "")
    due, to = pay_by(detail, moment), bank_of(draft)
    blocks = (
        *party_lines(draft),
        paragraph(
            f"{_decision(draft)}{_served(draft)}。"
            + (f"缴款期限到{date_in_digits(due)}，" if due else "")
            + "当事人至今没有履行完毕。"
        ),
        paragraph(
            f"根据{cited(draft, bases.URGING)}，现催告当事人自收到本催告书之日起{period(draft, 'coercion.court.urge')}内，"
            f"缴纳{owed}。缴款方式：{f'到{to}缴纳' if to else '按决定书写明的方式缴纳'}，也可以按缴款码电子缴纳。"
        ),
        paragraph("当事人有权陈述、申辩，可以在上述期限内向本机关提出。"),
        paragraph("到期仍不履行的，本机关将依法申请人民法院强制执行。"),
        paragraph(f"联系单位：{team(draft)}"),
    )
    return handed_out(draft, "urging_letter", "催告书", blocks, number=number, book="urging")


def court_application(draft: Draft, number: str | None) -> Content:
    """强制执行申请书 (行政强制法 第55条): decision, opinions and urging, what is asked; signed by the head, sealed."""
    detail = draft.snapshot.detail
    late = late_fee(detail, draft.moment.as_of(draft.event_date), draft.event_date)
    asked = [f"缴纳罚款{money(_unpaid(draft))}"] if _unpaid(draft) > 0 else ["履行行政处罚决定"]
    if late:
        asked.append(f"缴纳加处罚款{money(late)}（算到申请之日）")
    urged = detail.get("urged_on")
    blocks: tuple[Block, ...] = (
        paragraph(f"{draft.get('court')}：", indent=False),
        paragraph(f"申请人：{organ(draft)}"),
        *_executed(draft),
        paragraph(f"申请事项：强制被申请人{'，'.join(asked)}。"),
        paragraph(
            f"事实和理由：{_decision(draft)}{_served(draft)}，决定内容为{penalties(sentence_of(detail, 'decided'))}。"
            "被申请人在法定期限内没有申请行政复议、没有提起诉讼，又不履行。"
        ),
        paragraph(
            (f"本机关已于{date_in_digits(urged)}催告，" if urged else "本机关已经催告，")
            + f"被申请人仍未履行。根据{cited(draft, bases.COURT)}，申请强制执行。"
        ),
        SignatureLine("负责人", str(draft.get("approver") or ""), manner="签名"),
        paragraph(TO_COURT),
    )
    return outgoing(draft, "court_application", "强制执行申请书", blocks)


def _executed(draft: Draft) -> tuple[Block, ...]:
    _, _, home = party_words(draft)
    return tuple(
        paragraph(f"被申请人：{party['name']}" + (f"，{home}：{party['address']}" if party["address"] else ""))
        for party in parties(draft)
    )


def closing_form(draft: Draft, number: str | None) -> Content:
    """结案审批表: cause, party, decision, how it was carried out, who approves."""
    detail = draft.snapshot.detail
    result = penalties(sentence_of(detail, "decided"))
    if detail.get("no_penalty"):
        result = f"不予处罚：{NoPenalty(detail['no_penalty']).label}"
    rows = (
        *case_rows(draft),
        *party_rows(draft),
        (
            Field("立案日期", date_in_digits(detail.get("filed_on"))),
            Field("决定日期", date_in_digits(detail.get("decided_on"))),
        ),
        (Field("决定书文号", decision_number(draft)), Field("送达日期", date_in_digits(detail.get("served_on")))),
        (Field("处理结果", result or None),),
        (
            Field("已缴罚款", money(detail["paid"]) if detail.get("paid") else None),
            Field("审批人", draft.get("approver")),
        ),
        (Field("执行情况", draft.get("execution"), lines=3),),
    )
    signed = approval(
        ("承办人意见", "案件已办结，建议结案。"),
        ("队伍意见", None),
        ("负责人审批", None),
    )
    return inside(draft, "closing_form", "结案审批表", (Fields(rows), signed))


KINDS = {
    "deferral_notice": PaperKind("延期（分期）缴纳罚款通知书", deferral_notice),
    "urging_letter": PaperKind("催告书", urging_letter),
    "court_application": PaperKind("强制执行申请书", court_application),
    "closing_form": PaperKind("结案审批表", closing_form),
}
