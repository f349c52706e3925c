"""An invented town (示例) with a village, its mediation committee and a mediator, and steps written through apply."""

from __future__ import annotations

import datetime as dt
from typing import Any

from guiju.kernel.procedure.api import Intent, Opens, Planned, Refused
from tests.desk_at_work import DeskAtWork, town_from

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


class Desk(DeskAtWork):
    """The mediator's desk."""

    mechanism = "mediation"
    reasons = {"informed": "已口头告知", "outstanding": "对方外出"}

    def unit(self, name: str) -> int:
        return self.moment.directory.units[name]

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
    return Desk(town_from(description()))
