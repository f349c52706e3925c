"""An invented town (示例) with a village, its mediation committee and a mediator, and steps written through apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    plan_continued,
    procedure_in_force,
)

SINCE = dt.date(2001, 1, 1)
TODAY = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 1, 30, tzinfo=dt.UTC)
VILLAGE_COMMITTEE, TOWN_COMMITTEE = "林泉村人民调解委员会", "远溪镇人民调解委员会"
UNITS = (
    ("gov", "远溪镇人民政府", "government", "远溪镇"),
    ("v1", "林泉村", "village", ""),
    ("v1-mc", VILLAGE_COMMITTEE, "mediation_committee", "林泉村调委会"),
    ("mc", TOWN_COMMITTEE, "mediation_committee", "镇调委会"),
    ("firm", "示例律师事务所", "law_firm", ""),
)
PEOPLE = (("m1", "柏青禾"), ("m2", "桑晓"), ("adviser", "路明"))


def description() -> dict[str, Any]:
    """The town as its description file would say it."""
    committees = (("v1-mc", "v1", "林"), ("mc", "gov", "远"))
    return {
        "town": {"code": "yuanxi", "name": "远溪镇", "note": "示例，均为虚构"},
        "units": [
            {"code": code, "name": name, "kind": kind, "since": SINCE, "aliases": [alias] if alias else []}
            for code, name, kind, alias in UNITS
        ],
        "people": [{"code": code, "name": name} for code, name in PEOPLE],
        "committees": [
            {
                "unit": unit,
                "serves": serves,
                "register_prefix": f"{letter}人调",
                "agreement_prefix": f"{letter}人调协",
                "oral_prefix": f"{letter}口调",
                "terms": [{"from": SINCE}],
                "members": [{"person": "m1", "duty": "主任"}],
            }
            for unit, serves, letter in committees
        ],
        "posts": [{"person": "m1", "role": "mediator", "unit": "v1-mc", "since": SINCE}],
    }


@dataclass
class Desk:
    """Somebody at work on one day: plans steps and writes them."""

    town: Town
    now: dt.datetime = NOW

    @property
    def moment(self) -> Moment:
        return moment_for(acting_as_command(self.town, "test"), self.now)

    def on(self, day: dt.date) -> Desk:
        """The same desk on another day."""
        return Desk(self.town, dt.datetime(day.year, day.month, day.day, 2, tzinfo=dt.UTC))

    def unit(self, name: str) -> int:
        return self.moment.directory.units[name]

    def planned(self, kind: str, intents: Sequence[Intent], **options: Any) -> Planned | Refused:
        """The plan of a new matter."""
        return plan(Snapshot(procedure_in_force("mediation", kind, TODAY)), intents, self.moment, **options)

    def open(self, kind: str, *intents: Intent) -> int:
        """Begin a matter; returns its key."""
        planned = self.planned(kind, intents)
        assert isinstance(planned, Planned), planned
        matter = apply([planned.plan], self.now)[0].matter
        assert matter is not None
        return matter

    def register(self, **values: Any) -> int:
        """A file registered today."""
        given = {
            "unit": self.unit(VILLAGE_COMMITTEE),
            "dispute_kind": "neighbour",
            "applicant": "谷雨",
            "respondent": "夏至",
            "facts": "两家共用的排水沟堵塞",
            **values,
        }
        return self.open("file", Intent("register", given))

    def snapshot(self, matter: int) -> Snapshot:
        found = load_snapshot(matter, private=True)
        assert found is not None
        return found

    def answer(self, matter: int, step: str, mode: str = "taken", **values: Any) -> list[Planned] | Refused:
        """What the write path answers to a step, without writing; soft refusals pass with a reason."""
        intent = Intent(step, values, mode=mode, reasons={"informed": "已口头告知", "outstanding": "对方外出"})
        return plan_continued(self.snapshot(matter), [intent], self.moment)

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

    def refusal_codes(self, matter: int, step: str, **values: Any) -> list[str]:
        """Why a step is refused now."""
        answer = self.answer(matter, step, **values)
        assert isinstance(answer, Refused), "the step would be taken"
        return [refusal.code for refusal in answer.refusals]

    def in_mediation(self, **values: Any) -> int:
        """A file that is being mediated."""
        matter = self.register(**values)
        self.take(matter, "accept")
        self.take(matter, "inform", informed_how="oral")
        self.take(matter, "appoint", mediator="柏青禾")
        self.take(matter, "mediate", session_result="agreed")
        return matter

    def agreed(self, **values: Any) -> int:
        """A file with an agreement on paper that nobody has signed yet."""
        matter = self.in_mediation()
        given = {"agreed_on": TODAY, "agreement_text": "夏至三日内疏通排水沟", **values}
        self.take(matter, "make_agreement", **given)
        return matter

    def told(self, tells: Any, row: dict[str, Any]) -> Planned | Refused:
        """The plan of one sheet row."""
        said = tells({"unit": self.unit(VILLAGE_COMMITTEE), **row}, self.moment)
        assert isinstance(said, Opens), said
        return self.planned(said.kind, said.intents)


def found_desk() -> Desk:
    """Found the town."""
    founded, _ = plan_town(description(), "system:test")
    done = apply([founded], NOW)[0]
    forget_directory()
    return Desk(Town.objects.get(id=done.town_id))
