"""A sheet that no mechanism knows (示例, invented), the register that is made of it, and its figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.exchange.importing.tests.made_registers import FIRST, book, moment
from guiju.exchange.sheets.api import Workbook
from guiju.kernel.indicators.api import Figure, derive, town_indicator, year_until
from guiju.kernel.mechanism.api import ColumnWish, RegisterWish
from guiju.kernel.procedure.api import apply
from guiju.mechanisms.registers.defining import define

NAME = "普法物资发放登记"
COLUMNS = (
    ("发放日期", "event_date", False),
    ("村居", "unit", False),
    ("物资名称", "title", False),
    ("领取人", "text", True),
    ("覆盖人数", "persons", False),
    ("金额（元）", "amount", False),
    ("规格", "text", False),
    ("备注", "note", True),
)
HEADINGS = tuple(heading for heading, _, _ in COLUMNS)


def wish(name: str = NAME, unit_id: int | None = None, **changed: tuple[str, bool]) -> RegisterWish:
    """The wish for the register; `changed` gives other kinds to columns by heading."""
    columns = [ColumnWish(heading, *changed.get(heading, (field, private))) for heading, field, private in COLUMNS]
    return RegisterWish(name, tuple(columns), unit_id)


def defined(wished: RegisterWish | None = None, who: str = "clerk", code: str = "yuanxi") -> str:
    """Put the register on record; returns its id."""
    told = moment(who, code)
    plan, register = define(wished or wish(), told)
    apply([plan], told.now)
    return register


def row(day: Any = dt.date(2026, 3, 2), title: str = "宣传手册", **others: Any) -> tuple[Any, ...]:
    """One line of the sheet."""
    told = {"村居": FIRST, "领取人": "安有容", "覆盖人数": 30, "金额（元）": 120.5, "规格": "A5", "备注": "安有容代领"}
    told |= {"发放日期": day, "物资名称": title, **others}
    return tuple(told.get(heading, "") for heading in HEADINGS)


def sheet(*rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> Workbook:
    """The sheet as a workbook."""
    return book(headings, rows, "普法物资.xlsx")


def figure(town_id: int, identifier: str, as_of: dt.date = dt.date(2026, 12, 31)) -> Figure:
    """A figure of the town from New Year's Day to a day."""
    return derive(town_indicator(identifier, town_id), town_id, year_until(as_of))
