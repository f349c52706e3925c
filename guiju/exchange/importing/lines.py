"""One row of a sheet on its way to a matter: what it says, what is wrong with it, and what would be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db import models

from guiju.exchange.sheets.api import Finding
from guiju.kernel.ledger.api import Plan, is_empty
from guiju.kernel.procedure.api import Refusal, Told


class State(StrEnum):
    """Where a row stands. Each row has exactly one."""

    GOOD = "good"  # 可以导入
    SAME = "same"  # 已有，没有不同
    DOUBLED = "doubled"  # 与上面某行相同，只记一次
    DIFFERS = "differs"  # 已有，但有不同
    ASK = "ask"  # 请确认
    WRONG = "wrong"  # 有错


def says_nothing(value: Any) -> bool:
    """Whether a value of a row says nothing of its matter: an empty cell, a box without a tick. A zero does say something."""
    return is_empty(value) or value is False or value == ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which a row differs from what is recorded. Without a key it is a row that is not on record."""

    model: type[models.Model]
    key: int | None
    attname: str
    label: str
    old: Any
    new: Any
    private: bool = False
    choices: Mapping[str, str] = field(default_factory=dict, compare=False)  # what the codes of the field are called

    @property
    def told(self) -> str:
        """The difference in words; of private values and of several columns in one only that they differ."""
        if self.private or self.key is None or isinstance(self.new, Mapping):
            return f"{self.label}与已登记的不同"
        return f"{self.label}：已登记“{self._shown(self.old)}”，表里是“{self._shown(self.new)}”"

    def _shown(self, value: Any) -> str:
        if value in (None, ""):
            return "（空）"
        return {True: "是", False: "否"}[value] if isinstance(value, bool) else self.choices.get(str(value), str(value))


@dataclass(slots=True)
class Line:
    """One row: its Excel number, its values by field, its identity, its state and why."""

    number: int
    values: Mapping[str, Any]
    state: State = State.GOOD
    findings: list[Finding] = field(default_factory=list)
    key: str | None = None  # None while it cannot be told, or for a row that joins another matter
    digest: str = ""  # of an unnumbered row
    same_as: int = 0  # the row that it doubles
    matter: int | None = None  # the matter it is already
    told: Told | None = None
    plan: Plan | None = None
    left: tuple[Refusal, ...] = ()  # 补录发现
    differences: tuple[Difference, ...] = ()

    @property
    def reasons(self) -> list[str]:
        """What is wrong or asked, in sentences."""
        return [finding.message for finding in self.findings]
