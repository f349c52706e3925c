"""An invented town (示例) with a station, a village and advisers, whose services are recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guiju.kernel.indicators.api import Period, derive, indicator_of
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
    moment_for,
    plan,
    procedure_in_force,
)

NOW = dt.datetime(2026, 3, 12, 1, 30, tzinfo=dt.UTC)
TODAY, SINCE = dt.date(2026, 3, 12), dt.date(2001, 1, 1)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
STATION, CENTRE, VILLAGE = "远溪镇公共法律服务站", "朝晖邻里中心", "林泉村"
UNITS = (
    ("gov", "远溪镇人民政府", "government", SINCE, None),
    ("station", STATION, "legal_station", SINCE, None),
    ("centre", CENTRE, "legal_centre", SINCE, None),
    ("v1", VILLAGE, "village", SINCE, None),
    ("mc", "远溪镇人民调解委员会", "mediation_committee", SINCE, None),
    ("room-1", "林泉村公共法律服务室", "legal_room", SINCE, None),
    ("room-2", "石湾村公共法律服务室", "legal_room", dt.date(2026, 6, 1), None),
    ("room-3", "旧村公共法律服务室", "legal_room", SINCE, dt.date(2025, 12, 31)),
)


@dataclass
class Desk:
    """Somebody who records services today."""

    town: Town
    numbers: Mapping[str, Any] = field(default_factory=dict)

    @property
    def moment(self) -> Moment:
        return replace(moment_for(acting_as_command(self.town, "test"), NOW), numbers=self.numbers)

    def unit(self, name: str = VILLAGE) -> int:
        return self.moment.directory.units[name]

    def planned(self, kind: str, *intents: Intent, mechanism: str = "legal_services") -> Planned | Refused:
        on = intents[0].event_date or TODAY
        return plan(Snapshot(procedure_in_force(mechanism, kind, on)), intents, self.moment)

    def written(self, planned: Planned | Refused) -> int:
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], NOW)[0].matter
        assert matter is not None
        return matter

    def record(self, kind: str, at: str = VILLAGE, **values: Any) -> int:
        """Record a service at the desk."""
        given = {"event_date": TODAY, "unit": self.unit(at), **values}
        return self.written(self.planned(kind, Intent(f"record_{kind}", given, given["event_date"])))

    def told(self, tells: Any, **row: Any) -> Any:
        """What a row of a register tells."""
        return tells({"event_date": TODAY, "unit": self.unit(), **row}, self.moment)

    def imported(self, tells: Any, **row: Any) -> int:
        """Write what a row tells."""
        said = self.told(tells, **row)
        assert isinstance(said, Opens), said
        return self.written(self.planned(said.kind, *said.intents))

    def figure(self, identifier: str, period: Period = YEAR) -> Any:
        return derive(indicator_of(identifier), self.town.id, period).value


def found_desk() -> Desk:
    """Found the town."""
    description = {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [
            {"code": code, "name": name, "kind": kind, "since": since, "until": until}
            for code, name, kind, since, until in UNITS
        ],
        "people": [{"code": "adviser", "name": "路明"}, {"code": "other", "name": "方正言"}],
        "committees": [
            {
                "unit": "mc",
                "serves": "gov",
                "register_prefix": "远人调",
                "agreement_prefix": "远人调协",
                "oral_prefix": "远口调",
                "terms": [{"from": SINCE}],
                "members": [],
            }
        ],
        "posts": [],
    }
    founded, _ = plan_town(description, "system:test")
    town = Town.objects.get(id=apply([founded], NOW)[0].town_id)
    forget_directory()
    return Desk(town)
