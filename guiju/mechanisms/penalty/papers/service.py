"""Papers of service (第61条): the receipt."""

from __future__ import annotations

from guiju.kernel.documents.api import Content, Document, Field, Fields, Note, SignatureLine, date_in_digits
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.forms_after import MANNERS
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import case_officers, parties, party_names, with_certificates
from guiju.mechanisms.penalty.papers.sheets import case_rows, inside

DECISIONS = ("decision", "no_penalty_decision", "spot_decision")


def decision_number(draft: Draft) -> str | None:
    """The number of the decision, where the step looks at the documents of the case."""
    numbers = [row["number"] for row in draft.snapshot.of(Document) if row["kind"] in DECISIONS]
    return next((number for number in reversed(numbers) if isinstance(number, str) and number), None)


def service_receipt(draft: Draft, number: str | None) -> Content:
    """送达回证: which paper, to whom, by whom, how, where, when; a refusal and its witness."""
    detail = draft.snapshot.detail
    served = "不予行政处罚决定书" if detail.get("no_penalty") else "行政处罚决定书"
    homes = "、".join(party["address"] for party in parties(draft) if party["address"])
    servers = names_in(draft.get("officers")) or case_officers(draft)
    rows = (
        *case_rows(draft),
        (Field("送达的文书", served), Field("文号", decision_number(draft))),
        (Field("受送达人", party_names(draft) or None),),
        (Field("送达地点", homes or None),),
        (Field("送达方式", MANNERS.get(draft.get("manner", ""))), Field("送达日期", date_in_digits(draft.event_date))),
        (Field("送达人", with_certificates(draft, servers) or None),),
        (Field("拒收和见证", draft.get("note"), lines=2),),
        (Field("代收情况", lines=2),),
    )
    blocks = (
        Fields(rows),
        SignatureLine("受送达人", manner="签名或盖章", dated=True),
        SignatureLine("见证人", manner="签名或盖章", dated=True),
        SignatureLine("送达人", manner="签名"),
        SignatureLine("送达人", manner="签名", dated=True),
        Note("拒绝接收的，写明事由和日期，由送达人、见证人签名或者盖章；公告、邮寄送达的附凭证。"),
    )
    return inside(draft, "service_receipt", "送达回证", blocks)


def address_confirmation(draft: Draft, number: str | None) -> Content:
    """送达地址确认书 (第61条第2款): where and how the party agrees to be served; what follows from a wrong address."""
    homes = "、".join(party["address"] for party in parties(draft) if party["address"])
    phones = "、".join(party["telephone"] for party in parties(draft) if party["telephone"])
    rows = (
        *case_rows(draft),
        (Field("受送达人", party_names(draft) or None),),
        (Field("送达地址", homes or None), Field("联系电话", phones or None)),
        (Field("电子送达", "同意以传真、电子邮件等方式送达" if draft.get("consent") else None),),
        (Field("传真号码、电子邮箱或者其他收件账号", lines=2),),
        (Field("代收人"), Field("代收人电话")),
    )
    blocks = (
        Fields(rows),
        Note("受送达人确认：以上内容准确、有效。地址有变更的，及时书面告知本机关；没有告知的，按原地址送达。"),
        SignatureLine("受送达人", manner="签名或者盖章", dated=True),
        SignatureLine("执法人员", manner="签名", dated=True),
    )
    return inside(draft, "address_confirmation", "送达地址确认书", blocks)


KINDS = {
    "address_confirmation": PaperKind("送达地址确认书", address_confirmation),
    "service_receipt": PaperKind("送达回证", service_receipt),
}
