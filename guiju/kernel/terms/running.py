"""A period while it runs: suspended, resumed, extended; its last day is always counted anew from what is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from guiju.kernel.lawbook.api import Lawbook, LawbookError, TermRule, Unit
from guiju.kernel.terms.calendar import Calendar
from guiju.kernel.terms.due import Due, due_date
from guiju.kernel.terms.due_counting import merged
from guiju.kernel.terms.models import Term
from guiju.kernel.terms.spans import Span, spans_of, spans_text

_ONE_DAY = dt.timedelta(1)


def suspendable(rule: TermRule) -> bool:
    """Whether the rule says that something stops its period (and it is counted forwards, in days or longer)."""
    counted = rule.yearly is None and rule.direction == "after" and rule.unit is not Unit.HOUR
    return bool(rule.suspended_by) and counted


@dataclass(frozen=True, slots=True)
class Running:
    """A period that runs: rule, day of its event, stretches that did not count, present suspension, extension.

    `suspended_on` is the first day that does not count; one suspension runs at a time. `extended_by` is in the unit of
    the rule's extension.
    """

    rule: TermRule
    started_on: dt.date
    spans: tuple[Span, ...] = ()
    suspended_on: dt.date | None = None
    extended_by: int = 0

    def due(self, calendar: Calendar) -> Due:
        """The last day by what is recorded so far; a suspension that still runs is not in it yet."""
        return due_date(self.rule, self.started_on, calendar, self.spans, self.extended_by or None)

    def suspended(self, on: dt.date) -> Running:
        """The same from the day on which counting stopped. Unchanged where the rule knows no suspension, or one runs."""
        if self.suspended_on is not None or not suspendable(self.rule):
            return self
        return replace(self, suspended_on=on)

    def resumed(self, on: dt.date) -> Running:
        """The same from the day on which counting goes on: that day counts, the days since the suspension do not.

        Resumed on the day of the suspension (or before it) nothing is lost.
        """
        if self.suspended_on is None:
            return self
        stretch = (self.suspended_on, on - _ONE_DAY)
        spans = self.spans if stretch[1] < stretch[0] else tuple(merged([*self.spans, stretch]))
        return replace(self, spans=spans, suspended_on=None)

    def extended(self, amount: int) -> Running:
        """The same with so much more, up to what the rule allows in all. Unchanged where it allows none."""
        return replace(self, extended_by=self.extended_by + max(0, min(amount, self.extendable_by)))

    @property
    def extendable_by(self) -> int:
        """How much may still be added, in the unit of the rule's extension."""
        return 0 if self.rule.extension is None else self.rule.extension.amount - self.extended_by

    def values(self, calendar: Calendar) -> dict[str, Any]:
        """The columns of the term's row that follow from this."""
        due = self.due(calendar)
        return {
            **self.state(),
            "suspensions": spans_text(self.spans),
            "extended_by": str(self.extended_by) if self.extended_by else "",
            "due_on": due.on,
            "provisional": due.provisional,
            "explanation": due.explanation,
        }

    def state(self) -> dict[str, Any]:
        """The columns that say whether it counts at present."""
        state = Term.State.OPEN if self.suspended_on is None else Term.State.SUSPENDED
        return {"state": state.value, "suspended_on": self.suspended_on}


def running_of(row: Mapping[str, Any], lawbook: Lawbook) -> Running | None:
    """The running period of a term's row, by the rule in force on the day of its event; None where no rulepack has it."""
    try:
        rule = lawbook.term_rule(str(row["rule"]), row["started_on"])
    except LawbookError:
        return None
    # A row that is only planned yet (a sheet tells several entries of a matter) has no columns left at their default.
    spans, extended = tuple(spans_of(row.get("suspensions") or "")), int(row.get("extended_by") or 0)
    return Running(rule, row["started_on"], spans, row.get("suspended_on"), extended)


def extension_problem(running: Running, amount: int) -> str:
    """Why a period may not be extended by so much, as a Chinese sentence; empty where it may."""
    rule = running.rule
    if rule.extension is None:
        return f"“{rule.label}”没有可以延长的规定（{rule.basis.label}）。请在原期限内办理。"
    if amount < 1:
        return f"延长的数额要写整数，单位是{rule.extension.unit}。"
    if amount > running.extendable_by:
        before = f"，已经延长{running.extended_by}{rule.extension.unit}" if running.extended_by else ""
        most = f"最多延长{rule.extension.amount}{rule.extension.unit}"
        return f"“{rule.label}”{most}（{rule.basis.label}）{before}。请改正延长的数额。"
    return ""
