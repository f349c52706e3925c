"""The text that reminds, to be copied into WeChat: what is to be returned, until when. It names no private person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from guiju.exchange.returns.models import AskedFigure, ReturnRound
from guiju.exchange.returns.records import asked_registers
from guiju.exchange.returns.standing import UnitStanding


def day(of: dt.date) -> str:
    """A day as people write it."""
    return f"{of.year}年{of.month}月{of.day}日"


def what_is_asked(one: ReturnRound, asked: Sequence[AskedFigure]) -> str:
    """The registers and figures of a round in one phrase."""
    names = [f"《{register.label}》" for register in asked_registers(one)]
    return "、".join([*names, *(f"{each.name}（{each.measure}）" for each in asked)])


FIGURES_ALONE = "记录里数得出的已经带好，核对以后一点就报。"


def reminder_for(unit: UnitStanding, one: ReturnRound, asking: str) -> str:
    """The reminder to one unit, from what is asked of all: with what is on record already, so that it is not told again."""
    if not one.registers:
        return f"{unit.name}：{asking}{FIGURES_ALONE}"
    there = f"系统里已有 {unit.on_record} 件，不用再报；没有别的，回“就是这些”。" if unit.on_record else ""
    return f"{unit.name}：{asking}{there or '这一期没有的，回“零报告”。'}"


def reminder_for_all(names: Sequence[str], one: ReturnRound, asking: str) -> str:
    """One reminder for all units that still owe, by name; empty when nobody does."""
    if not names:
        return ""
    how = "已经登记过的不用再报，回“就是这些”；没有的回“零报告”。" if one.registers else FIGURES_ALONE
    return f"{asking}还没有收到的：{'、'.join(names)}。{how}"


def asking_of(one: ReturnRound, asked: Sequence[AskedFigure]) -> str:
    """What is asked on what notice, until when: the sentence that every reminder holds."""
    period = f"{day(one.period_from)}至{day(one.period_to)}"
    number = f"（{one.notice_number}）" if one.notice_number else ""
    return f"按{one.notice}{number}，请于{day(one.due_on)}前报{period}的{what_is_asked(one, asked)}。"
