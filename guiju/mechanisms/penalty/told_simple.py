"""Which dated steps a row of 当场处罚登记表 tells: the decision on the spot, the report, publication, payment, closing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from guiju.kernel.procedure.api import Intent, Moment, Opens, Told, Unclear, claimed
from guiju.mechanisms.penalty.told import ELSEWHERE, NOT_TOLD
from guiju.mechanisms.penalty.told_performance import archived, published
from guiju.mechanisms.penalty.told_words import kinds_in

Row = Mapping[str, Any]
BEGUN = (
    *("item", "party_kind", "party", "party_id", "source", "source_number", "number", "master", "master_number"),
    *("violated_rule", "penalty_basis"),
)


def tells_on_spot(row: Row, moment: Moment) -> Told:
    """One row is one decision on the spot; its day is also that of what was found."""
    unit = row.get("unit") or moment.directory.first_unit("enforcement_team")
    if unit is None:
        return Unclear("这张表没有写承办队伍：这一行由哪支队伍承办？请在表头上方写明“填报单位：…”。")
    codes, unknown = kinds_in(row.get("kinds"))
    if unknown:
        return Unclear(f"“{unknown[0]}”是哪一种处罚？当场处罚只有警告和罚款。", "kinds")
    if not codes and not row.get("fine"):
        return Unclear("没有写罚款金额，也没有写警告：当场决定了什么处罚？", "kinds")
    told = {**row, "unit": unit, "kinds": ",".join(codes), "officers": row.get("officers") or NOT_TOLD}
    return Opens("simple", tuple(_steps(told)))


def _steps(row: Row) -> Iterator[Intent]:
    on, handed_over = row["decided_on"], bool(row.get("handed_over"))
    texts = {"place": row.get("place") or ELSEWHERE, "facts": row.get("facts") or ELSEWHERE}
    begun = {name: row.get(name) for name in BEGUN} | texts
    begun |= {"unit": row["unit"], "officers": row["officers"], "certificate_shown": handed_over, "found_on": on}
    yield claimed("begin_on_spot", on, begun)
    values = {name: row.get(name) for name in ("kinds", "fine", "cash", "cash_ground", "number", "decided_on")}
    values |= {"told_rights": handed_over, "delivered": handed_over, "officers": row["officers"]}
    yield claimed("decide_on_spot", on, values)
    if row.get("reported_on"):
        yield claimed("report_back", row["reported_on"], {"reported_on": row["reported_on"]})
    if row.get("handed_in_on"):
        yield claimed("hand_in_cash", row["handed_in_on"], {"handed_in_on": row["handed_in_on"]})
    if row.get("banked_on"):
        yield claimed("bank_cash", row["banked_on"], {"banked_on": row["banked_on"]})
    yield from published(row)
    if row.get("paid_on") and row.get("fine") and not row.get("cash"):
        yield claimed("pay", row["paid_on"], {"amount": row["fine"], "paid_on": row["paid_on"]})
    if row.get("closed_on"):
        yield claimed("close", row["closed_on"], {"closed_on": row["closed_on"]})
    if row.get("archived_on"):
        yield archived(row)
