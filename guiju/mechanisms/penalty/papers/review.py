"""Papers inside the organ before a decision: legal review, collective discussion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guiju.kernel.documents.api import Content, Field, Fields, SignatureLine, date_in_digits
from guiju.kernel.matters.api import names_in
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.amounts import Sentence, sentence_from, sentence_of
from guiju.mechanisms.penalty.conditions import discussion_due, hearing_due
from guiju.mechanisms.penalty.papers.grounds import penalty_basis
from guiju.mechanisms.penalty.papers.making import PaperKind
from guiju.mechanisms.penalty.papers.naming import party_names, party_rows, penalties, private
from guiju.mechanisms.penalty.papers.sheets import approval, case_rows, inside

# What a review looks at (国办发〔2018〕118号 四(十三)), in our words.
ASKED = (
    "执法主体、执法人员资格",
    "执法程序",
    "事实和证据",
    "适用法律和裁量",
    "是否超越权限",
    "文书",
    "是否涉嫌犯罪需要移送",
)


def _intended(draft: Draft) -> Sentence:
    told = sentence_of(draft.snapshot.detail, "told")
    return told if told.kinds else sentence_of(draft.snapshot.detail, "proposed")


def _why(draft: Draft) -> Iterator[str]:
    """第58条第1款: why the case is reviewed, as far as the case says so."""
    detail = draft.snapshot.detail
    if detail.get("public_interest"):
        yield "涉及重大公共利益"
    if detail.get("hearing_held_on") and hearing_due(draft.snapshot, draft.moment):
        yield "关系当事人重大权益并经过听证"
    if detail.get("several_relations"):
        yield "疑难复杂、涉及多个法律关系"
    if discussion_due(draft.snapshot, draft.moment):
        yield "情节复杂或者重大"


def review_opinion(draft: Draft, number: str | None) -> Content:
    """法制审核意见书 (第58条): what was sent, what was looked at, the opinion, who reviewed."""
    agrees = draft.step is not None and draft.step.code == "pass_review"
    rows = (
        *case_rows(draft),
        (Field("当事人", party_names(draft) or None), Field("审核日期", date_in_digits(draft.event_date))),
        (Field("审核事由", "；".join(_why(draft)) or "列入本机关的法制审核目录或者由承办队伍送审"),),
        (Field("送审材料", "案卷材料、调查终结报告和拟作的处理决定"),),
        (Field("拟作的处理", penalties(_intended(draft)) or "不予处罚"),),
        (Field("审核要点", "；".join(f"{at}．{what}" for at, what in enumerate(ASKED, 1)), lines=4),),
        (Field("审核结论", "审核通过" if agrees else "存在问题，提出下列意见"),),
        (Field("审核意见", draft.get("opinion"), lines=8),),
    )
    reviewers = [SignatureLine("审核人", name, manner="签名", dated=True) for name in names_in(draft.get("reviewer"))]
    return inside(draft, "review_opinion", "法制审核意见书", (Fields(rows), *reviewers))


def discussion_record(draft: Draft, number: str | None) -> Content:
    """集体讨论记录 (第57条第2款): who sat, what was reported, what each thinks, dissent too, what came out."""
    members, dissenting = names_in(draft.get("members")), names_in(draft.get("dissenter"))
    rows = (
        *case_rows(draft),
        (Field("讨论日期", date_in_digits(draft.event_date)), Field("地点")),
        (Field("主持人"), Field("记录人")),
        (Field("参加人", "、".join(members)),),
        (Field("列席人员", "、".join(names_in(draft.get("attending"))) or None),),
        (Field("当事人", party_names(draft) or None),),
        (Field("拟作的处理", penalties(_intended(draft)) or "不予处罚"),),
        (Field("案情汇报", private(draft, "facts") or None, lines=3),),
        (Field("讨论结论", draft.get("conclusion"), lines=4),),
        (Field("不同意见", _dissent(draft, dissenting), lines=2),),
    )
    hands = tuple(SignatureLine("参加人", name, manner="签名", dated=True) for name in members)
    return inside(draft, "discussion_record", "集体讨论记录", (Fields(rows), *hands))


def decision_approval(draft: Draft, number: str | None) -> Content:
    """行政处罚审批表 (第57条): facts, basis, what the party was told and said, what is decided; each level signs."""
    detail = draft.snapshot.detail
    rows = (
        *case_rows(draft),
        *party_rows(draft),
        (
            Field("立案日期", date_in_digits(detail.get("filed_on"))),
            Field("调查终结", date_in_digits(detail.get("concluded_on"))),
        ),
        (Field("违法事实和证据", str(draft.get("decision_text") or "") or None, lines=3),),
        (Field("处罚依据", penalty_basis(detail, draft.moment) or None),),
        (Field("告知和听取意见", "；".join(_heard(detail)), lines=2),),
        (Field("决定的处罚", penalties(sentence_from(draft.values))),),
    )
    decider = "、".join(names_in(draft.get("decider")))
    signed = approval(("承办人意见", None), ("法制员意见", None), (f"负责人审批（{decider}）", None))
    return inside(draft, "decision_approval", "行政处罚审批表", (Fields(rows), signed))


def _heard(detail: Mapping[str, Any]) -> Iterator[str]:
    """第44、45、64条: what the party was told and what it did with it."""
    if detail.get("notified_on"):
        yield f"{date_in_digits(detail['notified_on'])}送达事先告知书"
    if detail.get("waived_on"):
        yield "当事人书面放弃陈述申辩"
    elif detail.get("defence_on"):
        yield f"{date_in_digits(detail['defence_on'])}听取陈述申辩，已复核"
    else:
        yield "期限内没有提出陈述申辩"
    if detail.get("hearing_held_on"):
        yield f"{date_in_digits(detail['hearing_held_on'])}举行听证"
    elif detail.get("hearing_told"):
        yield "已告知听证的权利，没有举行听证"


def _dissent(draft: Draft, names: tuple[str, ...]) -> str:
    if not names and not draft.get("dissent"):
        return "没有不同意见。"
    return f"{'、'.join(names)}：{draft.get('dissent', '')}" if names else str(draft.get("dissent"))


KINDS = {
    "review_opinion": PaperKind("法制审核意见书", review_opinion),
    "discussion_record": PaperKind("集体讨论记录", discussion_record),
    "decision_approval": PaperKind("行政处罚审批表", decision_approval),
}
