"""An invented town (示例) whose justice office records legal education."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from guiju.kernel.indicators.api import Period, derive, indicator_of
from guiju.kernel.organisation.api import Acting, HeldPost, Person, Town, Unit, acting_as_command, plan_town
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Opens,
    Planned,
    Refused,
    Snapshot,
    Told,
    apply,
    forget_directory,
    moment_for,
    plan,
    procedure_in_force,
)
from guiju.mechanisms.legal_education.models import EducationKind
from guiju.mechanisms.legal_education.rows import tells

NOW = dt.datetime(2026, 3, 12, 1, 30, tzinfo=dt.UTC)
TODAY, SINCE = dt.date(2026, 3, 12), dt.date(2001, 1, 1)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
OFFICE, VILLAGE, GOVERNMENT = "远溪司法所", "林泉村", "远溪镇人民政府"
UNITS = (
    ("gov", GOVERNMENT, "government"),
    ("office", OFFICE, "justice_office"),
    ("v1", VILLAGE, "village"),
)


@dataclass
class Desk:
    """Somebody who records legal education on one day."""

    town: Town
    acting: Acting
    numbers: Mapping[str, Any]

    @property
    def moment(self) -> Moment:
        return replace(moment_for(self.acting, NOW), numbers=self.numbers)

    def unit(self, name: str = OFFICE) -> int:
        return self.moment.directory.units[name]

    def as_clerk_of(self, village: str) -> Desk:
        """The same desk with a village clerk at it, who sees the village only."""
        unit = Unit.objects.get(name=village)
        person = Person.objects.get(town=self.town, code="clerk")
        post = HeldPost("village_clerk", unit.id, unit.name)
        acting = Acting(self.town.id, self.town.code, f"person:{person.id}", person.name, person.id, (post,))
        return Desk(self.town, acting, self.numbers)

    def answer(self, kind: str, mode: str = "taken", **values: Any) -> Planned | Refused:
        """What the write path answers to a record."""
        given = {"event_date": TODAY, "unit": self.unit(), "title": "示例", **values}
        procedure = procedure_in_force("legal_education", kind, given["event_date"])
        return plan(Snapshot(procedure), [Intent(f"record_{kind}", given, given["event_date"], mode)], self.moment)

    def record(self, kind: str, **values: Any) -> int:
        """Write a record; returns the key of the matter."""
        planned = self.answer(kind, **values)
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], NOW)[0].matter
        assert matter is not None
        return matter

    def told(self, kind: EducationKind, **row: Any) -> Told:
        """What a sheet row tells."""
        return tells(kind)({"event_date": TODAY, "title": "示例", **row}, self.moment)

    def imported(self, kind: EducationKind, **row: Any) -> int:
        """Write what a sheet row tells."""
        said = self.told(kind, **row)
        assert isinstance(said, Opens), said
        planned = plan(Snapshot(procedure_in_force("legal_education", said.kind, TODAY)), said.intents, self.moment)
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], NOW)[0].matter
        assert matter is not None
        return matter

    def figure(self, identifier: str, period: Period = YEAR) -> Any:
        return derive(indicator_of(identifier), self.town.id, period).value


def found_desk() -> Desk:
    """Found the town."""
    description = {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [{"code": code, "name": name, "kind": kind, "since": SINCE} for code, name, kind in UNITS],
        "people": [{"code": "clerk", "name": "桑晓"}, {"code": "adviser", "name": "路明"}],
        "committees": [],
        "posts": [],
    }
    founded, _ = plan_town(description, "system:test")
    town = Town.objects.get(id=apply([founded], NOW)[0].town_id)
    forget_directory()
    return Desk(town, acting_as_command(town, "test"), {})
