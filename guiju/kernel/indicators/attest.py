"""Attesting a figure that only a superior's platform gives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.indicators.models import Attestation
from guiju.kernel.ledger.api import Change, NewKey, Plan, sha256_hex
from guiju.kernel.organisation.api import Acting


def platform_figure(name: str) -> str:
    """The id of a figure that only a platform counts: the same for the same name, whoever enters it."""
    return f"platform.{sha256_hex(name.strip())[:12]}"


def plan_attestation(
    acting: Acting,
    *,
    indicator: str,
    period_from: dt.date,
    as_of: dt.date,
    value: Decimal,
    unit: str,
    platform: str,
    conditions: str,
    attested_on: dt.date,
    evidence_sha256: str = "",
    evidence_media_type: str = "",
    name: str = "",
) -> Plan:
    """The plan of an attestation; `name` where the figure is none of ours.

    Raises ValueError where what makes it checkable is missing, or its days or value cannot be.
    """
    _refuse_unchecked(platform, conditions, acting.person_id)
    _refuse_impossible(period_from, as_of, attested_on, value)
    row = {
        "town_id": acting.town_id,
        "indicator": indicator,
        "period_from": period_from,
        "as_of": as_of,
        "value": value,
        "unit": unit,
        "platform": platform,
        "conditions": conditions,
        "evidence_sha256": evidence_sha256,
        "evidence_media_type": evidence_media_type[:80],
        "name": name,
        "attested_by_id": acting.person_id,
        "attested_on": attested_on,
    }
    change = Change(Attestation, NewKey(), "add", row)
    return Plan(
        acting.town_id, "attestation", acting.actor, acting.actor, changes=[change], reason=f"确认 {name or indicator}"
    )


def _refuse_unchecked(platform: str, conditions: str, person_id: int | None) -> None:
    if not platform.strip() or not conditions.strip():
        raise ValueError("平台数据要写明来自哪个平台、按什么条件查询，别人才能复核。")
    if person_id is None:
        raise ValueError("平台数据要由人确认，系统命令不能确认。")


def _refuse_impossible(period_from: dt.date, as_of: dt.date, attested_on: dt.date, value: Decimal) -> None:
    if not period_from <= as_of <= attested_on:
        raise ValueError("统计期间的起日不能晚于截止日，截止日不能晚于登记当天：平台还没有数到那一天。")
    if value < 0:
        raise ValueError("平台数据不能小于零，请对照截图再核一遍。")
