"""当事人的权利: what the Act gives the party in a case, and how each stands now. One that lacks stops a decision."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.procedure.api import Milestone, Moment, Right, Snapshot
from guiju.mechanisms.penalty import bases
from guiju.mechanisms.penalty.conditions import (
    hearing_amount_verified,
    hearing_due,
    review_due,
    review_listed,
    window_open,
)
from guiju.mechanisms.penalty.officers import in_capacity

MILESTONES = (
    Milestone("立案", "filed_on", ("clue",)),
    Milestone("调查取证", "concluded_on", ("investigating",)),
    Milestone("事先告知", "notified_on", ("concluded",)),
    Milestone("听取意见", "decided_on", ("noticed",)),
    Milestone("决定", "decided_on", ()),
    Milestone("送达", "served_on", ("decided",)),
    Milestone("履行", "paid_on", ("performing",)),
    Milestone("结案", "case_closed_on", ()),
    Milestone("归档", "archived_on", ("closed",)),
)
OFFICER_STEPS = ("inspect", "question")


def _day(value: Any) -> str:
    return f"{value.month}月{value.day}日" if isinstance(value, dt.date) else ""


def rights(snapshot: Snapshot, moment: Moment) -> tuple[Right, ...]:
    """The checklist of 行政处罚法 第42-45、58、59、63条 for one case."""
    return (
        _officers(snapshot, moment),
        _notice(snapshot),
        _defence(snapshot, moment),
        _hearing(snapshot, moment),
        _review(snapshot, moment),
        _remedies(snapshot),
    )


def _officers(snapshot: Snapshot, moment: Moment) -> Right:
    names = in_capacity(snapshot, moment, "officer")
    label, done = "两名执法人员、出示证件", {mark.code for mark in snapshot.steps}
    if not names:
        return Right(label, "to_come", "还没有确定执法人员", bases.TWO_OFFICERS)
    shown = not done.isdisjoint(OFFICER_STEPS)
    text = "、".join(names) + ("" if shown else "，还没有检查、询问")
    return Right(label, "done" if shown else "running", text, bases.TWO_OFFICERS, OFFICER_STEPS)


def _notice(snapshot: Snapshot) -> Right:
    told = snapshot.detail.get("notified_on")
    if "noticed" in snapshot.facts:
        return Right("事先告知", "done", f"{_day(told)}送达", bases.NOTICE, ("notify",))
    if told is not None:
        return Right("事先告知", "lacking", f"{_day(told)}告知以后又补充了证据，要重新告知", bases.NOTICE)
    return Right("事先告知", "to_come", "决定以前告知", bases.NOTICE)


def _defence(snapshot: Snapshot, moment: Moment) -> Right:
    detail, basis = snapshot.detail, bases.DEFENCE
    if "waived" in snapshot.facts:
        return Right("陈述、申辩", "done", f"{_day(detail.get('waived_on'))}明确放弃", basis, ("waive",))
    if "defence_heard" in snapshot.facts:
        reviewed = "defence_reviewed" in snapshot.facts
        text = f"{_day(detail.get('defence_on'))}听取" + ("，已复核" if reviewed else "，还没有复核")
        return Right("陈述、申辩", "done" if reviewed else "lacking", text, basis, ("hear_defence",))
    if "noticed" not in snapshot.facts:
        return Right("陈述、申辩", "to_come", "告知以后", basis)
    until = _day(detail.get("defence_until"))
    if window_open(snapshot, moment):
        return Right("陈述、申辩", "running", f"至{until}，尚未收到", basis)
    return Right("陈述、申辩", "done", f"到{until}为止没有提出", basis)


def _hearing(snapshot: Snapshot, moment: Moment) -> Right:
    detail, facts, basis = snapshot.detail, snapshot.facts, bases.HEARING
    if "hearing_settled" in facts:
        held = detail.get("hearing_held_on")
        text = f"{_day(held)}举行" if held else "当事人撤回"
        return Right("听证", "done", text, basis, ("hold_hearing", "withdraw_hearing"))
    if "hearing_asked" in facts:
        return Right("听证", "lacking", f"{_day(detail.get('hearing_asked_on'))}要求，还没有举行", basis)
    if not detail.get("concluded_on"):
        return Right("听证", "to_come", "看拟作的处罚", basis)
    if not hearing_due(snapshot, moment):
        return Right("听证", "not_due", "拟作的处罚没有达到听证的标准", basis)
    unsure = not hearing_amount_verified(snapshot, moment)
    if detail.get("hearing_told"):
        until = detail.get("hearing_until")
        if until is not None and moment.on <= until:
            return Right("听证", "running", f"至{_day(until)}可以要求", basis, unsure=unsure)
        return Right("听证", "done", "已告知，没有要求", basis, ("notify",), unsure)
    return Right("听证", "lacking", "应当告知听证的权利", basis, unsure=unsure)


def _review(snapshot: Snapshot, moment: Moment) -> Right:
    due, listed = review_due(snapshot, moment), review_listed(snapshot, moment)
    if "reviewed" in snapshot.facts:
        text = "审核通过" if due or listed else "不属应审情形，已送审并通过"
        return Right("法制审核", "done", text, bases.REVIEW, ("pass_review",))
    if not snapshot.detail.get("concluded_on"):
        return Right("法制审核", "to_come", "看案情和拟作的处罚", bases.REVIEW)
    if due or listed:
        words = "应当审核，还没有通过" if due else "按目录应当审核，还没有通过"
        return Right("法制审核", "lacking", words, bases.REVIEW if due else bases.REVIEWERS)
    return Right("法制审核", "not_due", "不属应审情形", bases.REVIEW)


def _remedies(snapshot: Snapshot) -> Right:
    if snapshot.detail.get("served_on"):
        return Right("告知复议、诉讼途径", "done", "随决定书", bases.DECISION, ("serve",))
    return Right("告知复议、诉讼途径", "to_come", "随决定书", bases.DECISION)
