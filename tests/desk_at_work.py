"""Somebody at work on one day in an invented town: plans steps of one mechanism and writes them through apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from guiju.kernel.ledger.api import Applied
from guiju.kernel.organisation.api import Town, acting_as_command, plan_town
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Planned,
    Refused,
    Snapshot,
    apply,
    forget_directory,
    load_snapshot,
    moment_for,
    plan,
    plan_continued,
    procedure_in_force,
)


def town_from(description: dict[str, Any]) -> Town:
    """Write the town that a description file would tell."""
    founded, _ = plan_town(description, "system:test")
    done = apply([founded], dt.datetime(2026, 1, 1, tzinfo=dt.UTC))[0]
    forget_directory()
    return Town.objects.get(id=done.town_id)


@dataclass
class DeskAtWork:
    """A command holds every post, so that only the law stands against a step.

    A mechanism's own desk says which mechanism it is, what its steps are told unless a test tells otherwise, and the
    reasons with which soft refusals are passed.
    """

    town: Town
    today: dt.date = dt.date(2026, 3, 12)  # a Thursday

    mechanism: ClassVar[str]
    usual: ClassVar[Mapping[str, Mapping[str, Any]]] = {}  # what a step is told
    reasons: ClassVar[Mapping[str, str]] = {}

    @property
    def now(self) -> dt.datetime:
        return dt.datetime(self.today.year, self.today.month, self.today.day, 2, tzinfo=dt.UTC)

    @property
    def moment(self) -> Moment:
        return moment_for(acting_as_command(self.town, "test"), self.now)

    def on(self, day: dt.date) -> Self:
        """The same desk on another day."""
        return replace(self, today=day)

    def after(self, days: int) -> Self:
        return self.on(self.today + dt.timedelta(days))

    def planned(self, kind: str, intents: Sequence[Intent], **options: Any) -> Planned | Refused:
        """The plan of a new matter."""
        return plan(Snapshot(procedure_in_force(self.mechanism, kind, self.today)), intents, self.moment, **options)

    def open(self, kind: str, *intents: Intent) -> int:
        """Begin a matter; returns its key."""
        planned = self.planned(kind, intents)
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], self.now)[0].matter
        assert matter is not None
        return matter

    def snapshot(self, matter: int, **options: Any) -> Snapshot:
        found = load_snapshot(matter, private=True, **options)
        assert found is not None
        return found

    def answer(self, matter: int, step: str, mode: str = "taken", **values: Any) -> list[Planned] | Refused:
        """What the write path answers to a step, without writing."""
        reasons = values.pop("reasons", self.reasons)
        intent = Intent(step, {**self.usual.get(step, {}), **values}, mode=mode, reasons=reasons)  # type: ignore[arg-type]
        return plan_continued(self.snapshot(matter, step=step), [intent], self.moment)

    def take(self, matter: int, step: str, **values: Any) -> list[Applied]:
        """Take a step that must not be refused."""
        planned = self.answer(matter, step, **values)
        assert isinstance(planned, list), planned
        return apply([part.plan for part in planned], self.now)

    def claim(self, matter: int, step: str, **values: Any) -> Planned:
        """Record a step that happened outside."""
        planned = self.answer(matter, step, mode="claimed", **values)
        assert isinstance(planned, list), planned
        apply([planned[0].plan], self.now)
        return planned[0]

    def refusal_codes(self, matter: int, step: str, *, hard: bool | None = None, **values: Any) -> list[str]:
        """Why a step is refused now; only hard or only soft refusals where asked."""
        answer = self.answer(matter, step, **values)
        assert isinstance(answer, Refused), "the step would be taken"
        return [refusal.code for refusal in answer.refusals if hard is None or refusal.hard is hard]
