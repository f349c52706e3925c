"""The town's directory: units, people and committees by the names that registers use. Loaded once per import."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from guiju.kernel.organisation.certificates import HeldCertificate, latest_valid
from guiju.kernel.organisation.models import Certificate, Committee, Person, Post, Town, Unit


@dataclass(frozen=True)
class Prefixes:
    """Number prefixes of a mediation committee: register, agreement, oral page (青人调, 青人调协, 青口调)."""

    register: str
    agreement: str
    oral: str


@dataclass(frozen=True)
class DatedPost:
    """A post of a person: role, unit, first and last day; no last day: still held."""

    role: str
    unit_id: int
    since: dt.date
    until: dt.date | None = None

    def held_on(self, on: dt.date) -> bool:
        """Whether it is held on the day; the last day counts."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class Directory:
    """Names to keys of one town, for pure planning: units (by name, code and other names), people, committees."""

    town_id: int
    town_code: str
    town_name: str
    units: dict[str, int] = field(default_factory=dict)
    unit_names: dict[int, str] = field(default_factory=dict)
    unit_kinds: dict[int, str] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    person_names: dict[int, str] = field(default_factory=dict)
    prefixes: dict[int, Prefixes] = field(default_factory=dict)  # by the committee's unit
    committees: dict[int, int] = field(default_factory=dict)  # unit served -> the committee's unit
    parents: dict[int, int | None] = field(default_factory=dict)
    serving: tuple[tuple[int, int], ...] = ()  # (a committee's unit, the unit served)
    certificates: dict[int, tuple[HeldCertificate, ...]] = field(default_factory=dict)  # by person, past ones too
    posts: dict[int, tuple[DatedPost, ...]] = field(default_factory=dict)  # by person, past ones too

    @property
    def sight_tree(self) -> tuple[tuple[int, int | None], ...]:
        """Edges of sight: a unit lies below its parent, a mediation committee also below the village that it serves."""
        return (*((unit, above) for unit, above in self.parents.items() if above), *self.serving)

    @property
    def town_prefix(self) -> str:
        """The character with which the town's own numbers begin: 青 of 青禾镇."""
        return self.town_name[:1]

    def unit(self, name: str) -> int | None:
        """Key of the unit with this name, other name or code."""
        return self.units.get(name.strip())

    def person(self, name: str) -> int | None:
        """Key of the person with this name or code; a name that two people bear finds nobody."""
        return self.people.get(name.strip())

    def committee_for(self, unit: int) -> int | None:
        """The committee's unit for a unit: itself if it is one, else the one that serves it."""
        return unit if unit in self.prefixes else self.committees.get(unit)

    def first_unit(self, kind: str) -> int | None:
        """The first unit of a kind (the town's own office, its station)."""
        return next((key for key, value in self.unit_kinds.items() if value == kind), None)

    def holds_certificate(self, person_id: int, kind: str, on: dt.date) -> HeldCertificate | None:
        """The person's certificate of a kind of CERTIFICATE_KINDS valid on the day; None without one."""
        return latest_valid(self.certificates.get(person_id, ()), kind, on)

    def in_post(self, person_id: int, roles: Iterable[str], on: dt.date) -> bool:
        """Whether the person holds one of the posts (keys of ROLES) on the day, in whatever unit."""
        wanted = frozenset(roles)
        return any(post.role in wanted and post.held_on(on) for post in self.posts.get(person_id, ()))

    def people_in_post(self, roles: Iterable[str], on: dt.date) -> tuple[int, ...]:
        """Keys of the people who hold one of the posts on the day, ascending, each once."""
        wanted = frozenset(roles)
        return tuple(sorted(person for person in self.posts if self.in_post(person, wanted, on)))


def load_directory(town: Town) -> Directory:
    """The directory of a town in five statements."""
    units = list(Unit.objects.filter(town=town).order_by("id"))
    people = list(Person.objects.filter(town=town).order_by("id"))
    committees = list(Committee.objects.filter(town=town))
    held: dict[int, list[HeldCertificate]] = defaultdict(list)
    for row in Certificate.objects.filter(town=town).order_by("since", "id"):
        held[row.person_id].append(HeldCertificate(row.kind, row.number, row.since, row.until))
    posts: dict[int, list[DatedPost]] = defaultdict(list)
    for post in Post.objects.filter(town=town).order_by("since", "id"):
        posts[post.person_id].append(DatedPost(post.role, post.unit_id, post.since, post.until))
    named = Counter(person.name for person in people)
    return Directory(
        town_id=town.id,
        town_code=town.code,
        town_name=town.name,
        units={name: unit.id for unit in units for name in (*unit.aliases.split("、"), unit.code, unit.name) if name},
        unit_names={unit.id: unit.name for unit in units},
        unit_kinds={unit.id: unit.kind for unit in units},
        people={person.code: person.id for person in people}
        | {person.name: person.id for person in people if named[person.name] == 1},
        person_names={person.id: person.name for person in people},
        prefixes={c.unit_id: Prefixes(c.register_prefix, c.agreement_prefix, c.oral_prefix) for c in committees},
        committees={c.serves_id: c.unit_id for c in committees},
        parents={unit.id: unit.parent_id for unit in units},
        serving=tuple((c.unit_id, c.serves_id) for c in committees),
        certificates={person: tuple(rows) for person, rows in held.items()},
        posts={person: tuple(rows) for person, rows in posts.items()},
    )
