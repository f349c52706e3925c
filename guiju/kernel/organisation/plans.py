"""Plans for the organisation: a town from its description; what is added to it; settings. Pure: they return what would be written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models

from guiju.kernel.ledger.api import Change, Key, NewKey, Plan
from guiju.kernel.organisation.certificates import CERTIFICATE_KINDS, certificate_kind
from guiju.kernel.organisation.models import (
    Certificate,
    Committee,
    CommitteeMember,
    CommitteeTerm,
    Person,
    Post,
    Setting,
    Town,
    Unit,
)
from guiju.kernel.organisation.roles import ROLES
from guiju.kernel.organisation.rosters import Roster

Description = Mapping[str, Any]


class OrganisationError(ValueError):
    """A description of a town that cannot be carried out; the text says where and why, in Chinese."""


class _Founding:
    """Collects the rows of a description; its codes become placeholders of keys beside those of the roster."""

    def __init__(self, description: Description, town: Key, roster: Roster) -> None:
        self.described = description
        self.town = town
        self.units: dict[str, Key] = dict(roster.units)
        self.people: dict[str, Key] = dict(roster.people)
        self.roles = {person: set(roles) for person, roles in roster.roles.items()}
        self.changes: list[Change] = []

    def add(self, model: type[models.Model], **values: Any) -> NewKey:
        key = NewKey()
        self.changes.append(Change(model, key, "add", {"town_id": self.town, **values}))
        return key

    def rows(self, name: str) -> Iterator[Description]:
        return iter(self.described.get(name, ()))

    def unit(self, code: str, where: str) -> Key:
        if code not in self.units:
            raise OrganisationError(f"{where}写的单位“{code}”不在单位名册里（上级要写在前面）。")
        return self.units[code]

    def person(self, code: str, where: str) -> Key:
        if code not in self.people:
            raise OrganisationError(f"{where}写的人“{code}”不在人员名册里。")
        return self.people[code]


def plan_town(description: Description, actor: str) -> tuple[Plan, NewKey]:
    """The plan that founds a town from its description (town.yaml), and the placeholder of its key.

    Raises OrganisationError on an unknown unit, person, post or kind of certificate, or on administrators' posts that
    exclude each other.
    """
    town = NewKey()
    founding = _Founding(description, town, Roster())
    founding.changes.append(Change(Town, town, "add", dict(description["town"])))
    _described(founding)
    plan = Plan(town, "organisation", actor, actor, medium="system", reason="建立机构")
    plan.changes = founding.changes
    return plan, town


def plan_additions(town_id: int, roster: Roster, description: Description, actor: str) -> Plan:
    """The plan that adds units, people, committees, posts and settings to a town; `roster` is what it has.

    What is there already stays as it is. Raises OrganisationError as `plan_town` does, and on a code given already.
    """
    founding = _Founding(description, town_id, roster)
    _described(founding)
    if not founding.changes:
        raise OrganisationError("说明文件里没有要增补的单位、人员、调委会、岗位或者设置。")
    plan = Plan(town_id, "organisation", actor, actor, medium="system", reason="增补机构")
    plan.changes = founding.changes
    return plan


def _described(founding: _Founding) -> None:
    for unit in founding.rows("units"):
        _unit(founding, unit)
    for person in founding.rows("people"):
        _person(founding, person)
    for committee in founding.rows("committees"):
        _committee(founding, committee)
    _posts(founding)
    for setting in founding.rows("settings"):
        founding.add(Setting, **setting)


def _person(founding: _Founding, person: Description) -> None:
    if person["code"] in founding.people:
        raise OrganisationError(f"人员“{person['code']}”已经在名册里，不能再登记一次。")
    key = founding.people[person["code"]] = founding.add(Person, code=person["code"], name=person["name"])
    for certificate in person.get("certificates", ()):
        kind = _kind(certificate["kind"], person["name"])
        founding.add(Certificate, person_id=key, **{**certificate, "kind": kind})


def _kind(written: str, name: str) -> str:
    try:
        return certificate_kind(written)
    except KeyError:
        known = "、".join(CERTIFICATE_KINDS.values())
        raise OrganisationError(f"{name}的证件“{written}”不是认识的一种。请写成：{known}。") from None


def _unit(founding: _Founding, unit: Description) -> None:
    if unit["code"] in founding.units:
        raise OrganisationError(f"单位“{unit['code']}”已经在名册里，不能再登记一次。")
    parent = unit.get("parent")
    founding.units[unit["code"]] = founding.add(
        Unit,
        code=unit["code"],
        name=unit["name"],
        aliases="、".join(unit.get("aliases", ())),
        kind=Unit.Kind(unit["kind"]).value,
        parent_id=founding.unit(parent, unit["name"]) if parent else None,
        since=unit["since"],
        until=unit.get("until"),
    )


def _committee(founding: _Founding, committee: Description) -> None:
    where = f"调委会“{committee['unit']}”"
    keeper = committee.get("seal_keeper")
    key = founding.add(
        Committee,
        unit_id=founding.unit(committee["unit"], where),
        serves_id=founding.unit(committee["serves"], where),
        register_prefix=committee["register_prefix"],
        agreement_prefix=committee["agreement_prefix"],
        oral_prefix=committee["oral_prefix"],
        seal_keeper_id=founding.person(keeper, where) if keeper else None,
    )
    for term in committee.get("terms", ()):
        founding.add(CommitteeTerm, committee_id=key, since=term["from"], until=term.get("until"))
    for member in committee.get("members", ()):
        person = founding.person(member["person"], where)
        founding.add(CommitteeMember, committee_id=key, person_id=person, duty=member["duty"])


def _posts(founding: _Founding) -> None:
    for post in founding.rows("posts"):
        role = post["role"]
        if role not in ROLES:
            raise OrganisationError(f"没有“{role}”这个岗位。")
        where = f"岗位“{ROLES[role].label}”"
        roles = founding.roles.setdefault(post["person"], set())
        check_exclusion(roles, role)
        roles.add(role)
        founding.add(
            Post,
            person_id=founding.person(post["person"], where),
            unit_id=founding.unit(post["unit"], where),
            role=role,
            since=post["since"],
            until=post.get("until"),
        )


def check_exclusion(held: set[str], role: str) -> None:
    """The three administrators exclude one another (三员分立); raises OrganisationError."""
    conflict = held.intersection(ROLES[role].excludes)
    if conflict:
        other = ROLES[conflict.pop()].label
        raise OrganisationError(f"同一个人不能既是{ROLES[role].label}又是{other}：三员要分开。")


def plan_setting(town_id: int, actor: str, name: str, value: str, since: dt.date) -> Plan:
    """Fix a town setting from a day on; the earlier value stays in force before it."""
    change = Change(Setting, NewKey(), "add", {"town_id": town_id, "name": name, "value": value, "since": since})
    return Plan(town_id, "setting", actor, actor, reason=f"设置 {name}", changes=[change])
