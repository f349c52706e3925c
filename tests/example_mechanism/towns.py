"""Two invented towns, founded through the one write path, and who acts in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from guiju.kernel.ledger.api import Applied
from guiju.kernel.organisation.api import ROLES, Acting, HeldPost, Town, Unit, acting_as_command, plan_town
from guiju.kernel.procedure.api import (
    Intent,
    Moment,
    Planned,
    Snapshot,
    apply,
    forget_directory,
    load_snapshot,
    moment_for,
    plan,
)
from tests.example_mechanism.procedure import CASE

NOW = dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)
SINCE = dt.date(2001, 1, 1)
NAMES = {"qingtan": "青潭镇", "linxi": "临溪镇"}


def units(code: str) -> list[dict[str, Any]]:
    """An office, two villages, one of which has a room of its own, and a committee."""
    village = f"{code}-v1"
    return [
        {"code": f"{code}-office", "name": f"{code}司法所", "kind": "justice_office"},
        {
            "code": village,
            "name": f"{code}一村",
            "kind": "village",
            "parent": f"{code}-office",
            "aliases": [f"{code}壹村"],
        },
        {"code": f"{village}-room", "name": f"{code}一村室", "kind": "legal_room", "parent": village},
        {"code": f"{code}-v2", "name": f"{code}二村", "kind": "village", "parent": f"{code}-office"},
        {"code": f"{code}-mc", "name": f"{code}调委会", "kind": "mediation_committee", "parent": f"{code}-office"},
    ]


def description(code: str) -> dict[str, Any]:
    """The town of this code: an office, two villages of which one has a part of its own, a committee, five people."""
    village = f"{code}-v1"
    posts = [("clerk", "justice_clerk", "office"), ("village", "village_clerk", "v1"), ("leader", "leader", "office")]
    posts += [("mediator", "mediator", "mc"), ("system", "system_admin", "office")]
    return {
        "town": {"code": code, "name": NAMES[code], "note": "示例"},
        "units": [{"since": SINCE, **unit} for unit in units(code)],
        "people": [
            {
                "code": f"{code}-{who}",
                "name": f"示例{who}",
                "certificates": [{"kind": "appointment", "number": f"{who}1", "since": SINCE}],
            }
            for who, _, _ in posts
        ],
        "committees": [
            {
                "unit": f"{code}-mc",
                "serves": village,
                "register_prefix": "例人调",
                "agreement_prefix": "例人调协",
                "oral_prefix": "例口调",
                "terms": [{"from": SINCE}],
                "members": [{"person": f"{code}-mediator", "duty": "主任"}],
            }
        ],
        "posts": [
            {"person": f"{code}-{who}", "role": role, "unit": f"{code}-{unit}", "since": SINCE}
            for who, role, unit in posts
        ],
        "settings": [{"name": "report.cut_off", "value": "10-31", "since": SINCE}],
    }


def found_town(code: str = "qingtan") -> Town:
    """Found the town of this code."""
    planned, _ = plan_town(description(code), "system:test")
    done = apply([planned], NOW)[0]
    forget_directory()
    return Town.objects.get(id=done.town_id)


def unit_of(town: Town, tail: str = "v1") -> Unit:
    """A unit of the town by the end of its code: office, v1, v1-room, v2, mc."""
    return Unit.objects.get(town=town, code=f"{town.code}-{tail}")


def command_moment(town: Town, now: dt.datetime = NOW) -> Moment:
    """The moment of a command, which may do everything."""
    return moment_for(acting_as_command(town, "test"), now)


def acting_in(town: Town, role: str, unit: Unit, person_id: int = 1) -> Acting:
    """Somebody who holds one post in a unit."""
    tree = tuple(Unit.objects.filter(town=town).values_list("id", "parent_id"))
    post = HeldPost(role, unit.id, ROLES[role].label)
    return Acting(town.id, town.code, f"person:{person_id}", "示例某人", person_id, (post,), tree)


def registration(unit: Unit, **values: Any) -> Intent:
    """The step that begins a case."""
    return Intent("register", {"unit": unit.id, **values})


def planned(snapshot: Snapshot, steps: Sequence[Intent | str], moment: Moment, **options: Any) -> Planned:
    """Plan steps that must not be refused."""
    intents = [step if isinstance(step, Intent) else Intent(step) for step in steps]
    answer = plan(snapshot, intents, moment, **options)
    assert isinstance(answer, Planned), answer
    return answer


def opened_case(moment: Moment, unit: Unit, now: dt.datetime = NOW, **values: Any) -> Applied:
    """Begin a case and write it."""
    return apply([planned(Snapshot(CASE), [registration(unit, **values)], moment).plan], now)[0]


def loaded(matter: int | None, **options: Any) -> Snapshot:
    """The snapshot of a matter that must be there."""
    assert matter is not None
    snapshot = load_snapshot(matter, **options)
    assert snapshot is not None
    return snapshot


def take(matter: int | None, moment: Moment, *steps: Intent | str, now: dt.datetime = NOW) -> Applied:
    """Take steps of a matter, one entry each, and return the last."""
    done = [apply([planned(loaded(matter), [step], moment).plan], now)[0] for step in steps]
    return done[-1]
