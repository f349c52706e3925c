"""The tables on the page of a case: evidence (第46条), goods (第56条), opinions, service (第61条), payments, recordings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from guiju.kernel.procedure.api import Listing, Moment, Snapshot
from guiju.mechanisms.penalty.forms import DISPOSAL, EVIDENCE_KINDS, RECORD_ITEMS
from guiju.mechanisms.penalty.forms_after import MANNERS
from guiju.mechanisms.penalty.rows import (
    CaseEvidence,
    CaseGood,
    CaseOpinion,
    Instalment,
    Payment,
    RecordItem,
    ServiceOfPaper,
)

Row = Mapping[str, Any]
DISPOSALS = next(item.choices for item in DISPOSAL if item.name == "disposal")
PAPERS = {"notice": "行政处罚事先告知书", "decision": "行政处罚决定书", "urging": "催告书", "hearing": "听证通知书"}
KINDS_PAID = {"fine": "罚款", "late": "加处罚款"}


def day(value: Any) -> str:
    """A date as the pages write it: 2026-11-20; empty for none."""
    return value.isoformat() if isinstance(value, dt.date) else ""


def yuan(value: Any) -> str:
    """An amount with its unit: 3,000元; empty for none."""
    return f"{Decimal(value):,.2f}元".replace(".00元", "元") if value is not None else ""


def listings(snapshot: Snapshot, moment: Moment) -> tuple[Listing, ...]:
    """The tables that have rows."""
    told = (_evidence(snapshot), _goods(snapshot), _opinions(snapshot, moment), _services(snapshot))
    money = (_payments(snapshot), _instalments(snapshot), _recordings(snapshot))
    return tuple(listing for listing in (*told, *money) if listing.rows)


def _by(snapshot: Snapshot, model: type[models.Model], *names: str) -> Iterable[Row]:
    rows = list(snapshot.of(model))
    return sorted(rows, key=lambda row: tuple((row[name] is not None, row[name] or 0) for name in names))


def _evidence(snapshot: Snapshot) -> Listing:
    """第46条: kinds and days; a title may name people and is shown on the record only."""
    rows = tuple(
        (f"证据{row['ordinal']}", EVIDENCE_KINDS.get(row["kind"], ""), row["manner"], day(row["obtained_on"]))
        for row in _by(snapshot, CaseEvidence, "ordinal")
    )
    return Listing("证据", ("编号", "种类", "怎样取得", "取得日期"), rows, f"{len(rows)} 份，名称已遮盖")


def _goods(snapshot: Snapshot) -> Listing:
    """先行登记保存: within seven days it is decided what becomes of the goods."""
    rows = tuple(
        (
            row["name"],
            row["quantity"],
            row["keeper"],
            day(row["kept_on"]),
            f"{DISPOSALS.get(row['disposal'], '')} {day(row['disposed_on'])}".strip() or "还没有处理",
        )
        for row in _by(snapshot, CaseGood, "kept_on")
    )
    return Listing("涉案物品", ("物品", "数量", "保管", "登记保存", "处理"), rows, f"{len(rows)} 项")


def _opinions(snapshot: Snapshot, moment: Moment) -> Listing:
    rows = tuple(
        (
            str(CaseOpinion.Kind(row["kind"]).label),
            moment.directory.person_names.get(row["person_id"] or 0, row["name"]),
            _stand(row),
            day(row["given_on"]),
        )
        for row in _by(snapshot, CaseOpinion, "given_on", "ordinal")
    )
    return Listing("审查、审核和讨论", ("哪一种", "谁", "意见", "日期"), rows)


def _stand(row: Row) -> str:
    if row["attends_only"]:
        return "列席"
    return {True: "同意", False: "提出问题、不同意见", None: "已出意见"}[row["agrees"]]


def _services(snapshot: Snapshot) -> Listing:
    rows = tuple(
        (
            PAPERS.get(row["paper"], row["paper"]),
            MANNERS.get(row["manner"], ""),
            day(row["served_on"]) or f"{day(row['sent_on'])}发出",
            row["note"],
        )
        for row in _by(snapshot, ServiceOfPaper, "served_on")
    )
    return Listing("送达", ("文书", "方式", "日期", "说明"), rows)


def _payments(snapshot: Snapshot) -> Listing:
    rows = tuple(
        (KINDS_PAID.get(row["kind"], ""), yuan(row["amount"]), day(row["paid_on"]), row["payment_code"], row["receipt"])
        for row in _by(snapshot, Payment, "paid_on")
    )
    return Listing("缴款", ("款项", "金额", "日期", "缴款码", "非税票据号"), rows, right=(1,))


def _instalments(snapshot: Snapshot) -> Listing:
    rows = tuple(
        (f"第{row['ordinal']}期", yuan(row["amount"]), day(row["due_on"]))
        for row in _by(snapshot, Instalment, "ordinal")
    )
    return Listing("延期、分期", ("期次", "金额", "缴到哪天"), rows, right=(1,))


def _recordings(snapshot: Snapshot) -> Listing:
    """三项制度: media stay where they are; here stands which they are."""
    rows = tuple(
        (
            RECORD_ITEMS.get(row["item"], row["item"]),
            f"{row['device']} {row['file_name']}".strip(),
            row["kept_at"],
            day(row["recorded_on"]),
        )
        for row in _by(snapshot, RecordItem, "recorded_on")
    )
    return Listing("音像记录", ("事项", "设备和文件", "存放处", "日期"), rows)
