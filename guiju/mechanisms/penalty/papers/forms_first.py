"""Every paper in its plain form: what the step was told, under the number and name of the case."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from guiju.kernel.documents.api import Content, Field, Fields, date_in_digits
from guiju.kernel.procedure.api import Draft
from guiju.mechanisms.penalty.papers.making import PaperKind, register_papers

TITLES = {
    "filing_form": "立案审批表",
    "inspection_record": "现场检查（勘验）笔录",
    "questioning_record": "询问笔录",
    "preservation_notice": "先行登记保存证据通知书",
    "goods_handling": "先行登记保存证据处理通知书",
    "correction_order": "责令改正通知书",
    "extension_form": "延长办案期限审批表",
    "investigation_report": "案件调查终结报告",
    "transfer_letter": "案件移送函",
    "prior_notice": "行政处罚事先告知书",
    "hearing_right_notice": "行政处罚听证告知书",
    "defence_record": "陈述、申辩笔录",
    "hearing_notice": "听证通知书",
    "hearing_record": "听证笔录",
    "review_opinion": "法制审核意见书",
    "discussion_record": "集体讨论记录",
    "decision": "行政处罚决定书",
    "no_penalty_decision": "不予行政处罚决定书",
    "spot_decision": "当场行政处罚决定书",
    "service_receipt": "送达回证",
    "deferral_notice": "延期（分期）缴纳罚款通知书",
    "urging_letter": "催告书",
    "court_application": "强制执行申请书",
    "closing_form": "结案审批表",
}


def _shown(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return date_in_digits(value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return f"{value:,}元" if isinstance(value, Decimal) else str(value)


def _plain(kind: str) -> Callable[[Draft, str | None], Content]:
    def write(draft: Draft, number: str | None) -> Content:
        inputs = draft.step.inputs if draft.step else ()
        rows = [(Field("案由", str(draft.snapshot.detail.get("cause") or "")),)]
        for asked in inputs:
            value = draft.get(asked.name)
            if value is not None and asked.kind != "unit":
                shown = asked.choices.get(value, value) if asked.choices else value
                rows.append((Field(asked.label, _shown(shown), lines=4 if asked.kind == "long_text" else 1),))
        organ = draft.moment.directory.town_name
        return Content(
            title=TITLES[kind],
            kind=kind,
            layout="form",
            number=number,
            blocks=(Fields(tuple(rows)),),
            signature=(f"{organ}人民政府",),
            signed_on=draft.event_date,
        )

    return write


def register() -> None:
    """Make every kind known."""
    register_papers({kind: PaperKind(title, _plain(kind)) for kind, title in TITLES.items()})
