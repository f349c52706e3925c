"""Papers that end the investigation or give it more time: report of its conclusion, form for a longer term."""

from __future__ import annotations

from guiju.kernel.documents.api import (
    Column,
    Content,
    Field,
    Fields,
    Heading,
    SignatureLine,
    Table,
    date_in_digits,
    paragraph,
)
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_of
from guiju.mechanisms.penalty.forms import CIRCUMSTANCES, EVIDENCE_KINDS, SOURCES
from guiju.mechanisms.penalty.papers.grounds import found_violated, under
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    cited,
    paragraphs,
    party_rows,
    penalties,
    private,
    with_certificates,
)
from guiju.mechanisms.penalty.papers.sheets import approval, case_rows, inside, officers_sign
from guiju.mechanisms.penalty.rows import CaseEvidence

EVIDENCE = (
    Column("序号", 2, "center"),
    Column("种类", 4),
    Column("名称", 7),
    Column("取得日期", 5, "center"),
    Column("取得方式", 4),
)


def evidence_table(draft: Draft) -> tuple[Table, ...]:
    """The evidence of the case (第46条), as far as the step looks at it; nothing without any."""
    rows = sorted(draft.snapshot.of(CaseEvidence), key=lambda row: row["ordinal"])
    told = tuple(
        (
            str(at),
            EVIDENCE_KINDS.get(row["kind"], row["kind"]),
            draft.snapshot.text(row.get("title")),
            row["obtained_on"].isoformat(),
            row.get("manner") or "",
        )
        for at, row in enumerate(rows, 1)
    )
    return (Table(EVIDENCE, told),) if told else ()


def investigation_report(draft: Draft, number: str | None) -> Content:
    """案件调查终结报告 (第57条): source, party, facts, evidence, rules, circumstances, what is proposed."""
    detail = draft.snapshot.detail
    source = SOURCES.get(detail.get("source") or "", detail.get("source") or "")
    weighed = CIRCUMSTANCES.get(detail.get("circumstances") or "", "")
    proposed = penalties(sentence_of(detail, "proposed")) or "不予处罚"
    head = (
        *case_rows(draft),
        (Field("案件来源", source or None), Field("立案日期", date_in_digits(detail.get("filed_on")))),
        *party_rows(draft),
        (Field("承办人", with_certificates(draft, names_in(draft.get("officers")))),),
    )
    blocks = (
        Fields(head),
        Heading(1, "一、查明的事实"),
        *paragraphs(private(draft, "facts")),
        Heading(1, "二、证据"),
        *(evidence_table(draft) or (paragraph("见卷内证据材料。"),)),
        Heading(1, "三、定性和依据"),
        paragraph(f"{found_violated(draft)}{under(draft)}，应当予以处理。"),
        *((paragraph(f"裁量情节：{weighed}。"),) if weighed else ()),
        Heading(1, "四、处理建议"),
        paragraph(f"建议：{proposed}。"),
        *paragraphs(private(draft, "proposal")),
        *officers_sign("承办人"),
        SignatureLine("承办队伍意见", dated=True),
    )
    return inside(draft, "investigation_report", "案件调查终结报告", blocks)


def extension_form(draft: Draft, number: str | None) -> Content:
    """延长办案期限审批表 (第60条): by how many days, on which ground, who approves."""
    detail = draft.snapshot.detail
    rows = (
        *case_rows(draft),
        (Field("立案日期", date_in_digits(detail.get("filed_on"))), Field("延长", f"{draft.get('extended_by')}日")),
        (Field("依据和理由", draft.get("ground"), lines=5),),
        (Field("审批人", draft.get("approver")),),
        (Field("期限规定", cited(draft, bases.NINETY_DAYS)),),
    )
    signed = approval(("承办人意见", None), ("负责人审批", None))
    return inside(draft, "extension_form", "延长办案期限审批表", (Fields(rows), signed))


KINDS = {
    "investigation_report": PaperKind("案件调查终结报告", investigation_report),
    "extension_form": PaperKind("延长办案期限审批表", extension_form),
}
