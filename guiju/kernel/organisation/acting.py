"""Who is acting: a person with the posts held on a day, and the units those posts see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from guiju.kernel.organisation.models import Account, Post, Town, Unit
from guiju.kernel.organisation.roles import ROLES

Tree = tuple[tuple[int, int | None], ...]  # edges (unit, unit above)


@dataclass(frozen=True)
class HeldPost:
    """A post held on the day: role, unit."""

    role: str
    unit_id: int
    unit_name: str

    @property
    def label(self) -> str:
        return ROLES[self.role].label


@dataclass(frozen=True)
class Acting:
    """The person (or command) for whom something is planned or shown. A command has no person and acts for a town."""

    town_id: int
    town_code: str
    actor: str  # person:<key> or system:<command>
    name: str
    person_id: int | None = None
    posts: tuple[HeldPost, ...] = ()
    tree: Tree = ()

    @cached_property
    def roles(self) -> frozenset[str]:
        return frozenset(post.role for post in self.posts)

    @cached_property
    def sees_town(self) -> bool:
        """True when a post sees every matter of the town; commands do."""
        return self.person_id is None or any(ROLES[role].sight == "town" for role in self.roles)

    @cached_property
    def unit_ids(self) -> tuple[int, ...]:
        """Units seen through posts of unit sight: the unit and everything below it."""
        roots = [post.unit_id for post in self.posts if ROLES[post.role].sight == "unit"]
        return tuple(sorted(subtree(roots, self.tree)))

    def may(self, power: str) -> bool:
        """Whether any post has a power of `Role` (corrects, records_for_others, imports, keeps_files); commands have all."""
        return self.person_id is None or any(getattr(ROLES[role], power) for role in self.roles)

    def holds(self, roles: Iterable[str]) -> bool:
        """Whether one of the named posts is held; commands hold all."""
        return self.person_id is None or not self.roles.isdisjoint(roles)


def subtree(roots: Iterable[int], tree: Iterable[tuple[int, int | None]]) -> set[int]:
    """The units at and below some units."""
    below: dict[int | None, list[int]] = {}
    for unit, parent in tree:
        below.setdefault(parent, []).append(unit)
    found: set[int] = set()
    waiting = list(roots)
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting += below.get(unit, [])
    return found


def held_on(day: dt.date) -> Q:
    """Filter for dated rows (since, until) in force on a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def _tree(town: Town) -> Tree:
    """Edges of sight: a unit lies below its parent, a mediation committee also below the village that it serves."""
    rows = Unit.objects.filter(town=town).values_list("id", "parent_id", "committee__serves_id")
    return tuple(edge for unit, parent, serves in rows for edge in ((unit, parent), (unit, serves)) if edge[1])


def held_posts(user_id: int, day: dt.date) -> list[Post]:
    """The posts that the person of a log-in account holds on `day`, with person, account, user, town and unit.

    One statement; empty without an account and without a post.
    """
    rows = Post.objects.filter(held_on(day), person__account__user_id=user_id)
    return list(rows.select_related("person__account__user", "town", "unit").order_by("id"))


def acting_for_login(login: str, day: dt.date) -> Acting | None:
    """The acting person of the account with this name; None without such an account or a post. Three statements."""
    user = Account.objects.filter(user__username=login).values_list("user_id", flat=True).first()
    return acting_for_user(user, day) if user is not None else None


def acting_in(posts: Sequence[Post], tree_of: Callable[[Town], Tree] = _tree) -> Acting | None:
    """The person acting in the posts that `held_posts` found; None without one. A statement for the tree of units.

    `tree_of` gives a town's units in their order where the caller keeps them: then it is none.
    """
    if not posts:
        return None
    person, town = posts[0].person, posts[0].town
    held = tuple(HeldPost(post.role, post.unit_id, post.unit.name) for post in posts)
    needs_tree = any(ROLES[post.role].sight == "unit" for post in held)
    tree = tree_of(town) if needs_tree else ()
    return Acting(town.id, town.code, f"person:{person.id}", person.name, person.id, held, tree)


def acting_for_user(user_id: int, day: dt.date) -> Acting | None:
    """The acting person of a log-in account with the posts held on `day`; None without an account. Two statements."""
    return acting_in(held_posts(user_id, day))


def acting_as_command(town: Town, command: str) -> Acting:
    """A command or worker acting for a town."""
    return Acting(town.id, town.code, f"system:{command}", f"系统：{command}")
