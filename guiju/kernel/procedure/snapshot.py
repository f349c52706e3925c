"""The snapshot of a matter that pure planning reads, and the moment at which it is read."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from guiju.kernel.lawbook.api import Lawbook
from guiju.kernel.ledger.api import Key, Private, StepMark
from guiju.kernel.organisation.api import Acting, Directory
from guiju.kernel.procedure.declarations import START, Procedure
from guiju.kernel.terms.api import Calendar

Row = dict[str, Any]


@dataclass(frozen=True)
class Moment:
    """When, for whom and under which law something is planned: everything a plan needs besides the matter.

    `today` is the day of planning, `on` the day on which the step happened: for a step taken here mostly the same, for
    one that is claimed afterwards an earlier one. Windows and limits are asked of `on`.
    """

    now: dt.datetime
    today: dt.date
    acting: Acting
    lawbook: Lawbook
    calendar: Calendar
    directory: Directory
    settings: Mapping[str, str] = field(default_factory=dict)
    medium: str = "desk"
    numbers: Mapping[str, Key] = field(default_factory=dict)  # matters by a number that the input names
    happened_on: dt.date | None = None
    _of_days: dict[dt.date, Moment] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def on(self) -> dt.date:
        """The legal day of the step that is planned."""
        return self.happened_on or self.today

    def as_of(self, day: dt.date) -> Moment:
        """The same moment for a step that happened on a day; made once a day, for a sheet has many rows of few days."""
        if day == self.on:
            return self
        if day not in self._of_days:
            self._of_days[day] = dataclasses.replace(self, happened_on=day)
        return self._of_days[day]

    @property
    def town_id(self) -> int:
        return self.acting.town_id


@dataclass
class Snapshot:
    """A matter as it is: rows as plain dictionaries, steps in order, facts folded from them.

    Planning works on a copy that grows step by step; a row that does not exist yet has a placeholder for its key, and
    a private value just typed in stands there as `Private`.
    """

    procedure: Procedure
    key: Key | None = None
    matter: Row = field(default_factory=dict)
    detail: Row = field(default_factory=dict)
    rows: dict[type[models.Model], dict[Key, Row]] = field(default_factory=dict)
    steps: list[StepMark] = field(default_factory=list)
    facts: frozenset[str] = frozenset()
    clear: Mapping[str, str] = field(default_factory=dict)  # opened private values by commitment

    @property
    def stage(self) -> str:
        return str(self.matter.get("stage", START))

    @property
    def ended(self) -> bool:
        return self.stage in self.procedure.ends or bool(self.matter.get("voided"))

    def of(self, model: type[models.Model]) -> Iterator[Row]:
        """Rows of a child table, oldest first."""
        return iter(self.rows.get(model, {}).values())

    def copy(self) -> Snapshot:
        """A copy that may grow without touching this one."""
        return Snapshot(
            self.procedure,
            self.key,
            dict(self.matter),
            dict(self.detail),
            {model: {key: dict(row) for key, row in rows.items()} for model, rows in self.rows.items()},
            list(self.steps),
            self.facts,
            self.clear,
        )

    def text(self, value: Any) -> str:
        """Clear text of a private field's value: just typed, opened, or empty when it may not be read here."""
        if isinstance(value, Private):
            return value.value
        return self.clear.get(value, "") if value else ""
