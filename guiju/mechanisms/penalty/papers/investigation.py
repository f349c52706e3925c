"""Papers of the investigation: records of inspection and questioning, what is kept, what is to be put right."""

from __future__ import annotations

from guiju.kernel.documents.api import (
    Column,
    Content,
    Field,
    Fields,
    Note,
    SignatureLine,
    Table,
    date_in_digits,
    paragraph,
)
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.papers.grounds import found_violated
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_officers,
    cause,
    cited,
    paragraphs,
    party_lines,
    party_names,
    period,
    private,
    with_certificates,
)
from guiju.mechanisms.penalty.papers.sheets import PARTY_SIGNS, case_rows, handed_out, inside, officers_sign
from guiju.mechanisms.penalty.rows import CaseGood

DISPOSALS = {
    "returned": "返还当事人",
    "evidence": "作为证据随案保存",
    "appraisal": "送检测、检验、鉴定",
    "confiscated": "依法没收",
    "other": "另行依法处理",
}
SIGNED = {"signed": "当事人已签名", "refused": "当事人拒绝签名，执法人员已注明", "absent": "当事人不在场"}
CLOCK = "　　时　　分至　　时　　分"
GOODS = (Column("序号", 2, "center"), Column("物品名称", 6), Column("数量", 3, "center"), Column("保存地点", 6))


def inspection_record(draft: Draft, number: str | None) -> Content:
    """现场检查（勘验）笔录 (第55条): when, where, who, that the certificate was shown, what was found."""
    detail = draft.snapshot.detail
    rows = (
        *case_rows(draft),
        (Field("检查时间", date_in_digits(draft.event_date) + CLOCK),),
        (Field("检查地点", private(draft, "place") or None),),
        (Field("被检查人", party_names(draft) or None), Field("检查编号", detail.get("inspection_code") or None)),
        (Field("检查人员", with_certificates(draft, names_in(draft.get("officers")))),),
        (Field("表明身份", _shown(draft)),),
        (Field("现场情况", draft.get("record"), lines=8),),
        (Field("当事人意见", SIGNED.get(draft.get("signed", "")), lines=2),),
    )
    witness = SignatureLine("见证人", str(draft.get("witness", "")), manner="签名", dated=True)
    blocks = (Fields(rows), PARTY_SIGNS, witness, *officers_sign("检查人员"))
    return inside(draft, "inspection_record", "现场检查（勘验）笔录", blocks)


def _shown(draft: Draft) -> str:
    return "检查前已向被检查人出示执法证件，表明身份。" if draft.get("certificate_shown") else ""


def questioning_record(draft: Draft, number: str | None) -> Content:
    """询问笔录 (第43、55条): who was asked by whom, what was shown and told first, the questions and answers."""
    told = "已告知被询问人：有权申请执法人员回避，有权陈述、申辩。"
    rows = (
        *case_rows(draft),
        (Field("询问时间", date_in_digits(draft.event_date) + CLOCK),),
        (Field("询问地点"),),
        (Field("被询问人", draft.get("person")), Field("联系电话")),
        (Field("证件号码"),),
        (Field("单位和职务"), Field("住址")),
        (Field("询问人", with_certificates(draft, names_in(draft.get("officers")))),),
        (Field("记录人"),),
        (Field("出示证件", "已向被询问人出示执法证件。" if draft.get("certificate_shown") else None),),
        (Field("告知权利", told if draft.get("told_rights") else None),),
    )
    blocks = (
        Fields(rows),
        paragraph("询问内容："),
        *paragraphs(str(draft.get("record") or "")),
        Note("被询问人核对后，在末页写明“以上记录我看过（已向我宣读），记录属实”，并逐页签名。"),
        SignatureLine("被询问人", str(draft.get("person") or ""), manner="签名", dated=True),
        *officers_sign("询问人"),
    )
    return inside(draft, "questioning_record", "询问笔录", blocks)


def _goods(draft: Draft) -> Table:
    rows = [row for row in draft.snapshot.of(CaseGood) if row.get("disposed_on") in (None, draft.event_date)]
    told = tuple(
        (str(at), row["name"], row.get("quantity") or "", row.get("keeper") or "") for at, row in enumerate(rows, 1)
    )
    return Table(GOODS, told, "物品清单")


def sampling_notice(draft: Draft, number: str | None) -> Content:
    """抽样取证通知书 (第56条): what was taken as a sample, when, from whom, by which officers; both sides sign."""
    rows = (
        (Field("样品名称", draft.get("title")),),
        (Field("规格和批号"), Field("抽样数量")),
        (Field("抽样日期", date_in_digits(draft.event_date)), Field("被抽样物品总量")),
        (Field("抽样地点", private(draft, "place") or None),),
        (Field("抽样方法和封样情况", lines=2),),
        (Field("执法人员", with_certificates(draft, case_officers(draft)) or None),),
    )
    blocks = (
        *party_lines(draft),
        paragraph(f"因调查{cause(draft)}一案，根据{cited(draft, bases.PRESERVATION)}，对下列物品抽样取证。"),
        Fields(rows),
        PARTY_SIGNS,
        *officers_sign(),
    )
    return handed_out(draft, "sampling_notice", "抽样取证通知书", blocks)


def preservation_notice(draft: Draft, number: str | None) -> Content:
    """先行登记保存证据通知书 (第56条): what, where, by whose approval, until when it is handled."""
    within = period(draft, "penalty.register_keep")
    approver = draft.get("approver")
    blocks = (
        *party_lines(draft),
        paragraph(
            f"因证据可能灭失或者以后难以取得，经本机关负责人{approver}批准，根据{cited(draft, bases.PRESERVATION)}，"
            f"自{date_in_digits(draft.event_date)}起对下列物品先行登记保存。"
        ),
        paragraph(f"本机关将在{within}内作出处理决定。在此期间，当事人和有关人员不得销毁、转移这些物品。"),
        _goods(draft),
        PARTY_SIGNS,
        *officers_sign(),
    )
    return handed_out(
        draft, "preservation_notice", "先行登记保存证据通知书", blocks, number=number, book="preservation"
    )


def goods_handling(draft: Draft, number: str | None) -> Content:
    """先行登记保存证据处理通知书 (第56条): what becomes of each."""
    how = DISPOSALS.get(draft.get("disposal", ""), "")
    blocks = (
        *party_lines(draft),
        paragraph(f"根据{cited(draft, bases.PRESERVATION)}，本机关对先行登记保存的下列物品作出处理：{how}。"),
        _goods(draft),
        PARTY_SIGNS,
        *officers_sign(),
    )
    return handed_out(draft, "goods_handling", "先行登记保存证据处理通知书", blocks)


def correction_order(draft: Draft, number: str | None) -> Content:
    """责令改正通知书 (第28条): the act, what to put right, by when, that it is looked at again."""
    by = draft.get("correct_by")
    until = f"在{date_in_digits(by)}前改正" if by else "立即改正"
    blocks = (
        *party_lines(draft),
        paragraph(f"经查，{private(draft, 'facts').rstrip('。')}。{found_violated(draft)}"),
        paragraph(f"根据{cited(draft, bases.CORRECTION)}，现责令当事人{until}，内容如下："),
        *paragraphs(str(draft.get("content") or "")),
        paragraph("本机关将对改正情况进行复查。拒不改正的，依法处理。"),
        PARTY_SIGNS,
        *officers_sign(),
    )
    return handed_out(draft, "correction_order", "责令改正通知书", blocks, number=number, book="correction")


KINDS = {
    "sampling_notice": PaperKind("抽样取证通知书", sampling_notice),
    "inspection_record": PaperKind("现场检查（勘验）笔录", inspection_record),
    "questioning_record": PaperKind("询问笔录", questioning_record),
    "preservation_notice": PaperKind("先行登记保存证据通知书", preservation_notice),
    "goods_handling": PaperKind("先行登记保存证据处理通知书", goods_handling),
    "correction_order": PaperKind("责令改正通知书", correction_order),
}
