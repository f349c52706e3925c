"""An invented town (示例) that is sued and whose acts are reconsidered, with steps written through apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guiju.kernel.indicators.api import Period, derive, indicator_of
from guiju.kernel.ledger.api import Applied
from guiju.kernel.organisation.api import Town, acting_as_command, plan_town
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Opens,
    Planned,
    Refused,
    Snapshot,
    apply,
    forget_directory,
    load_snapshot,
    moment_for,
    plan,
    procedure_in_force,
)
from guiju.kernel.terms.api import Term

TODAY, SINCE = dt.date(2026, 3, 12), dt.date(2001, 1, 1)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
GOVERNMENT, DEPARTMENT = "远溪镇人民政府", "综合行政执法队"
UNITS = (("gov", GOVERNMENT, "government"), ("enforcement", DEPARTMENT, "department"))


@dataclass
class Desk:
    """Somebody who handles the cases on one day."""

    town: Town
    day: dt.date = TODAY
    numbers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def now(self) -> dt.datetime:
        return dt.datetime(self.day.year, self.day.month, self.day.day, 2, tzinfo=dt.UTC)

    @property
    def moment(self) -> Moment:
        return replace(moment_for(acting_as_command(self.town, "test"), self.now), numbers=self.numbers)

    def on(self, day: dt.date) -> Desk:
        """The same desk on another day."""
        return replace(self, day=day)

    def later(self, days: int) -> Desk:
        return self.on(self.day + dt.timedelta(days=days))

    def _new(self, kind: str, values: dict[str, Any]) -> Planned | Refused:
        given = {"unit": self.moment.directory.units[DEPARTMENT], **values}
        snapshot = Snapshot(procedure_in_force("litigation", kind, self.day))
        return plan(snapshot, [Intent("register", given)], self.moment)

    def suit(self, **values: Any) -> int:
        """A suit of which the notice came today."""
        told = {"standing": "defendant", "title": "请求撤销限期拆除决定", "claimant": "谷雨", **values}
        return self.written(self._new("suit", told))

    def review(self, **values: Any) -> int:
        """A reconsideration of which the copy came today."""
        told = {"standing": "respondent", "title": "对行政处罚决定不服", "claimant": "谷雨", **values}
        return self.written(self._new("reconsideration", told))

    def written(self, planned: Planned | Refused) -> int:
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], self.now)[0].matter
        assert matter is not None
        return matter

    def snapshot(self, matter: int) -> Snapshot:
        found = load_snapshot(matter, private=True)
        assert found is not None
        return found

    def answer(self, matter: int, step: str, mode: str = "taken", reasons: Any = None, **values: Any) -> Any:
        """What the write path answers to a step, without writing."""
        intent = Intent(step, values, mode=mode, reasons=reasons or {})
        return plan(self.snapshot(matter), [intent], self.moment)

    def take(self, matter: int, step: str, **values: Any) -> list[Applied]:
        """Take a step that must not be refused."""
        planned = self.answer(matter, step, **values)
        assert isinstance(planned, Planned), planned
        return apply([planned.plan], self.now)

    def refusal_codes(self, matter: int, step: str, **values: Any) -> list[str]:
        """Why a step is refused now."""
        answer = self.answer(matter, step, **values)
        assert isinstance(answer, Refused), "the step would be taken"
        return [refusal.code for refusal in answer.refusals]

    def heard(self, matter: int, **values: Any) -> None:
        """Answer, arrange and hear a suit today."""
        if self.snapshot(matter).stage == "notified":
            self.take(matter, "answer")
        self.take(matter, "arrange", hearing_on=self.day, head_attends="head")
        self.take(matter, "hear", **{"head_appeared": "head", **values})

    def told(self, tells: Any, **row: Any) -> Planned | Refused:
        """The plan of one sheet row."""
        said = tells(row, self.moment)
        assert isinstance(said, Opens), said
        on = said.intents[0].event_date or self.day
        return plan(Snapshot(procedure_in_force("litigation", said.kind, on)), said.intents, self.moment)

    def figure(self, identifier: str, period: Period = YEAR) -> Any:
        return derive(indicator_of(identifier), self.town.id, period).value


def terms_of(matter: int) -> dict[str, tuple[dt.date, str]]:
    """Last day and state of each term, by rule."""
    return {term.rule: (term.due_on, term.state) for term in Term.objects.filter(matter=matter)}


def found_desk() -> Desk:
    """Found the town."""
    description = {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [{"code": code, "name": name, "kind": kind, "since": SINCE} for code, name, kind in UNITS],
        "people": [{"code": "lead", "name": "柏青禾"}, {"code": "adviser", "name": "路明"}],
        "committees": [],
        "posts": [],
    }
    founded, _ = plan_town(description, "system:test")
    town = Town.objects.get(id=apply([founded], dt.datetime(2026, 1, 1, tzinfo=dt.UTC))[0].town_id)
    forget_directory()
    return Desk(town)
