"""The desk of an invented town (示例) at which one mechanism's steps are planned and written through apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from guiju.kernel.indicators.api import Period, derive, indicator_of
from guiju.kernel.procedure.api import Intent, Moment, Opens, Planned, Refused, apply
from tests.desk_at_work import DeskAtWork, town_from

SINCE, TODAY = dt.date(2001, 1, 1), dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 1, 30, tzinfo=dt.UTC)
YEAR = Period(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
VILLAGE, VILLAGE_COMMITTEE, DEPARTMENT = "林泉村", "林泉村人民调解委员会", "规划建设办公室"
UNITS = (
    ("gov", "远溪镇人民政府", "government"),
    ("v1", VILLAGE, "village"),
    ("v1-mc", VILLAGE_COMMITTEE, "mediation_committee"),
    ("build", DEPARTMENT, "department"),
)
COMMITTEE = {
    "unit": "v1-mc",
    "serves": "v1",
    "register_prefix": "林人调",
    "agreement_prefix": "林人调协",
    "oral_prefix": "林口调",
    "terms": [{"from": SINCE}],
    "members": [{"person": "m1", "duty": "主任"}],
}


def description() -> dict[str, Any]:
    """The town as its description file would say it."""
    return {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [{"code": code, "name": name, "kind": kind, "since": SINCE} for code, name, kind in UNITS],
        "people": [{"code": "m1", "name": "柏青禾"}],
        "committees": [COMMITTEE],
    }


@dataclass
class Desk(DeskAtWork):
    """A desk of any mechanism at which one matter is planned at a time; `numbers` are matters that inputs may name."""

    mechanism: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def moment(self) -> Moment:
        return replace(super().moment, numbers=self.numbers)

    def knowing(self, **numbers: int) -> Desk:
        """The same desk where these numbers of matters are known."""
        return replace(self, numbers=numbers)

    def unit(self, name: str = VILLAGE) -> int:
        return self.moment.directory.units[name]

    def write(self, planned: Planned | Refused) -> int:
        """Write a plan that must not be refused; returns the matter's key."""
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], self.now)[0].matter
        assert matter is not None
        return matter

    def open(self, kind: str, step: str, **values: Any) -> int:
        """Begin a matter here."""
        return self.write(self.planned(kind, [Intent(step, values)]))

    def answer(self, matter: int, step: str, mode: str = "taken", **values: Any) -> Planned | Refused:
        """What the write path answers to a step, without writing."""
        found = super().answer(matter, step, mode, **values)
        return found if isinstance(found, Refused) else found[0]

    def take(self, matter: int, step: str, **values: Any) -> int:
        """Take a step that must not be refused."""
        return self.write(self.answer(matter, step, **values))

    def finding_codes(self, matter: int, step: str, **values: Any) -> list[str]:
        """The findings that a step leaves where it is only told."""
        answer = self.answer(matter, step, mode="claimed", **values)
        assert isinstance(answer, Planned), answer
        return [finding.code for finding in answer.findings]

    def told(self, tells: Any, row: Mapping[str, Any]) -> Planned | Refused:
        """The plan of one sheet row."""
        said = tells(row, self.moment)
        assert isinstance(said, Opens), said
        return self.planned(said.kind, said.intents)

    def value(self, figure: str, period: Period = YEAR) -> object:
        """A figure of this town."""
        return derive(indicator_of(figure), self.town.id, period).value


def found_desk(mechanism: str) -> Desk:
    """Found the town and sit down at a mechanism's desk."""
    return Desk(town_from(description()), mechanism=mechanism)
