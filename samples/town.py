"""The invented town as the writers of its sheets need it: villages, committees, mediators and advisers."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

STATION = "青禾镇公共法律服务站"
CENTRES = ("朝阳邻里中心", "新禾邻里中心")
TOWN_COMMITTEE = "qinghe-mc"


@dataclass(frozen=True)
class Committee:
    """A mediation committee: its name as registered, the everyday short one, number prefixes and mediators."""

    code: str
    name: str
    short_name: str
    village: str
    prefix: str
    agreement_prefix: str
    oral_prefix: str
    mediators: tuple[str, ...]


@dataclass(frozen=True)
class Town:
    """Villages in order, committees by unit code, and which adviser serves which village."""

    villages: tuple[str, ...]
    committees: dict[str, Committee]
    clerks: dict[str, str]
    advisers: dict[str, str]

    def committee_of(self, village: str) -> Committee:
        """The committee beside ``village``."""
        return next(committee for committee in self.committees.values() if committee.village == village)


@cache
def qinghe() -> Town:
    """The sample town, from town.yaml."""
    data = yaml.safe_load(Path(__file__).with_name("town.yaml").read_text(encoding="utf-8"))
    units = {unit["code"]: unit for unit in data["units"]}
    people = {person["code"]: person["name"] for person in data["people"]}
    posts = [(post["role"], units[post["unit"]]["name"], people[post["person"]]) for post in data["posts"]]
    committees = {}
    for row in data["committees"]:
        unit = units[row["unit"]]
        committees[row["unit"]] = Committee(
            code=row["unit"],
            name=unit["name"],
            short_name=unit["aliases"][0],
            village=units[row["serves"]]["name"] if units[row["serves"]]["kind"] == "village" else "",
            prefix=row["register_prefix"],
            agreement_prefix=row["agreement_prefix"],
            oral_prefix=row["oral_prefix"],
            mediators=tuple(
                name for role, unit_name, name in posts if role == "mediator" and unit_name == unit["name"]
            ),
        )
    return Town(
        villages=tuple(unit["name"] for unit in units.values() if unit["kind"] == "village"),
        committees=committees,
        clerks={unit: name for role, unit, name in posts if role == "village_clerk"},
        advisers={unit: name for role, unit, name in posts if role == "legal_adviser" and unit != STATION},
    )
