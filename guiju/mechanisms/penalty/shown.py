"""What the page of a case shows: its facts by part of the procedure, and what repeats in it as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from guiju.kernel.procedure.api import FactGroup, Moment, Shown, Snapshot
from guiju.mechanisms.penalty.amounts import Sentence
from guiju.mechanisms.penalty.catalogue import CatalogueItems
from guiju.mechanisms.penalty.forms import CIRCUMSTANCES, SOURCES
from guiju.mechanisms.penalty.forms_after import ARCHIVE, DEFENCE_REVIEW, RESULTS, REVOCATIONS
from guiju.mechanisms.penalty.models import NoPenalty, PartyKind
from guiju.mechanisms.penalty.shown_tables import day, listings, yuan

Detail = Mapping[str, Any]
ADOPTED = next(item.choices for item in DEFENCE_REVIEW if item.name == "adopted")
KEPT_FOR = next(item.choices for item in ARCHIVE if item.name == "keeping_term")
MARKED = (
    ("safety", "涉及生命健康、金融安全且有危害后果"),
    ("complex", "情节复杂或者重大违法"),
    ("public_interest", "涉及重大公共利益"),
    ("several_relations", "疑难复杂、涉及多个法律关系"),
)
Facts = tuple[tuple[str, str], ...]


def shown(snapshot: Snapshot, moment: Moment) -> Shown:
    """The page of a case (行政处罚法 第51-74条); private texts are not among it."""
    parts: tuple[tuple[str, Callable[[Detail], Facts]], ...] = (
        ("线索和立案", _begun),
        ("调查和拟作的处罚", _investigated),
        ("告知、听取意见和审核", _heard),
        ("决定和送达", _decided),
        ("履行", _performed),
        ("结案、归档", _closed),
    )
    told = (FactGroup(title, tuple(fact for fact in facts(snapshot.detail) if fact[1])) for title, facts in parts)
    return Shown(tuple(group for group in told if group.facts), listings(snapshot, moment))


def _begun(detail: Detail) -> Facts:
    source = SOURCES.get(detail.get("source") or "", "")
    return (
        ("执法事项", CatalogueItems().get(detail.get("item") or "", "")),
        ("线索来源", f"{source} {detail.get('source_number') or ''}".strip()),
        ("当事人类型", _label(dict(PartyKind.choices), detail.get("party_kind"))),
        ("违法行为发生", day(detail.get("occurred_on"))),
        ("立案", day(detail.get("filed_on"))),
        ("检查码或者计划编号", detail.get("inspection_code") or ""),
    )


def _investigated(detail: Detail) -> Facts:
    return (
        ("调查终结", day(detail.get("concluded_on"))),
        ("拟作的处罚", _sentence(detail, "proposed_")),
        ("违反的规定", detail.get("violated_rule") or ""),
        ("处罚依据", detail.get("penalty_basis") or ""),
        ("裁量情节", _label(CIRCUMSTANCES, detail.get("circumstances"))),
        ("案情", "、".join(words for name, words in MARKED if detail.get(name))),
    )


def _heard(detail: Detail) -> Facts:
    told = detail.get("notified_on")
    return (
        ("告知书送达", day(told)),
        ("告知的处罚", _sentence(detail, "told_")),
        ("听证的权利", ("已告知" if detail.get("hearing_told") else "未告知，拟作的处罚不在听证范围") if told else ""),
        ("陈述申辩截止", day(detail.get("defence_until"))),
        ("放弃陈述申辩", day(detail.get("waived_on"))),
        ("陈述申辩", " ".join(filter(None, (day(detail.get("defence_on")), _adopted(detail))))),
        ("要求听证", day(detail.get("hearing_asked_on"))),
        ("听证", _hearing(detail)),
        ("法制员审查", day(detail.get("checked_on"))),
        ("法制审核通过", day(detail.get("reviewed_on"))),
        ("集体讨论", day(detail.get("discussed_on"))),
    )


def _decided(detail: Detail) -> Facts:
    return (
        ("决定", day(detail.get("decided_on"))),
        ("处罚", _sentence(detail, "")),
        ("不予处罚的情形", _label(dict(NoPenalty.choices), detail.get("no_penalty"))),
        ("送达", day(detail.get("served_on"))),
        ("公告送达", day(detail.get("announced_on"))),
        ("报所属机关备案", day(detail.get("on_record_on"))),
        ("变更、撤销", f"{day(detail.get('revoked_on'))} {_label(REVOCATIONS, detail.get('revocation'))}".strip()),
    )


def _performed(detail: Detail) -> Facts:
    return (
        ("罚款缴纳", _paid(detail)),
        ("当场收缴", day(detail.get("cash_collected_on"))),
        ("延期、分期到", day(detail.get("pay_by"))),
        ("责令改正到", day(detail.get("correct_by"))),
        ("已经改正", day(detail.get("corrected_on"))),
        ("复议或者诉讼", day(detail.get("remedy_on"))),
        ("复议或者诉讼结束", day(detail.get("remedy_ended_on"))),
        ("催告书送达", day(detail.get("urged_on"))),
        ("申请法院强制执行", day(detail.get("court_applied_on"))),
        ("法院结果", _label(RESULTS, detail.get("court_result"))),
    )


def _closed(detail: Detail) -> Facts:
    pages = detail.get("pages")
    return (
        ("移送", f"{day(detail.get('transferred_on'))} {detail.get('transferred_to') or ''}".strip()),
        ("移送原因", "涉嫌犯罪" if detail.get("crime") else ""),
        ("移送回执", day(detail.get("receipt_on"))),
        ("结案", day(detail.get("case_closed_on"))),
        ("归档", day(detail.get("archived_on"))),
        ("卷号", detail.get("volume_number") or ""),
        ("保管期限", _label(KEPT_FOR, detail.get("keeping_term"))),
        ("页数", f"{pages} 页" if pages else ""),
    )


def _label(labels: Mapping[str, Any], code: Any) -> str:
    return str(labels.get(code or "", ""))


def _sentence(detail: Detail, prefix: str) -> str:
    """A penalty in words: 警告、罚款3,000元."""
    name = "decided_kinds" if not prefix else f"{prefix}kinds"
    kinds = tuple(filter(None, (detail.get(name) or "").split(",")))
    return Sentence(kinds, detail.get(f"{prefix}fine"), detail.get(f"{prefix}confiscation")).label


def _adopted(detail: Detail) -> str:
    return _label(ADOPTED, detail.get("defence_adopted"))


def _hearing(detail: Detail) -> str:
    held, planned = detail.get("hearing_held_on"), detail.get("hearing_set_for")
    if held:
        return f"{day(held)}举行"
    return f"定于{day(planned)}" if isinstance(planned, dt.date) else ""


def _paid(detail: Detail) -> str:
    """How much of the fine is paid: 已缴1,000元，罚款3,000元；全部缴清."""
    fine, paid = detail.get("fine"), detail.get("paid") or Decimal(0)
    if not fine:
        return ""
    last = day(detail.get("paid_on"))
    if paid >= fine:
        return f"{last}缴清{yuan(fine)}"
    return f"已缴{yuan(paid)}，还差{yuan(fine - paid)}" if paid else "还没有缴"
