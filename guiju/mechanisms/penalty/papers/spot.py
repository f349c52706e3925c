"""The decision on the spot (第52条): the pre-set numbered form, handed over at once."""

from __future__ import annotations

from guiju.kernel.documents.api import Content, Field, Fields, date_in_digits
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import sentence_from
from guiju.mechanisms.penalty.papers.grounds import penalty_basis
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import (
    case_officers,
    cause,
    organ,
    party_rows,
    penalties,
    private,
    with_certificates,
)
from guiju.mechanisms.penalty.papers.remedies import payment_lines, remedy_lines

SIGNED = {"signed": None, "refused": "拒签，执法人员已注明"}


def _basis(draft: Draft) -> str | None:
    """The rule broken, where it was told, and the one under which it is penalised; a free place without either."""
    rules = (draft.snapshot.detail.get("violated_rule"), penalty_basis(draft.snapshot.detail, draft.moment))
    return "；".join(rule for rule in rules if rule) or None


def spot_decision(draft: Draft, number: str | None) -> Content:
    """当场行政处罚决定书 (第52条): act, kind and basis, amount, time, place, remedies, organ, officers; a refusal to sign."""
    decided = sentence_from(draft.values)
    officers = with_certificates(draft, case_officers(draft))
    rows = (
        *party_rows(draft),
        (Field("时间", f"{date_in_digits(draft.event_date)}　　时　　分"),),
        (Field("地点", private(draft, "place") or None),),
        (Field("违法行为", f"{cause(draft)}：{private(draft, 'facts')}"),),
        (Field("处罚依据", _basis(draft)),),
        (Field("处罚决定", penalties(decided)),),
        (Field("陈述、申辩", private(draft, "defence") or "已告知权利，当事人没有提出。"),),
        (Field("执法人员", officers or None),),
    )
    cash = bool(draft.get("cash"))
    paid = () if cash else payment_lines(draft, decided.fine)
    hands = (
        (Field("当事人签名", SIGNED.get(draft.get("signed", ""))), Field("签收日期")),
        (Field("执法签名"), Field("执法签名")),
        (Field("处罚机关", organ(draft)), Field("日期", date_in_digits(draft.event_date))),
    )
    return Content(
        title="当场行政处罚决定书",
        kind="spot_decision",
        layout="form",
        number=number,
        number_mark="编号",
        blocks=(Fields(rows), *paid, *remedy_lines(draft, on_spot=True), Fields(hands)),
    )


KINDS = {"spot_decision": PaperKind("当场行政处罚决定书", spot_decision)}
