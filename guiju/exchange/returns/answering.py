"""A unit's answer: through the importer, by what is on record already, by 零报告, or by figures. Pure plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.figures import Given
from guiju.exchange.returns.models import Answer, AskedFigure, How, OwingUnit, ReturnRound, ToldFigure
from guiju.exchange.returns.rounds import may_keep_rounds
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting

MEDIA = {"desk": "本人在页面上", "telephone": "电话", "wechat": "微信", "paper": "纸质", "meeting": "当面"}


@dataclass(frozen=True)
class Brought:
    """What an upload brought: its closing line, the first entry and how many."""

    rows: int = 0
    imported: int = 0
    there: int = 0
    to_confirm: int = 0
    wrong: int = 0
    first_entry: int | None = None
    entries: int = 0

    def __add__(self, other: Brought) -> Brought:
        first = min((one for one in (self.first_entry, other.first_entry) if one is not None), default=None)
        return Brought(
            self.rows + other.rows,
            self.imported + other.imported,
            self.there + other.there,
            self.to_confirm + other.to_confirm,
            self.wrong + other.wrong,
            first,
            self.entries + other.entries,
        )


@dataclass(frozen=True)
class Said:
    """How a unit answered, who said it and by which medium; figures by the key of what was asked."""

    how: str
    told_by: str = ""
    medium: str = "desk"
    brought: Brought = Brought()
    figures: Mapping[int, Decimal | None] | None = None


def may_answer(acting: Acting, owing: OwingUnit) -> bool:
    """Whether somebody answers for a unit: its own people, and whoever keeps the rounds; these alone for the town."""
    return may_keep_rounds(acting) or (not owing.round.from_district and owing.unit_id in acting.unit_ids)


def speaks_for_itself(acting: Acting, owing: OwingUnit) -> bool:
    """Whether somebody answers in their own right: of the unit, or for the town; anybody else names who said it."""
    if owing.round.from_district:
        return may_keep_rounds(acting)
    return owing.unit_id in acting.unit_ids and not may_keep_rounds(acting)


def plan_answer(
    acting: Acting,
    one: ReturnRound,
    owing: OwingUnit,
    said: Said,
    on_record: int,
    today: dt.date,
    asked: Sequence[AskedFigure] = (),
    given: Mapping[int, Given] | None = None,
) -> Plan:
    """Record an answer. `on_record` counts the unit's records of the period, `given` what they give by asked figure.

    Raises ReturnError: a round that is closed, 零报告 where there are records, a figure that is missing or given already.
    """
    own = _refuse(acting, one, owing, said, on_record)
    key, row = NewKey(), _row(acting, owing, said, own, on_record, today)
    changes = [Change(Answer, key, "add", row)]
    for told in _figures(said, asked, given or {}):
        changes.append(Change(ToldFigure, NewKey(), "add", {"town_id": one.town_id, "answer_id": key, **told}))
    reason = f"《{one.title}》回报：{How(said.how).label}"
    medium = "desk" if own else said.medium
    return Plan(one.town_id, "return_answer", acting.actor, acting.actor, medium, changes=changes, reason=reason)


def _row(acting: Acting, owing: OwingUnit, said: Said, own: bool, on_record: int, today: dt.date) -> dict[str, object]:
    brought = said.brought
    return {
        "town_id": owing.town_id,
        "owing_id": owing.id,
        "how": How(said.how).value,
        "told_by": (said.told_by.strip() or acting.name)[:32],
        "medium": "desk" if own else said.medium,
        "recorded_by_id": acting.person_id,
        "told_on": today,
        "rows": brought.rows,
        "imported": brought.imported,
        "there": brought.there,
        "to_confirm": brought.to_confirm,
        "wrong": brought.wrong,
        "first_entry": brought.first_entry,
        "entries": brought.entries,
        "on_record": on_record,
    }


def _refuse(acting: Acting, one: ReturnRound, owing: OwingUnit, said: Said, on_record: int) -> bool:
    """Raise ReturnError; tell whether the unit speaks for itself."""
    if not may_answer(acting, owing):
        raise ReturnError("这一轮由别的单位报，您的岗位不能代报。请找该单位或司法所内勤。")
    if one.closed_on is not None:
        raise ReturnError(f"这一轮{one.closed_on.isoformat()}已经收口。补登记照常做，会作为迟报列出。")
    if said.how == How.NOTHING and on_record:
        raise ReturnError(
            f"这一期已经登记了 {on_record} 件，不能零报告。核对后请选“就是这些”；登记错的请先更正或作废。"
        )
    if said.how == How.THERE and not on_record:
        raise ReturnError("这一期还没有登记过，不能说“就是这些”。确实没有的，请选零报告。")
    own = speaks_for_itself(acting, owing)
    if not own and (not said.told_by.strip() or said.medium not in MEDIA or said.medium == "desk"):
        raise ReturnError("代报要写清是谁说的、怎么说的（电话、微信、纸质、当面），以后查得到。")
    return own


def _figures(said: Said, asked: Sequence[AskedFigure], given: Mapping[int, Given]) -> list[dict[str, object]]:
    """The figures as rows: what the records give goes before what was typed. Raises ReturnError for a gap."""
    found: list[dict[str, object]] = []
    for each in asked:
        ours = given.get(each.id)
        value = ours.value if ours is not None else (said.figures or {}).get(each.id)
        if value is None:
            raise ReturnError(f"还差一个数字：{each.name}（{each.measure}）。没有发生的请填 0。")
        if value < 0:
            raise ReturnError(f"{each.name}不能小于零，请核对。")
        found.append({"asked_id": each.id, "value": value, **(ours.as_told if ours is not None else {"derived": None})})
    return found
