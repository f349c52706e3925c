"""The decision on the spot (第52条): the pre-set numbered form, handed over at once."""

from __future__ import annotations

from guiju.kernel.documents.api import Content, Field, Fields, date_in_digits
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import sentence_from
from guiju.mechanisms.penalty.numbers import WORDS
from guiju.mechanisms.penalty.papers.grounds import found_violated, under
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
from guiju.mechanisms.penalty.papers.sheets import PARTY_SIGNS, officers_sign

SIGNED = {"signed": "当事人已签名", "refused": "当事人拒绝签名，执法人员已在此注明"}


def spot_decision(draft: Draft, number: str | None) -> Content:
    """当场行政处罚决定书 (第52条): act, kind and basis, amount, time, place, remedies, organ, officers; a refusal to sign."""
    decided = sentence_from(draft.values)
    officers = with_certificates(draft, case_officers(draft))
    rows = (
        (Field("案由", cause(draft)),),
        *party_rows(draft),
        (Field("时间", f"{date_in_digits(draft.event_date)}　　时　　分"),),
        (Field("地点", private(draft, "place") or None),),
        (Field("违法行为", private(draft, "facts") or None, lines=2),),
        (Field("认定和依据", f"{found_violated(draft)}{under(draft)}。"),),
        (Field("处罚决定", "；".join(penalties(decided))),),
        (Field("陈述、申辩", private(draft, "defence") or "已告知权利，当事人没有提出。"),),
        (Field("执法人员", officers or None),),
        (Field("签收", SIGNED.get(draft.get("signed", ""))),),
    )
    cash = bool(draft.get("cash"))
    paid = () if cash else payment_lines(draft, decided.fine)
    blocks = (Fields(rows), *paid, *remedy_lines(draft, on_spot=True), PARTY_SIGNS, *officers_sign())
    return Content(
        title="当场行政处罚决定书",
        kind="spot_decision",
        layout="form",
        number=number,
        number_mark="编号",
        blocks=blocks,
        signature=(organ(draft),),
        signed_on=draft.event_date,
        note=f"编号字样：{draft.moment.directory.town_prefix}{WORDS['spot']}" if number is None else None,
    )


KINDS = {"spot_decision": PaperKind("当场行政处罚决定书", spot_decision)}
