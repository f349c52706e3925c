"""Attesting a figure that only a superior's platform gives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from guiju.kernel.indicators.models import Attestation
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting


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
) -> Plan:
    """The plan of an attestation; raises ValueError where what makes it checkable is missing."""
    if not platform.strip() or not conditions.strip():
        raise ValueError("平台数据要写明来自哪个平台、按什么条件查询，别人才能复核。")
    if acting.person_id is None:
        raise ValueError("平台数据要由人确认，系统命令不能确认。")
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
        "attested_by_id": acting.person_id,
        "attested_on": attested_on,
    }
    change = Change(Attestation, NewKey(), "add", row)
    return Plan(acting.town_id, "attestation", acting.actor, acting.actor, changes=[change], reason=f"确认 {indicator}")
