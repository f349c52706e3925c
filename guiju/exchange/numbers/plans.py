"""Entering numbers that others gave, and noting that one was cancelled. Pure plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from guiju.exchange.numbers.models import GivenNumber, Keeper
from guiju.exchange.numbers.reading import Told
from guiju.kernel.ledger.api import Change, NewKey, Plan
from guiju.kernel.organisation.api import Acting

KEEPERS_OF = {
    Keeper.OFFICE: ("office_clerk", "justice_clerk", "justice_head"),
    Keeper.SUPERIOR: ("justice_clerk", "justice_head", "enforcement_head", "legal_officer"),
    Keeper.COMMITTEE: ("justice_clerk", "justice_head", "mediator"),
    Keeper.OTHER: ("office_clerk", "justice_clerk", "justice_head"),
}


class NumberError(Exception):
    """A sentence for the person who enters numbers."""


def may_enter(acting: Acting, keeper: str) -> bool:
    """Whether somebody enters numbers of this book."""
    return keeper in Keeper and acting.holds(KEEPERS_OF[Keeper(keeper)])


def known_as(told: Told) -> tuple[str, str, str]:
    """What makes a line the same line when the list comes again."""
    return told.number, told.title, told.on.isoformat() if told.on else ""


def plan_numbers(
    acting: Acting,
    keeper: str,
    source: str,
    lines: Sequence[Told],
    known: Collection[tuple[str, str, str]],
    today: dt.date,
) -> Plan:
    """Enter the lines that are not there yet; the same number for another title is entered, and seen as told twice.

    Raises NumberError for a post that does not keep the book, without a source, and where nothing is new.
    """
    if not may_enter(acting, keeper):
        raise NumberError(
            "这本字号不由您的岗位登记：发文字号由党政办，上级案号由承办部门，调解卷号由调委会或者司法所登记。"
        )
    if not source.strip():
        raise NumberError("请写号从哪里来，例如：党政办发文登记簿、区平台导出，别人才查得到。")
    fresh = {known_as(told): told for told in lines if known_as(told) not in known}
    if not fresh:
        raise NumberError("没有新的号：这些行都已经登记过。" if lines else "没有读到号，请一行写一个文号。")
    changes = [
        Change(GivenNumber, NewKey(), "add", _row(acting, keeper, source, told, today)) for told in fresh.values()
    ]
    reason = f"登记{Keeper(keeper).label}的号 {len(changes)} 个，来源：{source.strip()[:60]}"
    return Plan(acting.town_id, "given_numbers", acting.actor, acting.actor, changes=changes, reason=reason)


def _row(acting: Acting, keeper: str, source: str, told: Told, today: dt.date) -> dict[str, object]:
    return {
        "town_id": acting.town_id,
        "keeper": keeper,
        "number": told.number[:64],
        "title": told.title[:120],
        "given_on": told.on,
        "source": source.strip()[:120],
        "cancelled_on": None,
        "entered_by_id": acting.person_id,
        "entered_on": today,
    }


def plan_cancelled(acting: Acting, given: GivenNumber, today: dt.date) -> Plan:
    """Note that whoever gave a number has cancelled it; it stays, as 作废. Raises NumberError."""
    if not may_enter(acting, given.keeper):
        raise NumberError("这本字号不由您的岗位登记，请告诉登记的人。")
    if given.cancelled_on is not None:
        raise NumberError(f"{given.number}已经记为作废。")
    change = Change(GivenNumber, given.id, "change", {"cancelled_on": today})
    return Plan(
        given.town_id,
        "given_number_cancelled",
        acting.actor,
        acting.actor,
        changes=[change],
        reason=f"{given.number}作废",
    )
