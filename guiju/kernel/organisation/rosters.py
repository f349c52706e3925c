"""What a town's organisation holds by code: what a description of additions may refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from guiju.kernel.organisation.models import Person, Post, Unit


@dataclass(frozen=True)
class Roster:
    """Keys of units and people by code, and the roles that each person (by code) holds."""

    units: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, set[str]] = field(default_factory=dict)


def roster_of(town_id: int, on: dt.date) -> Roster:
    """The roster of a town, with the posts not ended on a day. Three statements."""
    roles: dict[str, set[str]] = {}
    posts = Post.objects.filter(Q(until__isnull=True) | Q(until__gte=on), town_id=town_id)
    for person, role in posts.values_list("person__code", "role"):
        roles.setdefault(person, set()).add(role)
    units = dict(Unit.objects.filter(town_id=town_id).values_list("code", "id"))
    return Roster(units, dict(Person.objects.filter(town_id=town_id).values_list("code", "id")), roles)
