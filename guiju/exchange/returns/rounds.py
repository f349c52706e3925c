"""Making a round, making it again for the next period, and closing it. Pure plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from guiju.exchange.returns.errors import ReturnError
from guiju.exchange.returns.models import AskedFigure, Every, Force, OwingUnit, Reckoned, ReturnRound
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting

KEEPERS = ("justice_clerk", "justice_head", "office_clerk")


@dataclass(frozen=True)
class Asked:
    """A figure that a round asks: the id of one of ours, or none; its name, unit of measure and how rounds add up."""

    name: str
    measure: str
    indicator: str = ""
    reckoned: str = ""

    @property
    def as_row(self) -> dict[str, object]:
        words = {"indicator": self.indicator, "name": self.name[:48], "measure": self.measure[:12]}
        return {**words, "reckoned": Reckoned(self.reckoned).value}


@dataclass(frozen=True)
class Wish:
    """A round as a person wants it."""

    title: str
    notice: str
    notice_number: str
    period_from: dt.date
    period_to: dt.date
    due_on: dt.date
    force: str
    registers: Sequence[str]
    units: Collection[int]
    figures: Sequence[Asked] = ()
    every: str = ""


def may_keep_rounds(acting: Acting) -> bool:
    """Whether somebody makes and closes rounds."""
    return acting.holds(KEEPERS)


def plan_round(acting: Acting, wish: Wish, today: dt.date) -> Plan:
    """A new round. Raises ReturnError for a post that makes none, and for what cannot be."""
    if not may_keep_rounds(acting):
        raise ReturnError("报送由司法所、党政办发起和收齐，您的岗位不发起。要收什么，请告诉司法所内勤。")
    refuse_impossible(wish)
    changes = round_changes(acting.town_id, wish, {"made_by_id": acting.person_id, "made_on": today})
    reason = f"报送《{wish.title.strip()}》，{len(wish.units)} 个单位，{wish.due_on.isoformat()}前报"
    return Plan(acting.town_id, "return_round", acting.actor, acting.actor, changes=changes, reason=reason)


def round_changes(town_id: int, wish: Wish, made: dict[str, object]) -> list[Change]:
    """The rows of a round in a town: the round, who owes it, and the figures that it asks; `made` says by whom."""
    key = NewKey()
    row = {
        "town_id": town_id,
        "title": wish.title.strip()[:60],
        "notice": wish.notice.strip()[:80],
        "notice_number": wish.notice_number.strip()[:48],
        "period_from": wish.period_from,
        "period_to": wish.period_to,
        "due_on": wish.due_on,
        "force": Force(wish.force).value,
        "registers": ",".join(wish.registers),
        "every": Every(wish.every).value,
        "closed_by_id": None,
        "closed_on": None,
        "closed_at_entry": None,
        **made,
    }
    town = {"town_id": town_id, "round_id": key}
    return [
        Change(ReturnRound, key, "add", row),
        *(Change(OwingUnit, NewKey(), "add", {**town, "unit_id": unit}) for unit in sorted(wish.units)),
        *(Change(AskedFigure, NewKey(), "add", {**town, **each.as_row}) for each in wish.figures),
    ]


def refuse_impossible(wish: Wish) -> None:
    """Raise ReturnError for a round that says too little, or whose days cannot be."""
    if not wish.title.strip() or not wish.notice.strip():
        raise ReturnError("请写报送的名称和依据的通知，单位才知道凭什么报。")
    if not wish.period_from <= wish.period_to:
        raise ReturnError("期间的起日晚于止日，请改一下。")
    if wish.due_on < wish.period_from:
        raise ReturnError("报送日早于期间的第一天，还没有发生的事报不了。请改报送日。")
    if not wish.registers and not wish.figures:
        raise ReturnError("请选要报的台账，或者写要报的数字。")
    if not wish.units:
        raise ReturnError("请选要报的单位，至少一个。")
    if wish.force == Force.STATUTORY and not wish.notice_number.strip():
        raise ReturnError("法定期限要写明依据的文号或者法条；没有法律规定的，请选“内部要求”。")


def next_period(begin: dt.date, end: dt.date, every: str) -> tuple[dt.date, dt.date]:
    """The stretch of months after a period: one month, three, or as many as the period touches."""
    touched = (end.year - begin.year) * 12 + end.month - begin.month + 1
    months = {Every.MONTH.value: 1, Every.QUARTER.value: 3}.get(every, touched)
    first = (end.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    at = first.year * 12 + first.month - 1 + months
    return first, dt.date(at // 12, at % 12 + 1, 1) - dt.timedelta(days=1)


def wish_again(last: ReturnRound, units: Collection[int], figures: Sequence[AskedFigure]) -> Wish:
    """The last round for the next period: the same units and questions, due as many days after its end."""
    begin, end = next_period(last.period_from, last.period_to, last.every)
    return Wish(
        last.title,
        last.notice,
        last.notice_number,
        begin,
        end,
        end + (last.due_on - last.period_to),
        last.force,
        last.register_ids,
        units,
        [Asked(each.name, each.measure, each.indicator, each.reckoned) for each in figures],
        last.every,
    )


def plan_closing(acting: Acting, one: ReturnRound, told: str, entries: int, today: dt.date) -> Plan:
    """Close a round; `told` is its account in one sentence, `entries` how many the town has now. Raises ReturnError."""
    if one.from_district:
        raise ReturnError("这一轮是区里要的，由区里收口。")
    if not may_keep_rounds(acting):
        raise ReturnError("报送由司法所、党政办收齐，您的岗位不能收口。")
    if one.closed_on is not None:
        raise ReturnError(f"《{one.title}》{one.closed_on.isoformat()}已经收口。")
    values = {"closed_by_id": acting.person_id, "closed_on": today, "closed_at_entry": entries}
    change = Change(ReturnRound, one.id, "change", values)
    return Plan(one.town_id, "return_closed", acting.actor, acting.actor, changes=[change], reason=told)
