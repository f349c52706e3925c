"""What a paper that is made here must be able to say; a step claimed from outside has its own paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.procedure.api import Guard, Moment, Refusal, Snapshot
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.amounts import sentence_from
from guiju.mechanisms.penalty.effects import parties_of
from guiju.mechanisms.penalty.papers.grounds import penalty_basis
from guiju.mechanisms.penalty.papers.remedies import BANK_SETTING

Values = Mapping[str, Any]


def _party_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第44、59条: whoever is told or penalised has a name."""
    if parties_of(snapshot) or values.get("party"):
        return None
    return Refusal("input", "还没有登记当事人。请填写当事人的姓名或者名称。", field="party")


def _party_addressed(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第59条第1款第1项: the decision gives name and address of the party."""
    if values.get("party_address") or any(row.get("address") for row in parties_of(snapshot)):
        return None
    return Refusal("input", "决定书要写明当事人的地址（第59条），还没有填。请填住址或者住所。", field="party_address")


def _basis_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """第44、59条: notice and decision give the basis of the penalty; the catalogue's serves where it is certain."""
    told = {**snapshot.detail, "penalty_basis": values.get("penalty_basis") or snapshot.detail.get("penalty_basis")}
    if penalty_basis(told, moment):
        return None
    reason = (
        "执法事项目录没有确定的依据，处罚依据还没有填（第44、59条）。请在调查终结时写到条款项，已经终结的用更正补上。"
    )
    return Refusal("input", reason, field="penalty_basis")


def _collector_named(snapshot: Snapshot, values: Values, moment: Moment) -> Refusal | None:
    """罚缴分离办法 第7条: a decision that fines names who collects the fine."""
    if not sentence_from(values).fine or values.get("bank") or moment.settings.get(BANK_SETTING):
        return None
    reason = "决定书要写明代收机构的名称和地址，还没有填，镇里也没有设定。"
    return Refusal("collector", reason, bases.COLLECTOR, "填写代收机构，或者由管理员设定。", field="bank")


PARTY_NAMED = Guard("party_named", _party_named, taken_only=True)
PARTY_ADDRESSED = Guard("party_addressed", _party_addressed, taken_only=True)
BASIS_NAMED = Guard("basis_named", _basis_named, taken_only=True)
COLLECTOR_NAMED = Guard("collector", _collector_named, taken_only=True)
