"""town.yaml and second_town.yaml: whole, lawful in the number of members, and with nothing in common."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[1]
TOWNS = {
    name: yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")) for name in ("town.yaml", "second_town.yaml")
}
ADMINISTRATORS = {"system_admin", "security_admin", "audit_admin"}


@pytest.fixture(params=TOWNS, ids=str)
def town(request: pytest.FixtureRequest) -> Any:
    return TOWNS[request.param]


def test_network_is_one_station_two_centres_and_a_room_in_each_village() -> None:
    kinds = Counter(unit["kind"] for unit in TOWNS["town.yaml"]["units"] if unit["since"] <= date(2020, 12, 31))
    assert (kinds["legal_station"], kinds["legal_centre"], kinds["legal_room"]) == (1, 2, 24)
    assert kinds["village"] == 24


def test_references_lead_somewhere(town: Any) -> None:
    units, people = {unit["code"] for unit in town["units"]}, {person["code"] for person in town["people"]}
    assert len(units) == len(town["units"]) and len(people) == len(town["people"])
    assert {unit["parent"] for unit in town["units"]} <= units | {None}
    assert {post["unit"] for post in town["posts"]} <= units
    assert {post["person"] for post in town["posts"]} | {user["person"] for user in town["users"]} <= people


def test_names_of_units_and_people_are_clear(town: Any) -> None:
    names = Counter(name for unit in town["units"] for name in (unit["name"], *unit.get("aliases", ())))
    names.update(person["name"] for person in town["people"])
    assert max(names.values()) == 1


def test_every_village_has_its_committee_with_three_to_nine_members(town: Any) -> None:
    villages = {unit["code"] for unit in town["units"] if unit["kind"] == "village"}
    assert villages <= {committee["serves"] for committee in town["committees"]}
    for committee in town["committees"]:
        assert 3 <= len(committee["members"]) <= 9
        assert [member["duty"] for member in committee["members"]].count("主任") == 1
        assert committee["seal_keeper"] in {member["person"] for member in committee["members"]}


def test_terms_of_office_follow_one_another_and_last_three_years(town: Any) -> None:
    for committee in town["committees"]:
        for term, following in zip(committee["terms"], committee["terms"][1:], strict=False):
            assert (following["from"] - term["until"]).days == 1
        for term in committee["terms"]:
            assert term["until"].year - term["from"].year == 3


def test_prefixes_of_the_series_are_unique_over_both_towns() -> None:
    for key in ("register_prefix", "agreement_prefix", "oral_prefix"):
        prefixes = Counter(committee[key] for town in TOWNS.values() for committee in town["committees"])
        assert max(prefixes.values()) == 1, key


def test_three_administrators_are_three_people_with_no_other_post() -> None:
    posts = TOWNS["town.yaml"]["posts"]
    holders = {post["person"]: post["role"] for post in posts if post["role"] in ADMINISTRATORS}
    assert set(holders.values()) == ADMINISTRATORS and len(holders) == 3
    assert all(post["role"] in ADMINISTRATORS for post in posts if post["person"] in holders)


def test_enforcement_team_has_officers_a_head_and_reviewers_with_and_without_qualification() -> None:
    town = TOWNS["town.yaml"]
    held = {person["code"]: person.get("certificates", ()) for person in town["people"]}
    posts = [(post["role"], post["person"]) for post in town["posts"]]
    assert [unit["code"] for unit in town["units"] if unit["kind"] == "enforcement_team"] == ["qinghe-enforcement"]
    officers = [person for role, person in posts if role == "enforcement_officer"]
    assert len(officers) == 6
    lapsed = [person for person in officers if max(one["until"] for one in held[person]) == date(2022, 6, 30)]
    assert lapsed == ["officer-6"]
    qualified = {
        person: any(one["kind"] == "法律职业资格" for one in held[person])
        for role, person in posts
        if role == "legal_reviewer"
    }
    assert qualified == {"reviewer-1": True, "reviewer-2": False}
    roles = Counter(role for role, _ in posts)
    assert (roles["enforcement_head"], roles["legal_officer"], roles["organ_head"]) == (1, 1, 1)
    assert roles["leader"] >= 2


def test_towns_share_no_code_and_no_person() -> None:
    first, second = TOWNS.values()
    for key, field in (("units", "code"), ("people", "code"), ("people", "name"), ("users", "login")):
        assert not {row[field] for row in first[key]} & {row[field] for row in second[key]}


def test_both_say_that_they_are_invented(town: Any) -> None:
    assert town["town"]["note"] == "示例，均为虚构"
