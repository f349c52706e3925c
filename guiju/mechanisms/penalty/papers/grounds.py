"""What a case rests on: the rule that was broken, and the rule under which it is penalised (第44、59条)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guiju.kernel.lawbook.api import LawbookError
from guiju.kernel.procedure.api import Draft, Moment
from guiju.mechanisms.penalty.papers.naming import cause

UNCONFIRMED = "待核实"  # what the catalogue itself calls unconfirmed is not printed


def basis_of_item(detail: Mapping[str, Any], moment: Moment) -> str:
    """What the town's catalogue gives as the basis of the item on the day; empty where it gives none."""
    try:
        row = moment.lawbook.item(str(detail.get("item") or ""), detail.get("discovered_on") or moment.on)
    except LawbookError:
        return ""
    if row.basis is not None:
        return row.basis.label
    return "" if UNCONFIRMED in row.basis_text else row.basis_text


def penalty_basis(detail: Mapping[str, Any], moment: Moment) -> str:
    """The rule under which it is penalised: as the conclusion of the investigation told it, else of the catalogue."""
    return str(detail.get("penalty_basis") or "") or basis_of_item(detail, moment)


def found_violated(draft: Draft) -> str:
    """The sentence that says what the act broke: the rule where it is known, and always the item."""
    rule = draft.snapshot.detail.get("violated_rule")
    against = f"违反了{rule}，" if rule else ""
    return f"上述行为{against}属于{cause(draft)}。"


def under(draft: Draft) -> str:
    """根据 …: the rule of the item, or a free place."""
    return f"根据{penalty_basis(draft.snapshot.detail, draft.moment) or chr(0x3000) * 12}"
